import type { Channel, Item } from "../edition/edition.ts";
import type { Author, Site } from "../edition/site.ts";
import { articleHtml } from "./article-html.ts";
import { escapeXml, escapeXmlAttribute } from "./escape-xml.ts";
import { feedAuthors } from "./feed-authors.ts";
import { formatInstant } from "./format-instant.ts";
import { hasDerivedTitle } from "./has-derived-title.ts";
import { itemLink } from "./item-link.ts";
import { GENERATOR, TELEPRINTER_NAMESPACE } from "./vocabulary.ts";

/**
 * Renders a channel as an Atom 1.0 document (RFC 4287), every item of it.
 *
 * @param selfUrl absolute URL this document is served from
 */
export function renderAtom(channel: Channel, site: Site, selfUrl: string): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    openTag("feed", {
      xmlns: "http://www.w3.org/2005/Atom",
      ...(channel.items.some(hasDerivedTitle) ? { "xmlns:tp": TELEPRINTER_NAMESPACE } : {}),
      "xml:lang": site.language,
    }),
    ...indent([
      element("id", channel.id),
      element("title", channel.title, { type: "text" }),
      element("subtitle", channel.description, { type: "text" }),
      element("updated", formatInstant(channel.updated)),
      ...feedAuthors(site).flatMap(authorLines),
      emptyElement("link", { rel: "alternate", type: "text/html", href: site.home }),
      emptyElement("link", { rel: "self", type: "application/atom+xml", href: selfUrl }),
      ...(site.rights === null ? [] : [element("rights", site.rights, { type: "text" })]),
      element("generator", GENERATOR),
      ...channel.items.flatMap(entryLines),
    ]),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entryLines(item: Item): readonly string[] {
  return [
    "<entry>",
    ...indent([
      element("id", item.id),
      element("title", item.title, { type: "text" }),
      ...(hasDerivedTitle(item) ? [element("tp:titleDerived", "true")] : []),
      emptyElement("link", { rel: "alternate", href: itemLink(item) }),
      element("published", formatInstant(item.published)),
      element("updated", formatInstant(item.updated)),
      ...item.authors.flatMap(authorLines),
      ...(item.kind === "article" ? [element("content", articleHtml(item), { type: "html" })] : []),
    ]),
    "</entry>",
  ];
}

function authorLines(author: Author): readonly string[] {
  return [
    "<author>",
    ...indent([
      element("name", author.name),
      ...(author.url === undefined ? [] : [element("uri", author.url)]),
      ...(author.email === undefined ? [] : [element("email", author.email)]),
    ]),
    "</author>",
  ];
}

type Attributes = Readonly<Record<string, string>>;

function element(name: string, text: string, attributes: Attributes = {}): string {
  return `${openTag(name, attributes)}${escapeXml(text)}</${name}>`;
}

function emptyElement(name: string, attributes: Attributes): string {
  return `<${name}${attributesOf(attributes)}/>`;
}

function openTag(name: string, attributes: Attributes): string {
  return `<${name}${attributesOf(attributes)}>`;
}

function attributesOf(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXmlAttribute(value)}"`)
    .join("");
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`);
}
