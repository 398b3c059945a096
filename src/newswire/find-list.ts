import { isTold, type Unit } from "./read-units.ts";

/** A part divided into what is told and what is listed. */
export type DividedPart = {
  readonly body: readonly Unit[];
  readonly list: readonly Unit[];
  /** Nothing but the look of its lines tells the list from the body. */
  readonly ambiguous: boolean;
};

const GAP_BLANKS_MIN = 2;
/** Lines without a gap, a label or a mark are a list from this number on. */
const PLAIN_RUN_MIN = 3;
/** Share of headlines in a block where some look like sentences: one of four may, none of three. */
const TOLERANT_SHARE_MIN = 0.7;

/** Finds the list of a part: under a label, behind a gap, by its marks, by its look. */
export function findList(units: readonly Unit[]): DividedPart {
  if (!units.some(isTold)) return { body: [], list: units, ambiguous: false };
  const label = units.findIndex(({ look }, i) => look === "label" && isHeadline(units[i + 1]));
  if (label !== -1) return splitAtLabel(units, label);
  const sure = Math.min(startBehindGap(units), startOfMarked(units));
  const start = sure < units.length ? sure : startOfPlainRun(units);
  return { body: units.slice(0, start), list: units.slice(start), ambiguous: start < sure };
}

/** How many units the first block has, if it is a list of at least three lines before the body; 0 if it is none. */
export function countListBefore(body: readonly Unit[]): number {
  const end = endOfBlock(body, 0);
  const lines = body.slice(0, end).filter(({ look }) => look !== "address");
  const isList = end < body.length && lines.length >= PLAIN_RUN_MIN && !lines.some(isTold);
  return isList ? end : 0;
}

/** What stands under the label is listed; what is told behind that goes back to the body. */
function splitAtLabel(units: readonly Unit[], label: number): DividedPart {
  const end = endOfLabelled(units, label + 1);
  const rest = [...units.slice(0, label), ...units.slice(end)];
  const start = startBehindGap(rest);
  return {
    body: rest.slice(0, start),
    list: [...rest.slice(start), ...units.slice(label, end)],
    ambiguous: false,
  };
}

function endOfLabelled(units: readonly Unit[], start: number): number {
  let at = start;
  while (at < units.length) {
    const end = endOfBlock(units, at);
    const block = units.slice(at, end);
    const told = block.findIndex(isTold);
    if (told === 0 || (told > 0 && !isListBlock(block, true))) return at + told;
    at = end;
  }
  return at;
}

function endOfBlock(units: readonly Unit[], start: number): number {
  let end = start + 1;
  while (end < units.length && units[end]?.line.blanksBefore === 0) end++;
  return Math.min(end, units.length);
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

/** `tolerant`: a few may look like sentences. */
function isListBlock(block: readonly Unit[], tolerant: boolean): boolean {
  if (!block.some(isTold)) return true;
  if (!tolerant || block.some(({ look }) => look === "paragraph")) return false;
  const lines = block.filter(({ look }) => look !== "address");
  const told = lines.filter(isTold);
  // Where all the others are marked, a line without a mark is no part of the list.
  const othersMarked = lines.every((unit) => unit.marked || isTold(unit));
  if (othersMarked && told.some(({ marked }) => !marked)) return false;
  return lines.length - told.length >= lines.length * TOLERANT_SHARE_MIN;
}

/** Where the trailing run of lines with a mark or an address starts; the length if there is none. */
function startOfMarked(units: readonly Unit[]): number {
  let start = units.length;
  for (let at = units.length - 1; at >= 0; at--) {
    const unit = units[at];
    const above = units[at - 1];
    if (unit?.look === "address" && above && !isTold(above)) continue;
    if (!isHeadline(unit) || !unit?.marked) break;
    start = at;
  }
  const only = start === units.length - 1 ? units[start] : undefined;
  // A single line that hangs on a paragraph is the paragraph's, unless it says itself what it is.
  const hangs = only?.line.blanksBefore === 0 && only.headline.mark !== "label";
  return hangs ? units.length : start;
}

/** Where a trailing run of three or more lines that only look like headlines starts; the length if there is none. */
function startOfPlainRun(units: readonly Unit[]): number {
  let start = units.length;
  while (isHeadline(units[start - 1])) start--;
  return units.length - start >= PLAIN_RUN_MIN ? start : units.length;
}

/** A label in a list could be a headline as well. */
function isHeadline(unit: Unit | undefined): boolean {
  return unit?.look === "headline" || unit?.look === "label";
}
