/** The namespaces that a document declares if it uses them, by prefix. */
const NAMESPACES: Readonly<Record<string, string>> = {
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

/** The prefixes of elements in our XML, each once. In text there is no `<`, so it needs no parser. */
export function prefixesIn(xml: string): readonly string[] {
  const prefixes = new Set<string>();
  for (const [, prefix = ""] of xml.matchAll(/<([A-Za-z]+):/g)) prefixes.add(prefix);
  return [...prefixes];
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
