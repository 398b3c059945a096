import { expect, test } from "vitest";
import type { Document } from "../../src/documents/document.ts";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { readXml } from "./read-xml.ts";
import { article, editionOf, headline, manyHeadlines, sampleSite } from "./sample-edition.ts";

const RSS_LINK = "/rss/channel/item/link";
const ATOM_LINK = "/atom:feed/atom:entry/atom:link/@href";

function documentAt(path: string, edition: Edition): Document {
  const document = renderDocuments(edition).find((candidate) => candidate.path === path);
  if (document === undefined) throw new Error(`No document at ${path}`);
  return document;
}

function jsonOf(edition: Edition) {
  return JSON.parse(documentAt("/feed.json", edition).text);
}

function rssOf(edition: Edition, path: string): readonly string[] {
  return readXml(documentAt("/rss.xml", edition).text, path)[0] ?? [];
}

function atomOf(edition: Edition, path: string): readonly string[] {
  return readXml(documentAt("/atom.xml", edition).text, path)[0] ?? [];
}

test("a headline with an address links to the story, and JSON Feed keeps its own page beside it", () => {
  const edition = editionOf([headline({ address: "https://elsewhere.example/a?b=1&c=2" })]);
  expect(rssOf(edition, RSS_LINK)).toEqual(["https://elsewhere.example/a?b=1&c=2"]);
  expect(atomOf(edition, ATOM_LINK)).toEqual(["https://elsewhere.example/a?b=1&c=2"]);
  expect(jsonOf(edition).items[0]).toMatchObject({
    url: "https://wire.example/headlines/plain-headline",
    external_url: "https://elsewhere.example/a?b=1&c=2",
  });
});

test("a headline without an address links to its own page", () => {
  const edition = editionOf([headline()]);
  expect(rssOf(edition, RSS_LINK)).toEqual(["https://wire.example/headlines/plain-headline"]);
  expect(atomOf(edition, ATOM_LINK)).toEqual(["https://wire.example/headlines/plain-headline"]);
  expect(jsonOf(edition).items[0]).not.toHaveProperty("external_url");
});

test.each([
  ["https://elsewhere.example/a b", "https://elsewhere.example/a%20b", "a space"],
  ["https://elsewhere.example/é", "https://elsewhere.example/%C3%A9", "a letter outside of ASCII"],
  [
    "https://elsewhere.example/?q=a|b^c`d{e}",
    "https://elsewhere.example/?q=a%7Cb%5Ec%60d%7Be%7D",
    "what RFC 3986 forbids",
  ],
  [
    "https://elsewhere.example/?q=100%",
    "https://elsewhere.example/?q=100%25",
    "a percent sign that encodes nothing",
  ],
  ["https://elsewhere.example/?q=%41", "https://elsewhere.example/?q=%41", "what is encoded already"],
  [
    "https://elsewhere.example/?q=&amp;",
    "https://elsewhere.example/?q=&amp;",
    "an entity, which is but letters here",
  ],
  ["HTTPS://ELSEWHERE.example", "https://elsewhere.example/", "upper case and no path"],
  [
    "javascript:alert(1)",
    "https://wire.example/headlines/plain-headline",
    "a scheme that is not http: the own page",
  ],
  ["elsewhere", "https://wire.example/headlines/plain-headline", "no URL at all: the own page"],
])("the address %s arrives as %s (%s)", (address, expected) => {
  const edition = editionOf([headline({ address })]);
  expect(rssOf(edition, RSS_LINK)).toEqual([expected]);
  expect(atomOf(edition, ATOM_LINK)).toEqual([expected]);
  const { url, external_url = url } = jsonOf(edition).items[0];
  expect(external_url).toBe(expected);
});

test("a derived title is marked in every format, and only a derived one", () => {
  const derived = editionOf([article({ titleDerived: true })]);
  expect(rssOf(derived, "/rss/channel/item/tp:titleDerived")).toEqual(["true"]);
  expect(atomOf(derived, "/atom:feed/atom:entry/tp:titleDerived")).toEqual(["true"]);
  expect(jsonOf(derived).items[0]._teleprinter).toEqual({ title_derived: true });
  expect(documentAt("/articles/plain-article", derived).text).toContain('<h1 class="title-derived"');

  const written = editionOf([article({ titleDerived: false }), headline()]);
  for (const { text } of renderDocuments(written).filter(({ kind }) => kind !== "asset")) {
    expect(text).not.toMatch(/teleprinter\.example|title-?derived/i);
  }
});

test("an item without an author gets none; the feed's is the publication", () => {
  const edition = editionOf([article(), headline()], { authors: [] });
  expect(rssOf(edition, "//dc:creator | //author")).toEqual([]);
  expect(atomOf(edition, "/atom:feed/atom:entry/atom:author")).toEqual([]);
  expect(atomOf(edition, "/atom:feed/atom:author/*")).toEqual([sampleSite.title, sampleSite.home]);
  expect(jsonOf(edition).items.filter((item: object) => "authors" in item)).toEqual([]);
});

test("every author is named in every format", () => {
  const edition = editionOf([article({ authors: [{ name: "Ana" }, { name: "Bo" }] })]);
  expect(rssOf(edition, "//dc:creator")).toEqual(["Ana", "Bo"]);
  expect(atomOf(edition, "/atom:feed/atom:entry/atom:author/atom:name")).toEqual(["Ana", "Bo"]);
  expect(jsonOf(edition).items[0].authors).toEqual([{ name: "Ana" }, { name: "Bo" }]);
});

