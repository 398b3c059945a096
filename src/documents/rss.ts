import type { Channel, Item } from "../edition/edition.ts";
import type { Author, Site } from "../edition/site.ts";
import { articleHtml } from "./article-html.ts";
import { hasDerivedTitle } from "./has-derived-title.ts";
import { itemLink } from "./item-link.ts";
import { GENERATOR, TELEPRINTER_NAMESPACE } from "./vocabulary.ts";

/** Minutes a reader may keep the document: the `max-age` it is served with. */
const RSS_TTL_MINUTES = 15;

/** A channel as the options of the `feed` package that its RSS 2.0 renderer reads. */
export function rssOptions(channel: Channel, site: Site, selfUrl: string) {
  return {
    title: rssText(channel.title),
    link: site.home,
    description: rssText(channel.description),
    language: rssText(site.language),
    updated: channel.updated,
    generator: GENERATOR,
    ttl: RSS_TTL_MINUTES,
    feed: selfUrl,
    ...(site.rights !== null && { copyright: rssText(site.rights) }),
  };
}

/** An extension of the channel that declares the namespaces its items use. */
export function rssNamespaces(channel: Channel) {
  const declarations = {
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    ...(channel.items.some(hasDerivedTitle) && { "xmlns:tp": TELEPRINTER_NAMESPACE }),
  };
  return { name: "_attributes", objects: declarations };
}

/** An item as the `feed` package takes it: what its RSS 2.0 renderer would write as CDATA comes as an extension. */
export function rssItem(item: Item) {
  return {
    id: rssText(item.id),
    title: "-", // keeps the place of the extension of that name
    link: itemLink(item),
    date: item.published,
    extensions: [
      textExtension("title", item.title),
      ...(hasDerivedTitle(item) ? [textExtension("tp:titleDerived", "true")] : []),
      ...(item.authors.length > 0 ? [creators(item.authors)] : []),
      ...(item.kind === "article" ? [textExtension("content:encoded", articleHtml(item))] : []),
    ],
  };
}

function textExtension(name: string, text: string) {
  return { name, objects: { _text: rssText(text) } };
}

function creators(authors: readonly Author[]) {
  const elements = authors.map(({ name }) => ({ _text: rssText(name) }));
  // `feed` takes a list for an element that is repeated, though its type has no word for lists.
  const anyRecord: Record<string, unknown> = {};
  return { name: "dc:creator", objects: Object.assign(elements, anyRecord) };
}

/**
 * Text so prepared that xml-js, which `feed` writes with, gives it back as it was: xml-js turns `&amp;` into `&`
 * before it escapes, so that the text `&amp;lt;` would arrive as `&lt;`.
 */
function rssText(text: string): string {
  return text.replaceAll("&", "&amp;");
}
