import { escapeMarkup } from "../articles/escape-markup.ts";
import type { ArticleItem, Channel, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import { ChannelFeed } from "./channel-feed.ts";
import { type FeedPage, historyElement, historyLinks } from "./feed-page.ts";
import { formatInstant } from "./format-instant.ts";
import { GENERATOR } from "./generator.ts";
import { itemLink } from "./item-link.ts";
import { itemMedia } from "./item-media.ts";
import { itemText } from "./item-text.ts";
import { declarations } from "./namespaces.ts";
import { element, type XmlElement } from "./xml-element.ts";

/** Minutes a reader may keep a subscription document: the `max-age` it is served with. */
const RSS_TTL_MINUTES = 15;

/** An RSS 2.0 document as far as its first item. */
export function rssHead(page: FeedPage, prefixes: ReadonlySet<string>): string {
  const { channel, edition, part, updated, homeUrl, selfUrl } = page;
  const { site } = edition;
  const picture = edition.icon ?? edition.logo;
  const feed = new ChannelFeed({
    title: channel.title,
    link: homeUrl,
    description: channel.description,
    language: channel.language,
    updated,
    generator: GENERATOR,
    feed: selfUrl,
    ...(part !== "archive" && { ttl: RSS_TTL_MINUTES }),
    ...(picture !== null && { image: picture.url }),
    ...(site.rights !== null && { copyright: site.rights }),
  });
  const elements = channelElements(page);
  const own = elements.map(({ name }) => name.slice(0, name.indexOf(":")));
  return feed.head(elements, declarations([...prefixes, ...own]));
}

/** An item as it stands in an RSS 2.0 document, with the line end before it. */
export function rssItem(item: Item, content: Channel["content"], site: Site): string {
  const feed = new ChannelFeed({ title: site.title, link: site.home, updated: item.updated });
  const facts = { id: item.id, link: itemLink(item), date: item.published };
  return feed.item(facts, itemElements(item, content, site));
}

function channelElements(page: FeedPage): readonly XmlElement[] {
  const { licence } = page.edition.site;
  const history = historyElement(page);
  return [
    link("self", page.selfUrl, "application/rss+xml"),
    ...historyLinks(page).map(({ rel, href }) => link(rel, href, "application/rss+xml")),
    ...(history === null ? [] : [element(history, "")]),
    ...(licence === null ? [] : [element("creativeCommons:license", licence)]),
  ];
}

function itemElements(item: Item, content: Channel["content"], site: Site): readonly XmlElement[] {
  return [
    element("title", item.title),
    ...(item.kind === "article" && item.titleDerived ? [element("tp:titleDerived", "true")] : []),
    // RSS has no word for it, but SimplePie looks for this one.
    ...(item.updated > item.published ? [element("atom:updated", formatInstant(item.updated))] : []),
    ...item.authors.map(({ name }) => element("dc:creator", name)),
    ...(item.language === site.language ? [] : [element("dc:language", item.language)]),
    ...item.categories.map(({ scheme, label }) => element("category", label, { domain: scheme })),
    ...textElements(item, content, site),
    ...sourceElements(item),
    ...(item.kind === "article" ? articleElements(item) : []),
    ...itemMedia(item),
  ];
}

function textElements(item: Item, content: Channel["content"], site: Site): readonly XmlElement[] {
  const { html, summary } = itemText(item, content, site);
  return [
    // Readers take a description for HTML, so plain text has to be escaped as such first.
    ...(summary === null ? [] : [element("description", escapeMarkup(summary))]),
    ...(html === null ? [] : [element("content:encoded", html)]),
  ];
}

function sourceElements({ source }: Item): readonly XmlElement[] {
  if (source === null) return [];
  const { name, url } = source;
  return [url === undefined ? element("dc:source", name) : element("source", name, { url })];
}

function articleElements(article: ArticleItem): readonly XmlElement[] {
  return [
    ...(article.link === null ? [] : [link("related", article.url, "text/html")]),
    ...(article.canonical === null ? [] : [link("canonical", article.canonical, null)]),
    ...(article.licence === null ? [] : [element("creativeCommons:license", article.licence)]),
    ...enclosureElements(article),
  ];
}

/** RSS has a word for one file; that of podcasts holds all of them, the same one marked as the one to prefer. */
function enclosureElements({ enclosures }: ArticleItem): readonly XmlElement[] {
  const [first] = enclosures;
  if (first === undefined) return [];
  return [
    element("enclosure", "", { url: first.url, length: first.length, type: first.type }),
    ...enclosures.map(({ url, type, length, title }, index) =>
      element("podcast:alternateEnclosure", [element("podcast:source", "", { uri: url })], {
        type,
        length,
        default: index === 0 ? "true" : null,
        title,
      }),
    ),
  ];
}

function link(rel: string, href: string, type: string | null): XmlElement {
  return element("atom:link", "", { href, rel, type });
}
