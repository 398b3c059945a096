import { html } from "hono/html";
import type { Site } from "../../edition/site.ts";
import type { ItemWithPage } from "./about.ts";
import type { Guide } from "./guide.ts";
import type { Html, Page } from "./layout.ts";
import { neighbourLinks } from "./neighbour-links.ts";
import { wordsOf } from "./words.ts";

/** An item's own page, around what it says. */
export function pageOfItem(item: ItemWithPage, text: Html, site: Site, guide: Guide): Page {
  const { path, title, url, language } = item;
  const canonical = item.kind === "article" ? (item.canonical ?? url) : url;
  return {
    kind: "page",
    about: { kind: "item", item, authorPages: item.authors.map(guide.pageOf) },
    path,
    title: `${title} – ${site.title}`,
    heading: title,
    canonical,
    language,
    channels: guide.channelsOf(item),
    trail: guide.trailOf(item),
    main: html`<article class="h-entry">
${text}</article>
${neighbourLinks(guide.neighboursOf(item), wordsOf(language, site))}`,
  };
}
