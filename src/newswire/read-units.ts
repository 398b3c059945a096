import { isHeadlineLike } from "./is-headline-like.ts";
import { isListLabel } from "./list-label.ts";
import { leadingNumber, type ParsedHeadline, parseHeadline } from "./parse-headline.ts";
import type { Block } from "./read-blocks.ts";
import type { Line } from "./split-lines.ts";

/** A line of a part with what it could be. */
export type Unit = {
  readonly line: Line;
  readonly look: Look;
  readonly headline: ParsedHeadline;
  /** It has a mark or an address: somebody meant it as one of a list. */
  readonly marked: boolean;
};

/**
 * What a line looks like. `paragraph`: it was hard-wrapped, so it is one for sure; `sentence`: nothing but its text says
 * so; `address`: nothing but an address, it goes with the line before it.
 */
export type Look = "paragraph" | "sentence" | "headline" | "label" | "address";

/** Reads each line for what it could be. */
export function readUnits(blocks: readonly Block[]): readonly Unit[] {
  const numbered = isNumbered(blocks);
  const units: Unit[] = [];
  for (const { lines, wrapped } of blocks) {
    if (wrapped) {
      for (const line of lines) units.push(paragraphUnit(line));
      continue;
    }
    // Backwards, because an address on the next line marks a line, too.
    const block: Unit[] = [];
    for (let i = lines.length - 1, below: Unit | undefined; i >= 0; i--) {
      const line = lines[i];
      if (!line) break;
      below = lineUnit(line, below, numbered);
      block.push(below);
    }
    for (const unit of block.reverse()) units.push(unit);
  }
  return units;
}

/** Whether the unit is told, not listed: a paragraph by its look. */
export function isTold({ look }: Unit): boolean {
  return look === "paragraph" || look === "sentence";
}

function paragraphUnit(line: Line): Unit {
  const headline = { title: line.text, address: null, mark: null };
  return { line, look: "paragraph", headline, marked: false };
}

function lineUnit(line: Line, below: Unit | undefined, numbered: boolean): Unit {
  const headline = parseHeadline(line.text, numbered);
  const marked = headline.mark !== null || headline.address !== null || below?.look === "address";
  return { line, look: lookOf(line.text, headline.title), headline, marked };
}

function lookOf(text: string, title: string): Look {
  if (title === "") return "address";
  if (isListLabel(text)) return "label";
  return isHeadlineLike(title) ? "headline" : "sentence";
}

/** A number is a mark in a sequence; alone it may belong to its headline: `2. Bundesliga startet`. */
function isNumbered(blocks: readonly Block[]): boolean {
  const numbers = new Set<number>();
  for (const { lines } of blocks) {
    for (const { text } of lines) {
      const number = leadingNumber(text);
      if (number !== null) numbers.add(number);
    }
  }
  return [...numbers].some((number) => number === 1 || numbers.has(number + 1));
}
