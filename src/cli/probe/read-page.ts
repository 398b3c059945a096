import { parse } from "parse5";
import { attributeOf, elementsOf, type HtmlElement, textIn } from "../check/html-tree.ts";
import { shorten } from "./printable.ts";

export type Page = {
  readonly title: string;
  /** Absolute URLs of the feeds that it names, the first one first. */
  readonly feeds: readonly string[];
};

/** The head of a page is near its start; what follows is not worth the time it takes. */
const READ_CHARS_MAX = 200_000;

/** Whether it is meant to be HTML, whatever its media type says. */
export function isPage(text: string): boolean {
  const start = text
    .slice(0, 2000)
    .replace(/^\ufeff/, "")
    .replace(/^(?:\s|<\?[^>]*>|<!--.*?-->)+/s, "");
  return /^<(?:!doctype\s+html|html|head|body|script|meta|title)\b/i.test(start);
}

/** Finds what a reader looks for on a page: its title and its feeds. */
export function readPage(text: string, url: string): Page {
  const elements = elementsOf(parse(text.slice(0, READ_CHARS_MAX)));
  const titles = elements.filter(({ tagName }) => tagName === "title");
  const base = elements.find(({ tagName, attrs }) => tagName === "base" && attrs.length > 0);
  const baseUrl = URL.parse(attributeOf(base, "href") ?? "", url) ?? new URL(url);
  const feeds = elements.flatMap((element) => (isFeedLink(element) ? feedOf(element, baseUrl) : []));
  const [title] = titles;
  return { title: title === undefined ? "" : shorten(textIn(title).replace(/\s+/g, " ").trim()), feeds };
}

function isFeedLink(element: HtmlElement): boolean {
  const rels = (attributeOf(element, "rel") ?? "").toLowerCase().split(/\s+/);
  const type = (attributeOf(element, "type") ?? "").toLowerCase();
  return element.tagName === "link" && rels.includes("alternate") && FEED_TYPE.test(type);
}

const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)\s*(?:;|$)/;

function feedOf(link: HtmlElement, base: URL): string[] {
  const url = URL.parse(attributeOf(link, "href") ?? "", base.href);
  return url !== null && /^https?:$/.test(url.protocol) ? [url.href] : [];
}
