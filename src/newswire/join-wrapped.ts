import type { Line } from "./line.ts";
import { parseAddressLine } from "./parse-headline.ts";
import { endsWithFullStop } from "./sentence.ts";

/** Longest line that an editor or a mail program would have broken off. */
const WRAPPED_CHARS_MAX = 90;
/** A line that was broken off is at least this long: shorter ones end where their writer ended them. */
const BROKEN_CHARS_MIN = 30;
const PARAGRAPH_INDENT = 3;
/** Share of the continuations that start in lower case: names and capitals start some in any text. */
const LOWER_SHARE_MIN = 0.4;

/** A block with its hard-wrapped lines joined to paragraphs; the same lines where it isn't hard-wrapped. */
export type JoinedBlock = { readonly lines: readonly Line[]; readonly wrapped: boolean };

/** Joins what was broken into lines of at most 90 characters; an indent of three or more starts a paragraph. */
export function joinWrapped(block: readonly Line[]): JoinedBlock {
  if (!isHardWrapped(block)) return { lines: block, wrapped: false };
  const margin = block.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const width = block.reduce((most, { text }) => Math.max(most, text.length), 0);
  const lines: Line[] = [];
  let parts: string[] = [];
  for (const [i, line] of block.entries()) {
    const first = lines.at(-1);
    const before = block[i - 1];
    const starts =
      !first ||
      !before ||
      line.indent - margin >= PARAGRAPH_INDENT ||
      (endedEarly(before, width) && !startsLower(line.text));
    if (starts) {
      if (first) lines[lines.length - 1] = joined(first, parts);
      lines.push(line);
      parts = [line.text];
    } else parts.push(line.text);
  }
  const last = lines.at(-1);
  if (last) lines[lines.length - 1] = joined(last, parts);
  return { lines, wrapped: true };
}

function isHardWrapped(block: readonly Line[]): boolean {
  if (
    block.length < 2 ||
    block.some(({ text }) => text.length > WRAPPED_CHARS_MAX || parseAddressLine(text) !== null)
  )
    return false;
  // What ends without an end is a list in lower case.
  if (!/[.?!…。"”’»:]$/u.test(block.at(-1)?.text ?? "")) return false;
  const margin = block.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  let continuations = 0;
  let lower = 0;
  let unstopped = 0;
  for (const [i, line] of block.entries()) {
    const before = block[i - 1];
    if (!before) continue;
    if (!endsSentence(before.text)) unstopped++;
    if (line.indent - margin >= PARAGRAPH_INDENT || endsSentence(before.text)) continue;
    continuations++;
    if (startsLower(line.text) && before.text.length >= BROKEN_CHARS_MIN) lower++;
  }
  return lower > 0 && lower >= continuations * LOWER_SHARE_MIN && unstopped * 2 > block.length - 1;
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

function joined(first: Line, parts: readonly string[]): Line {
  const text = parts.map((part, i) => gap(parts[i - 1], part) + part).join("");
  return { ...first, text, tabbed: text };
}

/** A hyphen at the line's end belongs to the word that goes on: `long-` `term`. */
function gap(before: string | undefined, part: string): string {
  if (before === undefined) return "";
  return /\p{L}-$/u.test(before) && startsLower(part) ? "" : " ";
}
