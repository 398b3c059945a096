import { html } from "hono/html";
import type { Edition, Item } from "../../edition/edition.ts";
import type { Document } from "../document.ts";
import { DocumentMemory } from "../document-memory.ts";
import { frontCrumb, type Guide } from "./guide.ts";
import { itemsByDay } from "./item-list.ts";
import type { FramedBy, Html, Layout, Page } from "./layout.ts";
import type { Month } from "./months.ts";
import { monthName } from "./time.ts";
import { type WordKey, type Words, wordsOf } from "./words.ts";

/** Oldest first, so that what is published fills the last page of the last month, and no other page changes. */
const MONTH_PAGE_ITEMS_MAX = 60;

/** One page of a month. */
type MonthPart = {
  readonly month: Month;
  /** From 1. */
  readonly number: number;
  /** Oldest first. */
  readonly items: readonly Item[];
  /** Decoded: `/archive/2026-01`, `/archive/2026-01/2`. */
  readonly path: string;
};

/** The pages of all months. @returns newest first */
function monthParts(months: readonly Month[]): readonly MonthPart[] {
  return months.flatMap((month) => {
    const count = Math.ceil(month.items.length / MONTH_PAGE_ITEMS_MAX);
    return Array.from({ length: count }, (_, index): MonthPart => {
      const start = index * MONTH_PAGE_ITEMS_MAX;
      const items = month.items.slice(start, start + MONTH_PAGE_ITEMS_MAX);
      const number = index + 1;
      const path = number === 1 ? `/archive/${month.name}` : `/archive/${month.name}/${number}`;
      return { month, number, items, path };
    }).toReversed();
  });
}

const memory = new DocumentMemory<Item>();

/** The pages of all months: those of which nothing changed are the very same documents as the last time. */
export function* monthDocuments(
  months: readonly Month[],
  edition: Edition,
  guide: Guide,
  layout: Layout,
): Iterable<Document> {
  const parts = monthParts(months);
  for (const [index, part] of parts.entries()) {
    const [later, earlier] = [parts[index - 1], parts[index + 1]];
    const make = () => layout.documentOf(monthPage(part, earlier, later, edition, guide));
    const [first] = part.items;
    if (first === undefined) continue;
    const frame = layout.frameOf(framedBy(edition, guide));
    const madeOf = [edition.site, frame, part.path, earlier?.path, later?.path, ...part.items];
    yield memory.documentOf(first, madeOf, make);
  }
}

/** A page of a month, with the ways to those before and after it. */
function monthPage(
  part: MonthPart,
  earlier: MonthPart | undefined,
  later: MonthPart | undefined,
  edition: Edition,
  guide: Guide,
): Page {
  const { site } = edition;
  const { month, items, path } = part;
  const words = wordsOf(site.language, site);
  const heading = partName(part, words);
  const address = (to: string) => new URL(to, site.url).href;
  const main = html`<h1>${heading}</h1>
<div class="h-feed">
${itemsByDay(items, words, site)}</div>
<nav class="pair" aria-label="${words.text("pages")}"${words.lang("pages")}>
${way(earlier, "earlier", "prev")}${way(later, "later", "next")}</nav>
`;
  return {
    kind: "page",
    about: { kind: "month", month, items },
    path,
    title: `${heading} – ${site.title}`,
    heading,
    canonical: address(path),
    ...framedBy(edition, guide),
    main,
  };

  function way(to: MonthPart | undefined, key: WordKey, rel: string): Html | false {
    if (to === undefined) return false;
    return html`<p><span>${words.text(key)}</span> <a href="${address(to.path)}" rel="${rel}">${partName(to, words)}</a></p>\n`;
  }
}

function framedBy({ site }: Edition, { all }: Guide): FramedBy {
  const words = wordsOf(site.language, site);
  const archive = {
    label: words.text("archive"),
    url: new URL("/archive", site.url).href,
    language: words.languageOf("archive"),
  };
  return {
    language: site.language,
    channels: all,
    trail: [frontCrumb(site.language, site), archive],
  };
}

function partName({ month, number }: MonthPart, words: Words): string {
  const name = monthName(month.name, words);
  return number === 1 ? name : words.text("partOfMonth", name, `${number}`);
}
