import type { NewswireProblemKind } from "../newswire/problem.ts";

/** Something in a Markdown file that a person should look at. */
export type ArticleProblem = {
  readonly kind: ArticleProblemKind;
  /** 1-based line of the file. */
  readonly lineNumber: number;
  /** What was found there, at most 200 characters of it; empty when the kind says it all. */
  readonly value: string;
  /** Whether it must be mended first: the article is held, because it would be published wrong. */
  readonly isMistake: boolean;
};

/** A newswire page's kinds mean the same here. */
export type ArticleProblemKind =
  | NewswireProblemKind
  | "file-outside"
  | "front-matter-mistake"
  | "nested-too-deep"
  | "no-text"
  | "unknown-key"
  | "unknown-element"
  | "unsafe-html-removed";

const MISTAKES: ReadonlySet<ArticleProblemKind> = new Set([
  "front-matter-mistake",
  "nested-too-deep",
  "no-text",
]);
const VALUE_CHARS_MAX = 200;

/** A problem with its value cut to what a person needs to find it, between characters. */
export function articleProblem(kind: ArticleProblemKind, lineNumber: number, value = ""): ArticleProblem {
  const isLong = value.length > VALUE_CHARS_MAX;
  const short = isLong ? value.slice(0, VALUE_CHARS_MAX).replace(/[\ud800-\udbff]$/, "") : value;
  return { kind, lineNumber, value: short, isMistake: MISTAKES.has(kind) };
}
