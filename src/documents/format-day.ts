import { tzOffset } from "@date-fns/tz";

/**
 * The calendar day of an instant: `2026-11-20`.
 *
 * @param timeZone IANA name; the day is that of its clocks
 */
export function formatDay(instant: Date, timeZone: string): string {
  const wallTime = new Date(instant.getTime() + tzOffset(timeZone, instant) * 60_000);
  return wallTime.toISOString().slice(0, "2026-11-20".length);
}
