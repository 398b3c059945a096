/**
 * RFC 3339 in UTC with whole seconds, as Atom and JSON Feed write dates: `2026-01-16T09:30:00Z`. Put together here, because a
 * feed is full of dates and `toISOString` takes several times as long.
 *
 * @throws {RangeError} if the date is invalid
 */
export function formatInstant(instant: Date): string {
  const year = instant.getUTCFullYear();
  if (!(year >= 1000 && year <= 9999)) return `${instant.toISOString().slice(0, -".000Z".length)}Z`;
  const day = `${year}-${twoDigits(instant.getUTCMonth() + 1)}-${twoDigits(instant.getUTCDate())}`;
  const minute = `${twoDigits(instant.getUTCHours())}:${twoDigits(instant.getUTCMinutes())}`;
  return `${day}T${minute}:${twoDigits(instant.getUTCSeconds())}Z`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
