import { tzOffset } from "@date-fns/tz";
// One by one: all of date-fns is three hundred modules, which every command would have to load.
import { addHours } from "date-fns/addHours";
import { isValid } from "date-fns/isValid";
import { parseISO } from "date-fns/parseISO";
import { subHours } from "date-fns/subHours";
import { subSeconds } from "date-fns/subSeconds";

const SHAPE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a date as precise as a page gives it. A date alone is midnight in `timeZone`; a time without Z or offset is
 * wall time there. A wall time that summer time skips is moved on by what was skipped (02:30 becomes 03:30); of one
 * that comes twice the first is meant. That is what RFC 5545 §3.3.5 and Temporal's "compatible" say, too.
 *
 * @param timeZone IANA name; the host's zone plays no part
 * @returns whole seconds, or null if it is no date
 */
export function toInstant(text: string, timeZone: string): Date | null {
  const shape = SHAPE.exec(text);
  if (shape === null) return null;
  const zoned = shape[1] !== undefined;
  // With its zone said, parseISO() does not ask the host for its own.
  const read = parseISO(zoned ? text : text.includes("T") ? `${text}Z` : `${text}T00:00:00Z`);
  if (!isValid(read)) return null;
  const instant = zoned ? read : fromWallTime(read, timeZone);
  return isValid(instant) ? new Date(Math.floor(instant.getTime() / 1000) * 1000) : null;
}

/** @param wall the wall time, written as if it were UTC */
function fromWallTime(wall: Date, timeZone: string): Date {
  const before = offsetSeconds(timeZone, subHours(wall, 24));
  const after = offsetSeconds(timeZone, addHours(wall, 24));
  const first = subSeconds(wall, before);
  const second = subSeconds(wall, after);
  const secondExists = offsetSeconds(timeZone, second) === after;
  const firstExists = offsetSeconds(timeZone, first) === before;
  return firstExists || !secondExists ? first : second;
}

function offsetSeconds(timeZone: string, instant: Date): number {
  return Math.round(tzOffset(timeZone, instant) * 60);
}
