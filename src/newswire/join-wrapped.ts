import { parseAddressLine } from "./parse-headline.ts";
import { endsWithFullStop } from "./sentence.ts";
import type { Line } from "./split-lines.ts";

/** Longest line that an editor or a mail program would have broken off. */
const WRAPPED_CHARS_MAX = 90;
/** A line that was broken off is at least this long: shorter ones end where their writer ended them. */
const BROKEN_CHARS_MIN = 30;
const PARAGRAPH_INDENT = 3;
/** Share of the continuations that start in lower case: names and capitals start some in any text. */
const LOWER_SHARE_MIN = 0.4;

/**
 * Joins the lines of a block that was broken into lines of at most 90 characters; an indent of three or more starts a
 * paragraph.
 *
 * @returns the paragraphs, each as the line it starts on; null if the block is not hard-wrapped
 */
export function joinWrapped(block: readonly Line[]): readonly Line[] | null {
  if (!isHardWrapped(block)) return null;
  const margin = marginOf(block);
  const width = block.reduce((most, { text }) => Math.max(most, text.length), 0);
  const paragraphs: Line[][] = [];
  for (const [i, line] of block.entries()) {
    const before = block[i - 1];
    const paragraph = paragraphs.at(-1);
    const starts =
      line.indent - margin >= PARAGRAPH_INDENT ||
      (before && endedEarly(before, width) && !startsLower(line.text));
    if (paragraph && !starts) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.flatMap(join);
}

function isHardWrapped(block: readonly Line[]): boolean {
  if (
    block.length < 2 ||
    block.some(({ text }) => text.length > WRAPPED_CHARS_MAX || parseAddressLine(text) !== null)
  )
    return false;
  // What ends without an end is a list in lower case.
  if (!/(?:[.?!…。]\)?|["”’»:])$/u.test(block.at(-1)?.text ?? "")) return false;
  const margin = marginOf(block);
  let continuations = 0;
  let lower = 0;
  let inside = 0;
  let unstopped = 0;
  for (const [i, line] of block.entries()) {
    const before = block[i - 1];
    if (!before) continue;
    if (line.indent - margin >= PARAGRAPH_INDENT) continue;
    inside++;
    if (endsSentence(before.text)) continue;
    unstopped++;
    continuations++;
    if (startsLower(line.text) && before.text.length >= BROKEN_CHARS_MIN) lower++;
  }
  return lower > 0 && lower >= continuations * LOWER_SHARE_MIN && unstopped * 2 > inside;
}

function endsSentence(text: string): boolean {
  return endsWithFullStop(text) || /[?!]["”’»)]*$/.test(text);
}

/** A sentence that ends far from the margin ended its paragraph. */
function endedEarly(line: Line, width: number): boolean {
  return endsSentence(line.text) && line.text.length < width * 0.6;
}

/** `iPhone` and its like start nothing in lower case. */
function startsLower(text: string): boolean {
  return /^["“'‘«„([]*\p{Ll}(?!\p{Lu})/u.test(text);
}

function marginOf(block: readonly Line[]): number {
  return block.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
}

function join(paragraph: readonly Line[]): readonly Line[] {
  const [first] = paragraph;
  const text = paragraph.map((line, i) => gap(paragraph[i - 1]?.text, line.text) + line.text).join("");
  return first ? [{ ...first, text }] : [];
}

/** A hyphen at the line's end belongs to the word that goes on: `long-` `term`. */
function gap(before: string | undefined, text: string): string {
  if (before === undefined) return "";
  return /\p{L}-$/u.test(before) && startsLower(text) ? "" : " ";
}
