import { tzOffset } from "@date-fns/tz";
import { html } from "hono/html";
import type { Site } from "../../edition/site.ts";
import { formatInstant } from "../format-instant.ts";
import { type CalendarDay, dayText, monthText, shortDayText, weekdayText } from "./date-words.ts";
import type { Html } from "./layout.ts";
import type { Words } from "./words.ts";

/** What an instant is of an item, by the name that microformats have for it. */
type Property = "dt-published" | "dt-updated";

/** An instant by the clocks of the publication: `16 January 2026, 09:30 UTC`. Of one at midnight nobody knows the hour. */
export function longTime(instant: Date, property: Property | null, words: Words, site: Site): Html {
  const wall = wallTime(instant, site.timeZone);
  const day = dayText(wall, words.page);
  const clock = `${wall.clock} ${wall.offset}`;
  return time(instant, property, wall.clock === "" ? day : words.text("dayAndTime", day, clock));
}

/** When an item was updated: without the day, where that is the day on which it was published. */
export function updateTime({ published, updated }: Updated, words: Words, site: Site): Html {
  const [before, wall] = [wallTime(published, site.timeZone), wallTime(updated, site.timeZone)];
  if (before.iso !== wall.iso || wall.clock === "") return longTime(updated, "dt-updated", words, site);
  return time(updated, "dt-updated", wall.clock);
}

type Updated = { readonly published: Date; readonly updated: Date };

/** The hour for an item of today, the day for an older one: `09:30`, `15 January`. @param today `2026-01-16` */
export function shortTime(instant: Date, today: string, { page }: Words, site: Site): Html {
  const wall = wallTime(instant, site.timeZone);
  const isToday = wall.iso === today && wall.clock !== "";
  return time(instant, "dt-published", isToday ? wall.clock : shortDayText(wall, page));
}

/** The hour, under a heading with the day: `09:30`. */
export function clockTime(instant: Date, site: Site): Html {
  return time(instant, "dt-published", wallTime(instant, site.timeZone).clock);
}

/** The day: `16 January 2026`. */
export function dayTime(instant: Date, { page }: Words, site: Site): Html {
  return time(instant, null, dayText(wallTime(instant, site.timeZone), page));
}

/** `Friday, 16 January 2026`. @param day `2026-01-16` */
export function weekday(day: string, { page }: Words): Html {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return html`<time datetime="${day}">${weekdayText({ year, month, day: date }, page)}</time>`;
}

/** `January 2026`. @param month `2026-01` */
export function monthName(month: string, { page }: Words): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return monthText({ year, month: number, day: 1 }, page);
}

function time(instant: Date, property: Property | null, text: string): Html {
  const name = property !== null && html` class="${property}"`;
  return html`<time${name} datetime="${formatInstant(instant)}">${text}</time>`;
}

type WallTime = CalendarDay & {
  /** `2026-01-16`. */
  readonly iso: string;
  /** `09:30`; empty at midnight. */
  readonly clock: string;
  /** `UTC`, `UTC+1`, `UTC-3:30`. */
  readonly offset: string;
};

function wallTime(instant: Date, timeZone: string): WallTime {
  const minutes = tzOffset(timeZone, instant);
  const rfc3339 = new Date(instant.getTime() + minutes * 60_000).toISOString();
  const [year = 0, month = 1, day = 1] = rfc3339.slice(0, 10).split("-").map(Number);
  const isMidnight = rfc3339.slice(11, 19) === "00:00:00";
  const clock = isMidnight ? "" : rfc3339.slice(11, 16);
  return { year, month, day, iso: rfc3339.slice(0, 10), clock, offset: offsetText(minutes) };
}

function offsetText(minutes: number): string {
  if (minutes === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`}`;
}
