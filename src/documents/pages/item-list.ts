import { html } from "hono/html";
import { makeSummary } from "../../articles/make-summary.ts";
import type { ArticleItem, Item } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import { firstSentence } from "../../newswire/sentence.ts";
import { formatDay } from "../format-day.ts";
import { directionOf, isWrittenDensely, langIfOther } from "./language.ts";
import type { Html } from "./layout.ts";
import { clockTime, shortTime, weekday } from "./time.ts";
import type { Words } from "./words.ts";

/** UTF-16 code units. */
const SUMMARY_CHARS_MAX = 160;

/** Items under the days on which they were published, with the beginnings of their texts. */
export function itemsByDay(items: readonly Item[], words: Words, site: Site): readonly Html[] {
  const days = Map.groupBy(items, ({ published }) => formatDay(published, site.timeZone));
  return Array.from(days, ([day, ofDay]) => {
    const entries = ofDay.map((item) => entry(item, clockTime(item.published, site), words, true));
    return html`<section class="day">
<h2>${weekday(day, words)}</h2>
<ul class="wire">
${entries}</ul>
</section>
`;
  });
}

/** Items in few words. @param today `2026-01-16` */
export function itemList(items: readonly Item[], today: string, words: Words, site: Site): Html {
  return html`<ul class="wire">
${items.map((item) => entry(item, shortTime(item.published, today, words, site), words, false))}</ul>
`;
}

/** A headline leads straight to its story, a link post to its own page, as that says something of its own. */
function entry(item: Item, time: Html, { page }: Words, isLong: boolean): Html {
  const lang = langIfOther(item.language, page);
  const story = item.kind === "headline" ? item.address : null;
  const direction = directionOf(item.title, item.language);
  const link =
    story === null
      ? html`<a class="u-url p-name" href="${item.url}"${lang} dir="${direction}">${item.title}</a>`
      : html`<a class="u-bookmark-of p-name" href="${story}"${lang} dir="${direction}">${item.title}</a>`;
  const remark = isLong || item.kind !== "article" ? shortText(item, SUMMARY_CHARS_MAX) : "";
  const text =
    remark !== "" &&
    html`<p class="p-summary"${lang} dir="${directionOf(remark, item.language)}">${remark}</p>`;
  return html`<li class="h-entry">${time} <div>${link}${whose(item)}${text}</div></li>\n`;
}

/** Who delivered an item, else who wrote it. */
function whose({ source, authors }: Item): Html | null {
  const names = source === null ? authors.map(({ name }) => name) : [source.name];
  if (names.length === 0) return null;
  return html` <span class="whose" dir="auto">${names.join(", ")}</span>`;
}

/**
 * The beginning of an item's text, which its title does not say already; of a correction and a notice what their titles keep to
 * themselves. Empty if there is none.
 */
export function shortText(item: Item, charsMax: number): string {
  switch (item.kind) {
    case "article":
      return item.summary ?? makeSummary(paragraphsBelowTitle(item), lengthOf(item.language, charsMax));
    case "headline":
      return "";
    case "notice":
      return item.reason;
    case "correction":
      return item.note;
  }
}

/** As long to the eye as so many Latin letters. */
function lengthOf(language: string, latinChars: number): number {
  return isWrittenDensely(language) ? latinChars / 2 : latinChars;
}

/** A derived title is the first sentence, or the beginning of a long one, whose rest is told first. */
function paragraphsBelowTitle({ title, titleDerived, paragraphs }: ArticleItem): readonly string[] {
  if (!titleDerived) return paragraphs;
  const [first = "", ...others] = paragraphs;
  const begun = title.slice(0, -"…".length);
  const isBrokenOff = title === `${begun}…` && first.startsWith(begun) && !first.startsWith(title);
  const rest = first.slice(isBrokenOff ? begun.length : firstSentence(first).length).trim();
  return [isBrokenOff ? `…${rest}` : rest, ...others];
}
