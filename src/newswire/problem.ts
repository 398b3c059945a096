/** Something on a newswire page that a person should look at. It never keeps the good input beside it from being read. */
export type NewswireProblem = {
  readonly kind: NewswireProblemKind;
  /** 1-based line of the file. */
  readonly lineNumber: number;
  /** What was found there, at most 200 characters of it; empty when the kind says it all. */
  readonly value: string;
};

/** The words of the rules of reading; `npm run read` prints them as `warnings`. */
export type NewswireProblemKind =
  | "ambiguous-split"
  | "bad-front-matter"
  | "bidi-controls-removed"
  | "control-characters-removed"
  | "decoded-as-utf-16"
  | "decoded-as-windows-1252"
  | "duplicate-headline"
  | "empty-input"
  | "hard-wrapped"
  | "headline-repeats-title"
  | "headlines-before-body"
  | "no-body"
  | "no-time-zone"
  | "several-articles"
  | "title-derived"
  | "unparsed-date"
  | "unsafe-url-dropped"
  | "zero-width-removed";

const VALUE_CHARS_MAX = 200;

/** A problem with its value cut to what a person needs to find it, between characters. */
export function problemAt(kind: NewswireProblemKind, lineNumber: number, value = ""): NewswireProblem {
  if (value.length <= VALUE_CHARS_MAX) return { kind, lineNumber, value };
  return { kind, lineNumber, value: value.slice(0, VALUE_CHARS_MAX).replace(/[\ud800-\udbff]$/, "") };
}
