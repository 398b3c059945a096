import type { Locale } from "date-fns";
import { ar } from "date-fns/locale/ar";
import { de } from "date-fns/locale/de";
import { enGB } from "date-fns/locale/en-GB";
import { es } from "date-fns/locale/es";
import { fr } from "date-fns/locale/fr";
import { he } from "date-fns/locale/he";
import { it } from "date-fns/locale/it";
import { ja } from "date-fns/locale/ja";
import { ko } from "date-fns/locale/ko";
import { nl } from "date-fns/locale/nl";
import { pl } from "date-fns/locale/pl";
import { pt } from "date-fns/locale/pt";
import { ru } from "date-fns/locale/ru";
import { sv } from "date-fns/locale/sv";
import { zhCN } from "date-fns/locale/zh-CN";
import { zhTW } from "date-fns/locale/zh-TW";
import { tableOf } from "./words/table-of.ts";

/** A day or a month of a calendar; of a month, `day` is nothing to go by. */
export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

/** How people of a language write dates: `{y}`, `{m}` the month's name, `{d}`, `{w}` the weekday's name, `{day}` a day as before. */
type Manner = {
  readonly locale: Pick<Locale, "localize">;
  readonly day: string;
  readonly shortDay: string;
  readonly month: string;
  readonly weekday: string;
};

const plain = { day: "{d} {m} {y}", shortDay: "{d} {m}", month: "{m} {y}", weekday: "{w} {day}" };
const iberian = { ...plain, day: "{d} de {m} de {y}", shortDay: "{d} de {m}", month: "{m} de {y}" };
const japanese = { day: "{y}年{m}{d}日", shortDay: "{m}{d}日", month: "{y}年{m}", weekday: "{day}{w}" };

const MANNERS: Readonly<Record<string, Manner>> = {
  en: { ...plain, weekday: "{w}, {day}", locale: enGB },
  "en-us": { ...plain, day: "{m} {d}, {y}", shortDay: "{m} {d}", weekday: "{w}, {day}", locale: enGB },
  ar: { ...plain, weekday: "{w}، {day}", locale: ar },
  de: { ...plain, day: "{d}. {m} {y}", shortDay: "{d}. {m}", weekday: "{w}, {day}", locale: de },
  es: { ...iberian, weekday: "{w}, {day}", locale: es },
  fr: { ...plain, locale: fr },
  he: { ...plain, day: "{d} ב{m} {y}", shortDay: "{d} ב{m}", weekday: "{w}, {day}", locale: he },
  it: { ...plain, locale: it },
  ja: { ...japanese, locale: ja },
  ko: { day: "{y}년 {m} {d}일", shortDay: "{m} {d}일", month: "{y}년 {m}", weekday: "{day} {w}", locale: ko },
  nl: { ...plain, locale: nl },
  pl: { ...plain, weekday: "{w}, {day}", locale: pl },
  pt: { ...iberian, weekday: "{w}, {day}", locale: pt },
  ru: { ...plain, weekday: "{w}, {day}", locale: ru },
  sv: { ...plain, locale: sv },
  "zh-hans": {
    ...japanese,
    day: "{y}年{n}月{d}日",
    shortDay: "{n}月{d}日",
    month: "{y}年{n}月",
    locale: zhCN,
  },
  "zh-hant": {
    ...japanese,
    day: "{y}年{n}月{d}日",
    shortDay: "{n}月{d}日",
    month: "{y}年{n}月",
    locale: zhTW,
  },
};

/** `16 January 2026`; where the language is none we know, `2026-01-16`. @param language BCP 47 */
export function dayText(day: CalendarDay, language: string): string {
  const manner = tableOf(MANNERS, language);
  return manner === null ? isoDay(day) : fill(manner.day, day, manner);
}

/** `16 January`, `01-16`. */
export function shortDayText(day: CalendarDay, language: string): string {
  const manner = tableOf(MANNERS, language);
  return manner === null ? isoDay(day).slice(-5) : fill(manner.shortDay, day, manner);
}

/** `Friday, 16 January 2026`, `2026-01-16`. */
export function weekdayText(day: CalendarDay, language: string): string {
  const manner = tableOf(MANNERS, language);
  if (manner === null) return isoDay(day);
  return upperFirst(fill(manner.weekday.replace("{day}", manner.day), day, manner));
}

/** `January 2026`, `2026-01`. */
export function monthText(day: CalendarDay, language: string): string {
  const manner = tableOf(MANNERS, language);
  return manner === null
    ? isoDay(day).slice(0, -3)
    : upperFirst(fill(manner.month, day, manner, "standalone"));
}

/** A name at the start of a line. */
function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fill(
  pattern: string,
  { year, month, day }: CalendarDay,
  { locale: { localize } }: Manner,
  context: "formatting" | "standalone" = "formatting",
): string {
  return pattern.replace(/\{([ymndw])\}/g, (_, letter: string) => {
    if (letter === "y") return `${year}`;
    if (letter === "d") return `${day}`;
    if (letter === "n") return `${month}`;
    if (letter === "m") return localize.month(MONTHS[month - 1] ?? 0, { width: "wide", context });
    return localize.day(DAYS[dateOf({ year, month, day }).getUTCDay()] ?? 0, { width: "wide", context });
  });
}

const MONTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

function dateOf({ year, month, day }: CalendarDay): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function isoDay(day: CalendarDay): string {
  return dateOf(day).toISOString().slice(0, "2026-01-16".length);
}
