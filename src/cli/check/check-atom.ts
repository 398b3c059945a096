import { checkAtomAuthors, checkAtomCommon, checkAtomNames, hrefOf } from "./check-atom-common.ts";
import { checkAtomEntry } from "./check-atom-entry.ts";
import { checkExtensions } from "./check-extensions.ts";
import { checkHttpUrl, checkIri, checkLanguage, readRfc3339 } from "./check-values.ts";
import type { ParsedFeed } from "./feed-reading.ts";
import { AT, ATOM } from "./namespaces.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, parseXmlParts, textOf, type XmlElement } from "./parse-xml.ts";
import { readHistory } from "./read-history.ts";

const FEED_ELEMENTS =
  "author category contributor generator icon id link logo rights subtitle title updated entry";

/**
 * Reads an Atom 1.0 document (RFC 4287) and objects to what a validator of feeds would object to.
 *
 * @param selfUrl absolute URL it is served from
 * @returns null if it is no Atom document at all
 */
export function checkAtom(parts: readonly string[], selfUrl: string, object: Objector): ParsedFeed | null {
  const parsed = parseXmlParts(parts, object);
  if (parsed === null) return null;
  const { root: feed, pieces } = parsed;
  if (feed.name !== "feed" || feed.namespace !== ATOM) {
    object("The document is Atom 1.0", `<${feed.name} xmlns="${feed.namespace}">`, `<feed xmlns="${ATOM}">`);
    return null;
  }
  checkFeed(feed, selfUrl, object);
  const updated = readRfc3339("<updated>", textOf(feed, ATOM, "updated"), object);
  const reading = {
    id: textOf(feed, ATOM, "id"),
    home: hrefOf(feed, "alternate"),
    title: textOf(feed, ATOM, "title"),
    description: textOf(feed, ATOM, "subtitle"),
    language: feed.attributes["xml:lang"] ?? "",
    updated,
    rights: textOf(feed, ATOM, "rights"),
    licence: hrefOf(feed, "license"),
    authors: checkAtomAuthors(feed, object),
    icon: textOf(feed, ATOM, "icon"),
    history: readHistory(feed, object),
    deleted: readDeleted(feed, object),
    items: childrenOf(feed, ATOM, "entry").map((entry, index) =>
      checkAtomEntry(entry, (rule, found, expected) =>
        object(`Entry ${index + 1}: ${rule}`, found, expected),
      ),
    ),
  };
  return { feed: reading, pieces };
}

function checkFeed(feed: XmlElement, selfUrl: string, object: Objector): void {
  checkAtomNames(feed, FEED_ELEMENTS, object);
  checkAtomCommon(feed, object);
  checkExtensions(feed, object);
  checkLanguage("xml:lang", feed.attributes["xml:lang"] ?? "", object);
  const self = hrefOf(feed, "self");
  if (self !== selfUrl) object("<link rel=self> says where the feed is served", self, selfUrl);
  checkHttpUrl("<link rel=alternate>", hrefOf(feed, "alternate"), object);
  for (const name of ["logo", "icon"]) {
    for (const { text } of childrenOf(feed, ATOM, name)) checkHttpUrl(`<${name}>`, text, object);
  }
}

/** What readers are to forget (RFC 6721). */
function readDeleted(feed: XmlElement, object: Objector): readonly string[] {
  const entries = childrenOf(feed, AT, "deleted-entry");
  const isDeclared = Object.entries(feed.attributes).some(
    ([name, value]) => name.startsWith("xmlns:") && value === AT,
  );
  if (isDeclared && entries.length === 0)
    object("The namespace of tombstones is declared where one stands", AT, "<at:deleted-entry>");
  return entries.map(({ attributes: { ref = "", when = "" } }) => {
    checkIri("ref of <at:deleted-entry>", ref, object);
    readRfc3339("when of <at:deleted-entry>", when, object);
    return ref;
  });
}
