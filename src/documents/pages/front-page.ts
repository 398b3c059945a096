import { html } from "hono/html";
import type { Edition, Item } from "../../edition/edition.ts";
import { itemLink } from "../item-link.ts";
import { type Html, layout } from "./layout.ts";
import { time } from "./time.ts";

/** How many of each kind the front page lists. */
const FRONT_PAGE_ITEMS_MAX = 50;

/** The page at `/`: the newest items of each kind, and where to subscribe. */
export function frontPage(edition: Edition): string {
  const { site } = edition;
  const main = html`<h1 dir="auto">${site.title}</h1>
<p dir="auto">${site.description}</p>
${section(
  "articles",
  "Articles",
  edition.items.filter(({ kind }) => kind === "article"),
)}
${section(
  "headlines",
  "Headlines",
  edition.items.filter(({ kind }) => kind === "headline"),
)}
`;
  const url = new URL("/", site.url).href;
  return layout({ title: site.title, url, channels: edition.channels, main }, edition);
}

function section(id: string, name: string, items: readonly Item[]): Html | null {
  if (items.length === 0) return null;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}" lang="en">${name}</h2>
<ul>
${items.slice(0, FRONT_PAGE_ITEMS_MAX).map(listed)}</ul>
</section>`;
}

function listed(item: Item): Html {
  return html`<li><a href="${itemLink(item)}" dir="auto">${item.title}</a> ${time(item.published)}</li>\n`;
}
