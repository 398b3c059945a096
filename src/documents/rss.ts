import { escapeMarkup } from "../articles/escape-markup.ts";
import type { ArticleItem, Channel, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { ItemSource } from "../newswire/filing.ts";
import { ChannelFeed, type ChannelItem, formatItem, prefixesInItem } from "./channel-feed.ts";
import { type FeedPage, historyElement, historyLinks } from "./feed-page.ts";
import { formatInstant } from "./format-instant.ts";
import { GENERATOR } from "./generator.ts";
import { itemLink } from "./item-link.ts";
import { itemMedia } from "./item-media.ts";
import type { Piece } from "./item-piece.ts";
import { itemText } from "./item-text.ts";
import { element, type XmlElement } from "./xml-element.ts";

/** An RSS 2.0 document as far as its first item. */
export function rssHead(page: FeedPage, prefixes: Iterable<string>): string {
  const { channel, edition, part, updated, homeUrl, selfUrl } = page;
  const { rights, licence } = edition.site;
  const picture = edition.icon ?? edition.logo;
  const history = historyElement(page);
  const feed = new ChannelFeed({
    title: channel.title,
    link: homeUrl,
    description: channel.description,
    language: channel.language,
    updated,
    docs: "https://validator.w3.org/feed/docs/rss2.html",
    generator: GENERATOR,
    feed: selfUrl,
    ...(part !== "archive" && { ttl: channel.freshSeconds / 60 }),
    ...(picture !== null && { image: picture.url }),
    ...(rights !== null && { copyright: rights }),
  });
  for (const { rel, href } of historyLinks(page)) feed.addExtension(link(rel, href, "application/rss+xml"));
  if (history !== null) feed.addExtension(element(history, ""));
  if (licence !== null) feed.addExtension(element("creativeCommons:license", licence));
  return feed.head(prefixes);
}

/** An item as it stands in an RSS 2.0 document, with the line end before it. */
export function rssItem(item: Item, content: Channel["content"], site: Site): Piece {
  const { html, summary } = itemText(item, content, site);
  const entry: ChannelItem = {
    title: item.title,
    link: itemLink(item),
    id: item.id,
    date: item.published,
    // Readers take a description for HTML, so plain text has to be escaped as such first.
    description: summary === null ? undefined : escapeMarkup(summary),
    content: html ?? undefined,
    category: item.categories.map(({ scheme, label }) => ({ name: label, domain: scheme })),
    enclosure: item.kind === "article" ? firstEnclosure(item) : undefined,
    extensions: itemElements(item, site),
  };
  return { text: formatItem(entry), prefixes: prefixesInItem(entry) };
}

/** What neither RSS nor `feed` has a word for. */
function itemElements(item: Item, site: Site): XmlElement[] {
  return [
    ...(item.kind === "article" && item.titleDerived ? [element("tp:titleDerived", "true")] : []),
    // SimplePie looks for this one.
    ...(item.updated > item.published ? [element("atom:updated", formatInstant(item.updated))] : []),
    ...item.authors.map(({ name }) => element("dc:creator", name)),
    ...(item.language === site.language ? [] : [element("dc:language", item.language)]),
    ...(item.source === null ? [] : [sourceElement(item.source)]),
    ...(item.kind === "article" ? articleElements(item) : []),
    ...itemMedia(item),
  ];
}

function sourceElement({ name, url }: ItemSource): XmlElement {
  return url === undefined ? element("dc:source", name) : element("source", name, { url });
}

function articleElements(article: ArticleItem): readonly XmlElement[] {
  return [
    ...(article.link === null ? [] : [link("related", article.url, "text/html")]),
    ...(article.canonical === null ? [] : [link("canonical", article.canonical, null)]),
    ...(article.licence === null ? [] : [element("creativeCommons:license", article.licence)]),
    ...alternateEnclosures(article),
  ];
}

/** RSS has a word for one file. */
function firstEnclosure({ enclosures: [first] }: ArticleItem): ChannelItem["enclosure"] {
  return first === undefined ? undefined : { url: first.url, length: first.length, type: first.type };
}

/** What podcasts have holds all of them, the same one marked as the one to prefer. */
function alternateEnclosures({ enclosures }: ArticleItem): readonly XmlElement[] {
  return enclosures.map(({ url, type, length, title }, index) =>
    element("podcast:alternateEnclosure", [element("podcast:source", "", { uri: url })], {
      type,
      length,
      default: index === 0 ? "true" : null,
      title,
    }),
  );
}

function link(rel: string, href: string, type: string | null): XmlElement {
  return element("atom:link", "", { href, rel, type });
}
