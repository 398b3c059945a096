const DATE =
  /^(\d{4})-(\d\d)-(\d\d)(?:(?:[Tt]|[ \t]+)(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:[ \t]*([Zz]|[+-]\d\d(?::?\d\d)?))?)?$/;
const CHARS_MAX = 60;

/**
 * Reads a date as people type it into YAML: a day, or a day and a time (divided by `T` or a blank), perhaps with a zone.
 *
 * @returns `2026-01-16`, `2026-01-16T09:30:00` (no zone said) or `2026-01-16T09:30:00Z`; parts of a second are dropped.
 *   Null if it is none or none that exists (30 February)
 */
export function readDate(text: string): string | null {
  const trimmed = text.length > CHARS_MAX ? text : text.trim();
  const [matched, year, month, day, hour, minute, second = "00", zone] = DATE.exec(trimmed) ?? [];
  if (matched === undefined || Number(year) < 1000) return null;
  const on = `${year}-${month}-${day}`;
  if (!exists(on)) return null;
  if (hour === undefined) return on;
  const time = `${on}T${hour}:${minute}:${second}`;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (zone === undefined) return time;
  const minutesEast = offsetMinutes(zone);
  if (minutesEast === null) return null;
  const instant = new Date(Date.parse(`${time}Z`) - minutesEast * 60_000);
  return `${instant.toISOString().slice(0, 19)}Z`;
}

function exists(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}

function offsetMinutes(zone: string): number | null {
  if (zone.toUpperCase() === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(":", "") || "0");
  const isPossible = Number(zone.slice(-2)) < 60 && minutes <= 14 * 60;
  return !isPossible ? null : zone.startsWith("-") ? -minutes : minutes;
}
