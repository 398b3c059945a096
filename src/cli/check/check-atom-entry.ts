import { checkAtomAuthors, checkAtomCommon, checkAtomNames, hrefOf } from "./check-atom-common.ts";
import { checkExtensions, mediaUrls } from "./check-extensions.ts";
import { checkHttpUrl, checkLanguage, readRfc3339 } from "./check-values.ts";
import type { ItemReading } from "./feed-reading.ts";
import { ATOM } from "./namespaces.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, textOf, type XmlElement } from "./parse-xml.ts";

const ENTRY_ELEMENTS =
  "author category content contributor id link published rights source summary title updated";

/** Reads an entry of Atom 1.0 (RFC 4287, section 4.1.2). */
export function checkAtomEntry(entry: XmlElement, object: Objector): ItemReading {
  checkAtomNames(entry, ENTRY_ELEMENTS, object);
  checkAtomCommon(entry, object);
  checkExtensions(entry, object);
  const language = entry.attributes["xml:lang"];
  if (language !== undefined) checkLanguage("xml:lang", language, object);
  const link = hrefOf(entry, "alternate");
  checkHttpUrl("<link rel=alternate>", link, object);
  for (const source of childrenOf(entry, ATOM, "source")) checkSource(source, object);
  return {
    id: textOf(entry, ATOM, "id"),
    link,
    page: null,
    title: textOf(entry, ATOM, "title"),
    html: htmlOf(entry, object),
    summary: textOf(entry, ATOM, "summary"),
    authors: checkAtomAuthors(entry, object),
    categories: childrenOf(entry, ATOM, "category").map(
      ({ attributes: { label, term = "" } }) => label ?? term,
    ),
    enclosures: enclosuresOf(entry),
    related: relatedTo(entry),
    language: language ?? "",
    licence: hrefOf(entry, "license"),
    ...datesOf(entry, object),
  };
}

function htmlOf(entry: XmlElement, object: Objector): string {
  const [content] = childrenOf(entry, ATOM, "content");
  const type = content?.attributes.type ?? "html";
  if (type !== "html") object("<content> is HTML", type, "html");
  return content?.text ?? "";
}

function enclosuresOf(entry: XmlElement): readonly string[] {
  return childrenOf(entry, ATOM, "link")
    .filter(({ attributes }) => attributes.rel === "enclosure")
    .map(({ attributes: { href = "", type = "", length = "" } }) => `${href} ${type} ${length}`);
}

function relatedTo(entry: XmlElement): readonly string[] {
  const links = childrenOf(entry, ATOM, "link").filter(
    ({ attributes: { rel = "" } }) => rel === "enclosure" || rel === "related",
  );
  const categories = childrenOf(entry, ATOM, "category");
  return [
    ...links.flatMap(({ attributes }) => attributes.href ?? []),
    ...categories.flatMap(({ attributes }) => attributes.scheme ?? []),
    ...mediaUrls(entry),
  ];
}

function checkSource(source: XmlElement, object: Objector): void {
  for (const { attributes } of childrenOf(source, ATOM, "link"))
    checkHttpUrl("<link> of <source>", attributes.href ?? "", object);
}

function datesOf(entry: XmlElement, object: Objector) {
  const [publishedText, updatedText] = [textOf(entry, ATOM, "published"), textOf(entry, ATOM, "updated")];
  const published = readRfc3339("<published>", publishedText, object);
  const updated = readRfc3339("<updated>", updatedText, object);
  if (updated < published) object("<updated> is not before <published>", updatedText, publishedText);
  return { published, updated };
}