test("dates have whole seconds, in UTC", () => {
  const edition = editionOf([
    headline({
      published: new Date("2026-01-05T01:02:03.987Z"),
      updated: new Date("2026-01-06T00:00:00.001Z"),
    }),
  ]);
  expect(rssOf(edition, "/rss/channel/item/pubDate")).toEqual(["Mon, 05 Jan 2026 01:02:03 GMT"]);
  expect(atomOf(edition, "//atom:published | //atom:entry/atom:updated")).toEqual([
    "2026-01-05T01:02:03Z",
    "2026-01-06T00:00:00Z",
  ]);
  expect(jsonOf(edition).items[0]).toMatchObject({
    date_published: "2026-01-05T01:02:03Z",
    date_modified: "2026-01-06T00:00:00Z",
  });
});

test("attributes are escaped, even those that the settings' schema keeps harmless", () => {
  const language = "en\" x='<&>'";
  expect(atomOf(editionOf([], { language }), "/*/@xml:lang")).toEqual([language]);
});

test("a channel without items still has its three documents", () => {
  const edition = editionOf([]);
  expect(rssOf(edition, "/rss/channel/title")).toEqual([sampleSite.title]);
  expect(atomOf(edition, "/atom:feed/atom:updated")).toEqual(["2026-01-16T12:00:00Z"]);
  expect(jsonOf(edition).items).toEqual([]);
});

test.each([
  { items: 30, feed: { itemsMax: 100, itemsMin: 20, bytesMax: 1_000_000 }, held: 30, because: "all fit" },
  {
    items: 30,
    feed: { itemsMax: 25, itemsMin: 20, bytesMax: 1_000_000 },
    held: 25,
    because: "no more than itemsMax",
  },
  {
    items: 30,
    feed: { itemsMax: 100, itemsMin: 20, bytesMax: 1_000 },
    held: 20,
    because: "never fewer than itemsMin",
  },
  {
    items: 10,
    feed: { itemsMax: 100, itemsMin: 20, bytesMax: 1_000 },
    held: 10,
    because: "all, when fewer exist",
  },
  {
    items: 30,
    feed: { itemsMax: 10, itemsMin: 20, bytesMax: 1_000 },
    held: 10,
    because: "itemsMax before itemsMin",
  },
])("of $items items the documents hold $held: $because", ({ items, feed, held }) => {
  const edition = editionOf(manyHeadlines(items), { feed });
  const titles = edition.items.slice(0, held).map(({ title }) => title);
  expect(rssOf(edition, "/rss/channel/item/title")).toEqual(titles);
  expect(atomOf(edition, "/atom:feed/atom:entry/atom:title")).toEqual(titles);
  expect(jsonOf(edition).items.map((item: { readonly title: string }) => item.title)).toEqual(titles);
});

test("the largest of the three formats decides how many items fit, to the item", () => {
  const sizesWith = (itemsMax: number, bytesMax: number) => {
    const edition = editionOf(manyHeadlines(60), { feed: { itemsMax, itemsMin: 5, bytesMax } });
    return ["/rss.xml", "/atom.xml", "/feed.json"].map((path) =>
      Buffer.byteLength(documentAt(path, edition).text),
    );
  };
  const heldWithin = (bytesMax: number) =>
    jsonOf(editionOf(manyHeadlines(60), { feed: { itemsMax: 60, itemsMin: 5, bytesMax } })).items.length;
  const largest = Math.max(...sizesWith(33, 1_000_000));
  expect(heldWithin(largest)).toBe(33);
  expect(heldWithin(largest - 1)).toBe(32);
});

test("every item of the edition has a page, also when the feeds are too small for it", () => {
  const edition = editionOf(manyHeadlines(60), { feed: { itemsMax: 3, itemsMin: 1, bytesMax: 1_000_000 } });
  const pages = renderDocuments(edition).filter(({ path }) => path.startsWith("/headlines/headline-"));
  expect(pages).toHaveLength(60);
});

test("the stylesheet's path is made from its text", () => {
  const documents = renderDocuments(editionOf([]));
  const stylesheet = documents.find(({ kind }) => kind === "asset");
  const path = stylesheet?.path ?? "none";
  expect(path).toMatch(/^\/assets\/style-[0-9a-f]{16}\.css$/);
  expect(documents.find((document) => document.path === "/")?.text).toContain(
    `<link rel="stylesheet" href="${path}">`,
  );
});

test("a feed's links name itself and its channel in the other formats", () => {
  expect(documentAt("/headlines/atom.xml", editionOf([])).links).toEqual([
    { rel: "alternate", href: "https://wire.example/headlines/rss.xml", type: "application/rss+xml" },
    { rel: "self", href: "https://wire.example/headlines/atom.xml", type: "application/atom+xml" },
    { rel: "alternate", href: "https://wire.example/headlines/feed.json", type: "application/feed+json" },
  ]);
});

test.each([
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["pa-Arab-PK", "rtl"],
  ["az-Latn", undefined],
  ["ar-Latn", undefined],
  ["arn", undefined],
  ["en", undefined],
])("a page in %s runs in the direction of its language", (language, direction) => {
  const page = renderDocuments(editionOf([], { language })).find(({ path }) => path === "/");
  expect(/<html lang="[^"]+"(?: dir="(\w+)")?>/.exec(page?.text ?? "")?.[1]).toBe(direction);
});
