import type { Author } from "../articles/author.ts";
import { escapeAttribute, escapeMarkup } from "../articles/escape-markup.ts";
import type { ArticleItem, Channel, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import { feedAuthors } from "./feed-authors.ts";
import { type FeedPage, historyElement, historyLinks } from "./feed-page.ts";
import { formatInstant } from "./format-instant.ts";
import { GENERATOR } from "./generator.ts";
import { itemLink } from "./item-link.ts";
import { itemMedia } from "./item-media.ts";
import type { Piece } from "./item-piece.ts";
import { itemText } from "./item-text.ts";
import { declarations, prefixesOf } from "./namespaces.ts";
import {
  element,
  formatAttributes,
  formatElement,
  type XmlAttributes,
  type XmlElement,
} from "./xml-element.ts";

/** An Atom document (RFC 4287) as far as its first entry. */
export function atomHead(page: FeedPage, prefixes: Iterable<string>): string {
  const elements = feedElements(page);
  const attributes = {
    xmlns: "http://www.w3.org/2005/Atom",
    ...declarations([...prefixes, ...prefixesOf(elements)]),
    "xml:lang": page.channel.language,
  };
  const start = `<?xml version="1.0" encoding="utf-8"?>\n<feed${formatAttributes(attributes)}>`;
  return [start, ...elements.map(formatElement)].join("\n");
}

/** How an Atom document ends after its last entry. */
export const ATOM_TAIL = "\n</feed>\n";

/** An item as an entry of an Atom document, with the line end before it. */
export function atomEntry(item: Item, content: Channel["content"], site: Site): Piece {
  const { html, summary } = itemText(item, content, site);
  const language = item.language === site.language ? null : item.language;
  const elements = otherElements(item);
  const lines = [
    `\n<entry${formatAttributes({ "xml:lang": language })}>`,
    `<id>${escapeMarkup(item.id)}</id>`,
    `<title type="text">${escapeMarkup(item.title)}</title>`,
    `<link rel="alternate" href="${escapeAttribute(itemLink(item))}"/>`,
    `<published>${formatInstant(item.published)}</published>`,
    `<updated>${formatInstant(item.updated)}</updated>`,
  ];
  for (const author of item.authors) lines.push(formatElement(person(author)));
  for (const { term, scheme, label } of item.categories) {
    lines.push(formatElement(element("category", "", { term, scheme, label })));
  }
  if (summary !== null) lines.push(`<summary type="text">${escapeMarkup(summary)}</summary>`);
  if (html !== null) lines.push(`<content type="html">${escapeMarkup(html)}</content>`);
  for (const extension of elements) lines.push(formatElement(extension));
  lines.push("</entry>");
  return { text: lines.join("\n"), prefixes: prefixesOf(elements) };
}

function feedElements(page: FeedPage): readonly XmlElement[] {
  const { channel, edition, updated, homeUrl, selfUrl } = page;
  const { site, icon, logo } = edition;
  const history = historyElement(page);
  return [
    element("id", channel.id),
    textElement("title", channel.title),
    textElement("subtitle", channel.description),
    element("updated", formatInstant(updated)),
    ...feedAuthors(site).map(person),
    link("alternate", homeUrl, { type: "text/html" }),
    link("self", selfUrl, { type: "application/atom+xml" }),
    ...historyLinks(page).map(({ rel, href }) => link(rel, href, { type: "application/atom+xml" })),
    ...(site.licence === null ? [] : [link("license", site.licence)]),
    ...(icon === null ? [] : [element("icon", icon.url)]),
    ...(logo === null ? [] : [element("logo", logo.url)]),
    ...(site.rights === null ? [] : [textElement("rights", site.rights)]),
    element("generator", GENERATOR),
    ...(history === null ? [] : [element(history, "")]),
    ...page.deleted.map(({ id, when }) =>
      element("at:deleted-entry", "", { ref: id, when: formatInstant(when) }),
    ),
  ];
}

/** What most entries have none of. */
function otherElements(item: Item): readonly XmlElement[] {
  return [
    ...(item.kind === "article" && item.titleDerived ? [element("tp:titleDerived", "true")] : []),
    ...(item.kind === "article" ? articleLinks(item) : []),
    ...(item.source?.url === undefined ? [] : [link("via", item.source.url, { title: item.source.name })]),
    ...(item.source === null ? [] : [element("dc:source", item.source.name)]),
    ...itemMedia(item),
  ];
}

function articleLinks(article: ArticleItem): readonly XmlElement[] {
  return [
    ...(article.link === null ? [] : [link("related", article.url, { type: "text/html" })]),
    ...(article.canonical === null ? [] : [link("canonical", article.canonical)]),
    ...(article.licence === null ? [] : [link("license", article.licence)]),
    ...article.enclosures.map(({ url, type, length, title }) =>
      link("enclosure", url, { type, length, title }),
    ),
  ];
}

function person({ name, url, email }: Author): XmlElement {
  return element("author", [
    element("name", name),
    ...(url === undefined ? [] : [element("uri", url)]),
    ...(email === undefined ? [] : [element("email", email)]),
  ]);
}

function textElement(name: string, text: string): XmlElement {
  return element(name, text, { type: "text" });
}

function link(rel: string, href: string, more: XmlAttributes = {}): XmlElement {
  const { type = null, ...others } = more;
  return element("link", "", { rel, type, href, ...others });
}
