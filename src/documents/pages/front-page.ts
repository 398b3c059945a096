import { html } from "hono/html";
import type { Channel, Edition, Item } from "../../edition/edition.ts";
import { channelUrl } from "./channel-url.ts";
import type { Guide } from "./guide.ts";
import { itemList } from "./item-list.ts";
import type { Html, Page } from "./layout.ts";

/** How many of each kind the front page lists. */
const FRONT_PAGE_ITEMS_MAX = 50;

/** The page at `/`: the newest items of each kind, the sections, and where to subscribe. */
export function frontPage(edition: Edition, { all }: Guide): Page {
  const { site, items, channels } = edition;
  const itemsOf = (wanted: Item["kind"]) => items.filter(({ kind }) => kind === wanted);
  const main = html`<h1 dir="auto">${site.title}</h1>
<p dir="auto">${site.description}</p>
${sections(channels, edition)}${newest("articles", "Articles", itemsOf("article"), edition)}${newest(
  "headlines",
  "Headlines",
  itemsOf("headline"),
  edition,
)}`;
  return {
    kind: "page",
    path: "/",
    title: site.title,
    canonical: new URL("/", site.url).href,
    language: site.language,
    channels: all,
    main,
  };
}

function sections(channels: readonly Channel[], { site }: Edition): Html | null {
  const links = channels
    .filter(({ kind }) => kind === "section")
    .map(
      (channel) => html`<li><a href="${channelUrl(channel, site)}" dir="auto">${channel.label}</a></li>\n`,
    );
  if (links.length === 0) return null;
  return html`<nav aria-labelledby="sections">
<h2 id="sections" lang="en">Sections</h2>
<ul class="row">
${links}</ul>
</nav>
`;
}

function newest(id: string, name: string, items: readonly Item[], { site }: Edition): Html | null {
  if (items.length === 0) return null;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}" lang="en">${name}</h2>
${itemList(items.slice(0, FRONT_PAGE_ITEMS_MAX), site.language)}</section>
`;
}
