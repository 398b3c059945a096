import { monthNumber } from "./month-number.ts";

/** A date as precise as it was written. `zoned`: whether a time of day came with a zone (a date alone needs none). */
export type ParsedDate = { readonly date: string; readonly zoned: boolean };

type Day = { readonly year: number; readonly month: number; readonly day: number };
type Time = { readonly hour: number; readonly minute: number; readonly second: number };

/** Minutes east of Greenwich. Letters that mean several zones (IST) are left out: a time with them counts as one without. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  cest: 120,
  mez: 60,
  mesz: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  jst: 540,
  kst: 540,
  hkt: 480,
  sgt: 480,
  awst: 480,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  brt: -180,
};
/** `ET` and its like: the winter's offset; which half of the year counts follows the law of the United States. */
const SEASONAL_ZONES: Readonly<Record<string, number>> = { et: -300, ct: -360, mt: -420, pt: -480 };

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ]\s?(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i;
const WEEKDAY =
  /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|satur|sat|sun)(?:day)?\.?(?!\p{L})|(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|sexta)(?:-feira)?(?!\p{L})/giu;
const TIME =
  /(?<![\d.:/-])(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d))?\s?([ap])\.?m\b\.?|(?<![\d.:/-])(\d{1,2})[:.h](\d\d)(?::(\d\d))?(?![\d:])|(?<![\d.:/-])(\d{1,2})(?:\.(\d\d))?\s?(?:uhr|heures|hrs?)(?!\p{L})|(?<![\d.:/-])(\d\d)(\d\d)\s?(?=gmt|utc|hrs)/iu;
const ZONE =
  /(?<!\p{L})(?:(?:utc|gmt)\s?([+-]\d{1,2}(?::?\d\d)?)|([+-]\d\d:?\d\d)|\(?([a-z]{1,4})\)?)(?![\p{L}\d])/giu;
