const DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const LONG_DAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)";
const MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTH = `(?<month>${MONTH_NAMES.join("|")})`;
const TIME = String.raw`(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})`;

/** RFC 9110 §5.6.7: IMF-fixdate, rfc850-date, asctime-date. */
const FORMS = [
  new RegExp(String.raw`^${DAY}, (?<day>\d{2}) ${MONTH} (?<year>\d{4}) ${TIME} GMT$`),
  new RegExp(String.raw`^${LONG_DAY}, (?<day>\d{2})-${MONTH}-(?<year>\d{2}) ${TIME} GMT$`),
  new RegExp(String.raw`^${DAY} ${MONTH} (?<day>\d{2}| \d) ${TIME} (?<year>\d{4})$`),
];

/**
 * Reads an HTTP date in any of its three forms, or null for anything else. A wrong day of the week is let pass.
 *
 * @param now decides the century of a two-digit year: one that seems over 50 years ahead is past
 */
export function parseHttpDate(text: string, now: Date): Date | null {
  if (text.length > 40) return null;
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts) return dateOf(parts, now);
  }
  return null;
}

function dateOf(parts: Readonly<Record<string, string>>, now: Date): Date | null {
  const { year = "", month = "", day, hour, minute, second } = parts;
  const fields = [
    MONTH_NAMES.indexOf(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  ] as const;
  if (year.length === 4) return utcDate(Number(year), ...fields);

  const guess = Math.floor(now.getUTCFullYear() / 100) * 100 + Number(year);
  const date = utcDate(guess, ...fields);
  const limit = new Date(now);
  limit.setUTCFullYear(now.getUTCFullYear() + 50);
  return date && date > limit ? utcDate(guess - 100, ...fields) : date;
}

/** Null when the calendar or the clock has no such moment; a leap second is the second after it. */
function utcDate(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): Date | null {
  if (day < 1 || hour > 23 || minute > 59 || second > 60) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month, day); // Date.UTC would take the year 0026 for 1926
  if (date.getUTCMonth() !== month) return null;
  date.setUTCHours(hour, minute, second);
  return date;
}
