import { isHeadlineLike } from "./is-headline-like.ts";
import type { Line } from "./line.ts";
import { isListLabel } from "./list-label.ts";
import { leadingNumber, type ParsedHeadline, parseAddressLine, parseHeadline } from "./parse-headline.ts";

/** A line of a part with what it could be. Lines of hard-wrapped blocks are paragraphs, whatever they look like. */
export type Unit = {
  readonly line: Line;
  readonly paragraph: boolean;
  readonly label: boolean;
  /** Nothing but an address: it goes with the line before it. */
  readonly address: boolean;
  readonly headline: ParsedHeadline;
  readonly headlineLike: boolean;
  /** It has a bullet, a number or an address: somebody meant it as one of a list. */
  readonly marked: boolean;
};

/** A part divided into what is told and what is listed. */
export type DividedPart = {
  readonly body: readonly Unit[];
  readonly list: readonly Unit[];
  /** The list stands before the body. */
  readonly before: boolean;
  /** Nothing but the look of its lines tells the list from the body. */
  readonly ambiguous: boolean;
};

const GAP_BLANKS_MIN = 2;
/** Lines without a gap, a label or a mark are a list from this number on. */
const PLAIN_RUN_MIN = 3;
/** In a block of this many lines some may look like paragraphs. */
const TOLERANT_BLOCK_MIN = 4;
const TOLERANT_SHARE_MIN = 0.7;

/** Reads each line for what it could be. */
export function makeUnits(
  blocks: readonly { readonly lines: readonly Line[]; readonly wrapped: boolean }[],
): readonly Unit[] {
  const numbers = new Set(blocks.flatMap(({ lines }) => lines.map(leadingNumber)));
  // A number is a mark in a sequence; alone it may belong to its headline: `2. Bundesliga startet`.
  const numbered = [...numbers].some(
    (number) => number !== null && (number === 1 || numbers.has(number + 1)),
  );
  return blocks.flatMap(({ lines, wrapped }) =>
    lines.map((line, i) => {
      const headline = parseHeadline(line, numbered);
      const address = !wrapped && parseAddressLine(line.text) !== null;
      const linked =
        headline.url !== undefined ||
        headline.unsafeUrl !== undefined ||
        parseAddressLine(lines[i + 1]?.text ?? "") !== null;
      return {
        line,
        paragraph: wrapped,
        label: !wrapped && isListLabel(line.text),
        address,
        headline,
        headlineLike: !wrapped && !address && isHeadlineLike(headline.title),
        marked: linked || headline.mark !== null,
      };
    }),
  );
}

/** Finds the list of a part: under a label, behind a gap, by its marks, by its look; or before the body. */
export function findList(units: readonly Unit[]): DividedPart {
  if (!units.some(isTold)) return { body: [], list: units, before: false, ambiguous: false };
  const labelled = underLabel(units);
  if (labelled) {
    const start = startBehindGap(labelled.body);
    return {
      ...labelled,
      body: labelled.body.slice(0, start),
      list: [...labelled.body.slice(start), ...labelled.list],
    };
  }
  for (const [start, ambiguous] of [
    [startBehindGap(units), false],
    [startOfMarked(units), false],
    [startOfPlainRun(units), true],
  ] as const) {
    if (start < units.length)
      return { body: units.slice(0, start), list: units.slice(start), before: false, ambiguous };
  }
  return { body: units, list: [], before: false, ambiguous: false };
}

/** The first block, if it is a list of at least three lines before the body; 0 if it is none. */
export function countListBefore(body: readonly Unit[]): number {
  const next = body.findIndex(({ line }, i) => i > 0 && line.blanksBefore > 0);
  const block = next === -1 ? body : body.slice(0, next);
  const titles = block.filter(({ address }) => !address);
  const isList = next !== -1 && titles.length >= PLAIN_RUN_MIN && titles.every(isListed);
  return isList ? block.length : 0;
}

function isTold({ address, label, headlineLike }: Unit): boolean {
  return !address && !label && !headlineLike;
}

function isListed({ address, label, headlineLike }: Unit): boolean {
  return address || label || headlineLike;
}

/** What follows the first label that has headlines under it; what is told behind them goes back to the body. */
function underLabel(units: readonly Unit[]): DividedPart | null {
  for (const [at, unit] of units.entries()) {
    if (!unit.label || !units[at + 1]?.headlineLike) continue;
    let end = at + 1;
    while (end < units.length && isListedIn(units, end)) end++;
    return {
      body: [...units.slice(0, at), ...units.slice(end)],
      list: units.slice(at, end),
      before: false,
      ambiguous: false,
    };
  }
  return null;
}

/** Under a label, a block of four or more lines may hold a few that look like paragraphs. */
function isListedIn(units: readonly Unit[], at: number): boolean {
  const unit = units[at];
  if (!unit) return false;
  if (isListed(unit)) return true;
  if (unit.paragraph || unit.line.blanksBefore > 0) return false;
  let start = at;
  while (start > 0 && (units[start]?.line.blanksBefore ?? 0) === 0 && !units[start - 1]?.label) start--;
  let end = at + 1;
  while (end < units.length && units[end]?.line.blanksBefore === 0) end++;
  return isListBlock(units.slice(start, end), true);
}

/** Where the earliest gap stands from which on everything is listed; the length if nowhere. */
function startBehindGap(units: readonly Unit[]): number {
  let start = units.length;
  // Block by block from the end: `end` is where the block behind begins.
  for (let at = units.length - 1, end = units.length; at > 0; at--) {
    const blanks = units[at]?.line.blanksBefore ?? 0;
    if (blanks === 0) continue;
    const gap = blanks >= GAP_BLANKS_MIN;
    if (!isListBlock(units.slice(at, end), gap)) break;
    if (gap) start = at;
    end = at;
  }
  return start;
}

function isListBlock(block: readonly Unit[], tolerant: boolean): boolean {
  const lines = block.filter(({ address }) => !address);
  const listed = lines.filter(isListed);
  if (listed.length === lines.length) return true;
  if (!tolerant || lines.length < TOLERANT_BLOCK_MIN || lines.some(({ paragraph }) => paragraph))
    return false;
  // Where all the others are marked, a line without a mark is no part of the list.
  if (listed.every(({ marked }) => marked) && lines.some((unit) => isTold(unit) && !unit.marked))
    return false;
  return listed.length >= lines.length * TOLERANT_SHARE_MIN;
}

/** Where the trailing run of lines with a bullet, a number or an address starts; the length if there is none. */
function startOfMarked(units: readonly Unit[]): number {
  let start = units.length;
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at];
    if (!unit) break;
    if (unit.address && at > 0 && !isTold(units[at - 1] ?? unit)) continue;
    if (!unit.headlineLike || !unit.marked) break;
    start = at;
  }
  // A single line that hangs on a paragraph is the paragraph's.
  return start === units.length - 1 && units[start]?.line.blanksBefore === 0 ? units.length : start;
}

/** Where a trailing run of three or more lines that only look like headlines starts; the length if there is none. */
function startOfPlainRun(units: readonly Unit[]): number {
  let start = units.length;
  while (start > 0 && units[start - 1]?.headlineLike) start--;
  return units.length - start >= PLAIN_RUN_MIN ? start : units.length;
}
