import { parseDate } from "./parse-date.ts";

/** `2026-01-16-evening.txt`, `20260116.md`, `2026-01-16T0930-x.txt` and the like. */
const NAME_DATE = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:T(\d{2})[-.]?(\d{2})(?:[-.]?(\d{2}))?(Z?))?(?!\d)/;

/**
 * The date that a file's name starts with, as precise as it is there; null if none does.
 *
 * @param file path, `/` as divider
 */
export function dateInName(file: string): string | null {
  const found = NAME_DATE.exec(nameOf(file));
  if (found === null) return null;
  const [, year, , month, day, hours, minutes, seconds = "00", zone] = found;
  const date = `${year}-${month}-${day}`;
  const time = hours === undefined ? null : parseDate(`${date}T${hours}:${minutes}:${seconds}${zone}`);
  return time?.date ?? parseDate(date)?.date ?? null;
}

/** A file's name without its folder and without a date at its start; the ending stays. */
export function nameWithoutDate(file: string): string {
  return nameOf(file)
    .replace(NAME_DATE, "")
    .replace(/^[-_. ]+/, "");
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
