import { html } from "hono/html";
import type { Author } from "../../articles/author.ts";
import type { Category, Item } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import type { Guide } from "./guide.ts";
import type { Html } from "./layout.ts";
import { readingMinutes } from "./reading-minutes.ts";
import { longTime, updateTime } from "./time.ts";
import { type Words, wordsOf } from "./words.ts";

/** Under which section an item is filed, as a line above its title; nothing if under none. */
export function itemKicker({ categories }: Item): Html | null {
  const sections = categories.filter(({ kind }) => kind === "section");
  return sections.length === 0 ? null : html`<p class="kicker">${links(sections)}</p>\n`;
}

/** Who wrote an item, when, and how long it is to read, as far as it is known. */
export function itemByline(item: Item, site: Site, guide: Guide): Html {
  const words = wordsOf(item.language, site);
  const isUpdated = item.updated > item.published;
  const published = longTime(item.published, "dt-published", words, site);
  const minutes = item.kind === "article" ? readingMinutes(item) : 0;
  const facts = [
    ...item.authors.map((author) => byline(author, guide)),
    permalink(item, item.embargoed ? words.html("embargo", published) : published),
    ...(isUpdated ? [words.html("updated", updateTime(item, words, site))] : []),
    ...(minutes > 0 ? [words.html("minutes", `${minutes}`)] : []),
  ];
  return html`<p class="facts">${facts.map((fact, index) => html`${index > 0 && SEPARATOR}<span>${fact}</span>`)}</p>\n`;
}

const SEPARATOR = " · ";

/** A reader of the page's microformats finds its address there. */
function permalink({ url }: Item, time: Html): Html {
  return html`<a class="u-url" href="${url}" rel="bookmark">${time}</a>`;
}

/** A person's page here comes before one elsewhere, as it leads to more of theirs. */
function byline(author: Author, guide: Guide): Html {
  const url = guide.pageOf(author) ?? author.url;
  if (url === undefined) return html`<span class="p-author h-card" dir="auto">${author.name}</span>`;
  return html`<a class="p-author h-card" href="${url}" rel="author" dir="auto">${author.name}</a>`;
}

/** Under which tags an item is filed, and who delivered it. */
export function itemFiling(item: Item, site: Site): Html {
  const words = wordsOf(item.language, site);
  const tags = item.categories.filter(({ kind }) => kind === "tag");
  return html`${tags.length > 0 && html`<p class="muted">${words.html("tagged", html`${links(tags)}`)}</p>\n`}${source(item, words)}`;
}

function links(categories: readonly Category[]): readonly Html[] {
  return categories.map(
    ({ scheme, label }, index) =>
      html`${index > 0 && SEPARATOR}<a class="p-category" href="${scheme}" rel="tag" dir="auto">${label}</a>`,
  );
}

function source({ source }: Item, words: Words): Html | null {
  if (source === null) return null;
  const { name, url } = source;
  const linked =
    url === undefined ? html`<span dir="auto">${name}</span>` : html`<a href="${url}" dir="auto">${name}</a>`;
  return html`<p class="muted">${words.html("source", linked)}</p>\n`;
}
