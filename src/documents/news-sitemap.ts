import type { ArticleItem, Edition, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { Document } from "./document.ts";
import { formatInstant } from "./format-instant.ts";
import { element, formatElement, type XmlElement } from "./xml-element.ts";

const NEWS_ITEMS_MAX = 1_000;
const NEWS_AGE_MAX_MS = 2 * 24 * 60 * 60 * 1_000;

/**
 * The articles of the two days before the edition's moment, the newest thousand of them, for search engines of news. It may be
 * empty.
 *
 * @see https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function renderNewsSitemap({ site, items, at }: Edition): Document {
  const news = items
    .filter(isFirstPublishedHere)
    .filter(({ published }) => at.getTime() - published.getTime() <= NEWS_AGE_MAX_MS)
    .slice(0, NEWS_ITEMS_MAX);
  const root = element(
    "urlset",
    news.map((article) => entry(article, site)),
    {
      xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9",
      "xmlns:news": "http://www.google.com/schemas/sitemap-news/0.9",
    },
  );
  const text = `<?xml version="1.0" encoding="utf-8"?>\n${formatElement(root)}\n`;
  return {
    kind: "listing",
    path: "/news-sitemap.xml",
    mediaType: "application/xml",
    parts: [text],
    links: [],
  };
}

/** A link post is about what somebody else published. */
function isFirstPublishedHere(item: Item): item is ArticleItem {
  if (item.kind !== "article" || item.link !== null) return false;
  return item.canonical === null || item.canonical === item.url;
}

function entry({ url, title, language, published }: ArticleItem, site: Site): XmlElement {
  return element("url", [
    element("loc", url),
    element("news:news", [
      element("news:publication", [
        element("news:name", site.title),
        element("news:language", newsLanguage(language)),
      ]),
      element("news:publication_date", formatInstant(published)),
      element("news:title", title),
    ]),
  ]);
}

/** ISO 639, as it must be here: `pt` for `pt-BR`. Only Chinese is told apart by how it is written. */
function newsLanguage(language: string): string {
  const [primary = "", ...subtags] = language.toLowerCase().split("-");
  if (primary !== "zh") return primary;
  const isTraditional = ["hant", "tw", "hk", "mo"].some((subtag) => subtags.includes(subtag));
  return isTraditional && !subtags.includes("hans") ? "zh-tw" : "zh-cn";
}