const DAY_FORMS: readonly (readonly [pattern: RegExp, read: (parts: readonly string[]) => Day | null])[] = [
  [/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/u, ([y, m, d]) => day(y, m, d)],
  [
    /(\p{L}+\.?)\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})/iu,
    ([m, d, y]) => day(y, String(monthNumber(m ?? "") ?? 0), d),
  ],
  [
    /(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s-](?:(?:of|de|del)\s)?(\p{L}+\.?),?[\s-](?:(?:de|del)\s)?(\d{4})/iu,
    ([d, m, y]) => day(y, String(monthNumber(m ?? "") ?? 0), d),
  ],
  [/(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u, ([y, m, d]) => day(y, m, d)],
  // Two numbers and a year: only if one of the numbers can't be a month is it known which is the day.
  [
    /(\d{1,2})\/(\d{1,2})\/(\d{4})/u,
    ([a, b, y]) => (Number(a) > 12 ? day(y, b, a) : Number(b) > 12 || a === b ? day(y, a, b) : null),
  ],
  // With stops between them the day comes first wherever that is written.
  [/(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})/u, ([d, m, y]) => day(y, m, d)],
];
const FILLERS =
  /(?<!\p{L})(?:at|on|um|den|vom|le|à|el|em|às|a|las|la|los|il|alle|ore|op|om|o'clock|local|time|h|hrs?|uhr|heures|г|года|в)(?!\p{L})/giu;
/** Longest text that is looked at: a date line is short. */
const DATE_CHARS_MAX = 120;

/**
 * Reads a date, perhaps with a time of day and a zone, as people write them in English, German, French, Spanish and
 * Portuguese. Nothing may stand beside it but the day of the week.
 *
 * @returns null if it is none, or none that exists (31 February), or could be two (3/4/2026)
 */
export function parseDate(text: string): ParsedDate | null {
  if (text.length > DATE_CHARS_MAX || !/\d/.test(text)) return null;
  const iso = ISO.exec(text);
  if (iso) return readIso(iso);
  return readWords(text);
}

function readIso([, y, m, d, hour, minute, second, zone]: RegExpExecArray): ParsedDate | null {
  const on = day(y, m, d);
  if (!on) return null;
  if (hour === undefined) return { date: formatDay(on), zoned: true };
  const time = timeOfDay(hour, minute, second);
  return time && format(on, time, zone === undefined ? null : zoneOffset(zone, on));
}

function readWords(text: string): ParsedDate | null {
  let rest = text.replace(WEEKDAY, " ");
  const form = DAY_FORMS.map(([pattern, read]) => ({ match: pattern.exec(rest), read })).find(
    ({ match }) => match !== null,
  );
  if (!form?.match) return null;
  const on = form.read(form.match.slice(1));
  if (!on) return null;
  rest = rest.replace(form.match[0], " ");

  const clock = TIME.exec(rest);
  const time = clock && readTime(clock);
  if (clock) rest = rest.replace(clock[0], " ");
  const zones = [...rest.matchAll(ZONE)].map((match) => ({
    text: match[0],
    offset: zoneOffset(match[0], on),
  }));
  const zone = time ? zones.find(({ offset }) => offset !== null) : undefined;
  if (zone) rest = rest.replace(zone.text, " ");
  // A zone that we don't know takes nothing away: the time is then one without.
  else if (time) rest = rest.replace(/(?<!\p{L})\p{Lu}{2,5}(?!\p{L})/u, " ");
  if (rest.replace(FILLERS, "").replace(/[\s,.;:()\-–—|•·@]+/g, "") !== "") return null;
  if (!clock) return { date: formatDay(on), zoned: true };
  return time && format(on, time, zone?.offset ?? null);
}

function readTime(match: RegExpExecArray): Time | null {
  const [
    ,
    hour12,
    minute12,
    second12,
    half,
    hour24,
    minute24,
    second24,
    hourWord,
    minuteWord,
    hour4,
    minute4,
  ] = match;
  if (half === undefined) {
    return timeOfDay(hour24 ?? hourWord ?? hour4, minute24 ?? minuteWord ?? minute4 ?? "0", second24);
  }
  const hour = Number(hour12);
  if (hour < 1 || hour > 12) return null;
  return timeOfDay(String((hour % 12) + (half.toLowerCase() === "p" ? 12 : 0)), minute12 ?? "0", second12);
}

function timeOfDay(hour = "", minute = "", second = "0"): Time | null {
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  return time.hour < 24 && time.minute < 60 && time.second < 60 ? time : null;
}

function day(y = "", m = "", d = ""): Day | null {
  const [year, month, date] = [Number(y), Number(m), Number(d)];
  const made = new Date(Date.UTC(year, month - 1, date));
  return year >= 1000 && made.getUTCMonth() === month - 1 && made.getUTCDate() === date
    ? { year, month, day: date }
    : null;
}

/** Minutes east of Greenwich, null if the letters say nothing sure. */
function zoneOffset(text: string, on: Day): number | null {
  const name = text.toLowerCase().replace(/[\s()]/g, "");
  const seasonal = SEASONAL_ZONES[name];
  if (seasonal !== undefined) return seasonal + (isUsSummer(on) ? 60 : 0);
  const known = ZONES[name];
  if (known !== undefined) return known;
  const numeric = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d\d)?$/.exec(name);
  if (!numeric) return null;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return minutes > 14 * 60 ? null : numeric[1] === "-" ? -minutes : minutes;
}

/** From the second Sunday of March to the first of November, to the day. */
function isUsSummer({ year, month, day: date }: Day): boolean {
  if (month !== 3 && month !== 11) return month > 3 && month < 11;
  const firstWeekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const firstSunday = 1 + ((7 - firstWeekday) % 7);
  return month === 3 ? date >= firstSunday + 7 : date < firstSunday;
}

function format(on: Day, { hour, minute, second }: Time, offset: number | null): ParsedDate {
  const instant = new Date(Date.UTC(on.year, on.month - 1, on.day, hour, minute - (offset ?? 0), second));
  const text = instant.toISOString().slice(0, 19);
  return offset === null ? { date: text, zoned: false } : { date: `${text}Z`, zoned: true };
}

function formatDay({ year, month, day: date }: Day): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
