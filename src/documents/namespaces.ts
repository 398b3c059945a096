import type { XmlElement } from "./xml-element.ts";

/** The namespaces that a document declares if it uses them, by prefix. */
const NAMESPACES: Readonly<Record<string, string>> = {
  atom: "http://www.w3.org/2005/Atom",
  dc: "http://purl.org/dc/elements/1.1/",
  content: "http://purl.org/rss/1.0/modules/content/",
  media: "http://search.yahoo.com/mrss/",
  podcast: "https://podcastindex.org/namespace/1.0",
  creativeCommons: "http://backend.userland.com/creativeCommonsRssModule",
  fh: "http://purl.org/syndication/history/1.0",
  at: "http://purl.org/atompub/tombstones/1.0",
  // Our own: it says by `titleDerived` that a title was made from the article's first sentence.
  tp: "tag:teleprinter.example,2026:feed",
};

/** The prefixes of elements and of what they hold. */
export function prefixesOf(elements: readonly XmlElement[]): readonly string[] {
  if (elements.length === 0) return [];
  const prefixes = new Set<string>();
  addPrefixes(elements, prefixes);
  return [...prefixes];
}

function addPrefixes(elements: readonly XmlElement[], prefixes: Set<string>): void {
  for (const { name, objects } of elements) {
    const colon = name.indexOf(":");
    if (colon !== -1) prefixes.add(name.slice(0, colon));
    if (typeof objects._text !== "string") addPrefixes(objects._text, prefixes);
  }
}

/** Attributes that declare those of the prefixes that are ours to declare, always in the same order. */
export function declarations(prefixes: Iterable<string>): Readonly<Record<string, string>> {
  const used = new Set(prefixes);
  return Object.fromEntries(
    Object.entries(NAMESPACES)
      .filter(([prefix]) => used.has(prefix))
      .map(([prefix, uri]) => [`xmlns:${prefix}`, uri]),
  );
}
