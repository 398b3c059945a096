import type { Edition, Item } from "../edition/edition.ts";
import { cleanEdition } from "./clean-edition.ts";
import type { Document } from "./document.ts";
import { articlePage } from "./pages/article-page.ts";
import { frontPage } from "./pages/front-page.ts";
import { headlinePage } from "./pages/headline-page.ts";
import { STYLESHEET } from "./pages/stylesheet.ts";
import { renderChannel } from "./render-channel.ts";

/**
 * Everything of an edition that has a URL: each channel in each format, a page for each item, the front page and the
 * stylesheet. Pure: the same edition gives the same documents, in the same order.
 *
 * @throws {RangeError} if a date of the edition is invalid
 * @throws {TypeError} if the site's address is not an absolute URL
 */
export function renderDocuments(edition: Edition): readonly Document[] {
  const clean = cleanEdition(edition);
  const feeds = clean.channels.flatMap((channel) => renderChannel(channel, clean.site));
  return [
    ...feeds,
    page("/", frontPage(clean), new URL("/", clean.site.url).href),
    ...clean.items.map((item) => itemPage(item, clean)),
    STYLESHEET,
  ];
}

function itemPage(item: Item, edition: Edition): Document {
  return item.kind === "article"
    ? page(`/articles/${item.slug}`, articlePage(item, edition), item.url)
    : page(`/headlines/${item.slug}`, headlinePage(item, edition), item.url);
}

function page(path: string, text: string, url: string): Document {
  return { kind: "page", path, mediaType: "text/html", text, links: [{ rel: "canonical", href: url }] };
}
