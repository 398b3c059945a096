import { checkHttpUrl, checkNotEmpty, readRfc3339 } from "./check-values.ts";
import type { ListingReading } from "./listing-reading.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, parseXml, textOf, type XmlElement } from "./parse-xml.ts";

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
/** Limits of https://www.sitemaps.org/protocol.html */
const URLS_MAX = 50_000;
const BYTES_MAX = 52_428_800;
/** Limit of https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const NEWS_MAX = 1_000;

/**
 * A sitemap of pages, with news or without, or an index of sitemaps.
 *
 * @param now seconds since 1970
 */
export function checkSitemap(text: string, now: number, object: Objector): ListingReading {
  const root = parseXml(text, object);
  if (root === null) return { feeds: [], pages: [] };
  const child = CHILDREN.get(root.name);
  if (child === undefined || root.namespace !== SITEMAP) {
    object(
      "The document is a sitemap",
      `<${root.name} xmlns="${root.namespace}">`,
      `<urlset xmlns="${SITEMAP}">`,
    );
    return { feeds: [], pages: [] };
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > BYTES_MAX)
    object("A sitemap is small enough for search engines", `${bytes} bytes`, `${BYTES_MAX} bytes`);
  const entries = childrenOf(root, SITEMAP, child);
  if (entries.length > URLS_MAX)
    object("A sitemap has few enough addresses", `${entries.length}`, `${URLS_MAX}`);
  const news = entries.flatMap((entry) => childrenOf(entry, NEWS, "news"));
  if (news.length > NEWS_MAX) object("A sitemap has few enough news", `${news.length}`, `${NEWS_MAX}`);
  for (const element of news) checkNews(element, now, object);
  const addresses = readAddresses(entries, now, object);
  return child === "url" ? { feeds: [], pages: addresses } : { feeds: [], pages: [], documents: addresses };
}

const CHILDREN = new Map([
  ["urlset", "url"],
  ["sitemapindex", "sitemap"],
]);

function readAddresses(entries: readonly XmlElement[], now: number, object: Objector): readonly string[] {
  const known = new Set<string>();
  for (const entry of entries) {
    const address = textOf(entry, SITEMAP, "loc");
    checkHttpUrl("<loc>", address, object);
    if (known.has(address)) object("A sitemap names each address once", address, "another address");
    known.add(address);
    for (const { text } of childrenOf(entry, SITEMAP, "lastmod")) readPast("<lastmod>", text, now, object);
  }
  return [...known];
}

function checkNews(news: XmlElement, now: number, object: Objector): void {
  const [publication] = childrenOf(news, NEWS, "publication");
  for (const name of ["name", "language"])
    checkNotEmpty(`<news:${name}>`, publication === undefined ? "" : textOf(publication, NEWS, name), object);
  checkNotEmpty("<news:title>", textOf(news, NEWS, "title"), object);
  readPast("<news:publication_date>", textOf(news, NEWS, "publication_date"), now, object);
}

function readPast(what: string, text: string, now: number, object: Objector): void {
  if (readRfc3339(what, text, object) > now)
    object("Nothing is dated in the future", text, "a date before that of the build");
}
