import { parseFragment } from "parse5";
import { checkExtensions, mediaUrls } from "./check-extensions.ts";
import { checkRssNames } from "./check-rss-names.ts";
import {
  checkCount,
  checkHttpUrl,
  checkIri,
  checkMediaType,
  checkNotEmpty,
  readRfc822,
  readRfc3339,
} from "./check-values.ts";
import type { ItemReading } from "./feed-reading.ts";
import { textIn } from "./html-tree.ts";
import { ATOM, CONTENT, CREATIVE_COMMONS, DC, PODCAST } from "./namespaces.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, textOf, type XmlElement } from "./parse-xml.ts";

const ITEM_ELEMENTS = "title link description author category comments enclosure guid pubDate source";

/** Reads an item of RSS 2.0. */
export function checkRssItem(item: XmlElement, object: Objector): ItemReading {
  checkRssNames(item, ITEM_ELEMENTS, ["title", "link", "guid", "pubDate"], object);
  checkExtensions(item, object);
  checkNotEmpty("<title>", textOf(item, "", "title"), object);
  checkLinks(item, object);
  const encoded = childrenOf(item, CONTENT, "encoded");
  if (encoded.length > 1) object("<content:encoded> stands once", `${encoded.length}`, "one");
  for (const enclosure of childrenOf(item, "", "enclosure")) checkEnclosure(enclosure, object);
  const published = readRfc822("<pubDate>", textOf(item, "", "pubDate"), object);
  return {
    id: checkGuid(item, object),
    link: textOf(item, "", "link"),
    page: null,
    title: textOf(item, "", "title"),
    html: encoded[0]?.text ?? "",
    summary: textOfHtml(textOf(item, "", "description")),
    authors: childrenOf(item, DC, "creator").map(({ text }) => text),
    categories: childrenOf(item, "", "category").map(({ text }) => text),
    enclosures: enclosuresOf(item),
    related: relatedTo(item),
    language: textOf(item, DC, "language"),
    licence: textOf(item, CREATIVE_COMMONS, "license"),
    published,
    updated: checkUpdated(item, published, object),
  };
}

function checkGuid(item: XmlElement, object: Objector): string {
  const [guid] = childrenOf(item, "", "guid");
  checkNotEmpty("<guid>", guid?.text ?? "", object);
  if (guid?.attributes.isPermaLink !== "false")
    checkHttpUrl("<guid> without isPermaLink=false", guid?.text ?? "", object);
  return guid?.text ?? "";
}

function checkLinks(item: XmlElement, object: Objector): void {
  checkHttpUrl("<link>", textOf(item, "", "link"), object);
  for (const { text } of childrenOf(item, "", "author")) {
    if (!text.includes("@")) object("<author> is an e-mail address", text, "an address, or <dc:creator>");
  }
  for (const { text } of childrenOf(item, "", "comments")) checkHttpUrl("<comments>", text, object);
  for (const { attributes } of childrenOf(item, "", "source"))
    checkHttpUrl("url of <source>", attributes.url ?? "", object);
  for (const { attributes, text } of childrenOf(item, "", "category")) {
    checkNotEmpty("<category>", text, object);
    if (attributes.domain !== undefined) checkIri("domain of <category>", attributes.domain, object);
  }
}

/** A file that goes with the item: the specification demands all three attributes. */
function checkEnclosure({ attributes }: XmlElement, object: Objector): void {
  const { url = "", length = "", type = "" } = attributes;
  checkHttpUrl("url of <enclosure>", url, object);
  checkCount("length of <enclosure>", length, "bytes", object);
  checkMediaType("type of <enclosure>", type, object);
}

/** RSS has a word for one file; the others stand in that of podcasts. */
function enclosuresOf(item: XmlElement): readonly string[] {
  const first = childrenOf(item, "", "enclosure").map((element) =>
    describeFile(element, element.attributes.url),
  );
  const others = childrenOf(item, PODCAST, "alternateEnclosure").map((element) =>
    describeFile(element, childrenOf(element, PODCAST, "source")[0]?.attributes.uri),
  );
  return [...new Set([...first, ...others])];
}

function relatedTo(item: XmlElement): readonly string[] {
  return [
    ...childrenOf(item, "", "enclosure").flatMap(({ attributes }) => attributes.url ?? []),
    ...childrenOf(item, "", "category").flatMap(({ attributes }) => attributes.domain ?? []),
    ...mediaUrls(item),
  ];
}

function describeFile({ attributes: { type = "", length = "" } }: XmlElement, url = ""): string {
  return `${url} ${type} ${length}`;
}

/** Readers take a description for HTML. */
function textOfHtml(html: string): string {
  return /[<&]/.test(html) ? textIn(parseFragment(html)) : html;
}

/** RSS has no word for the date of a change: Atom's stands there, where something changed. */
function checkUpdated(item: XmlElement, published: number, object: Objector): number {
  const [element] = childrenOf(item, ATOM, "updated");
  if (element === undefined) return published;
  const updated = readRfc3339("<atom:updated>", element.text, object);
  if (updated < published)
    object("<atom:updated> is not before <pubDate>", element.text, textOf(item, "", "pubDate"));
  return updated;
}
