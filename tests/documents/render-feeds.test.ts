import { expect, test } from "vitest";
import { textOf } from "../../src/documents/text-of.ts";
import { atomOf, feedAt, feedsOf, feedTextAt, jsonOf, rssOf } from "./read-feeds.ts";
import { article, editionOf, headline, sampleSite } from "./sample-edition.ts";

const RSS_LINK = "/rss/channel/item/link";
const ATOM_LINK = "/atom:feed/atom:entry/atom:link/@href";

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
  const written = editionOf([article({ titleDerived: false }), headline()]);
  for (const document of feedsOf(written)) {
    expect(textOf(document)).not.toMatch(/teleprinter\.example|title-?derived/i);
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

test("a feed's links name itself and its channel in the other formats", () => {
  expect(feedAt("/headlines/atom.xml", editionOf([])).links).toEqual([
    { rel: "alternate", href: "https://wire.example/headlines/rss.xml", type: "application/rss+xml" },
    { rel: "self", href: "https://wire.example/headlines/atom.xml", type: "application/atom+xml" },
    { rel: "alternate", href: "https://wire.example/headlines/feed.json", type: "application/feed+json" },
  ]);
});

test("a change is told, also where the format has no word for it, and the date of publication stays", () => {
  const item = article({ updated: new Date("2026-01-18T00:00:00Z") });
  const edition = editionOf([item]);
  expect(rssOf(edition, "//item/pubDate | //item/atom:updated")).toEqual([
    "Fri, 16 Jan 2026 09:30:00 GMT",
    "2026-01-18T00:00:00Z",
  ]);
  expect(rssOf(editionOf([article()]), "//item/atom:updated")).toEqual([]);
});

test("a channel leads to its own page, the channel of everything to the site's", () => {
  const edition = editionOf([], { home: "https://www.example/news" });
  expect(rssOf(edition, "/rss/channel/link")).toEqual(["https://www.example/news"]);
  expect(jsonOf(edition).home_page_url).toBe("https://www.example/news");
  expect(JSON.parse(feedTextAt("/headlines/feed.json", edition)).home_page_url).toBe(
    "https://wire.example/headlines",
  );
});

test("an item is the very same part of every document that carries as much of it", () => {
  const edition = editionOf([headline(), article()]);
  for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
    const all = feedAt(`/${file}`, edition).parts;
    const articles = feedAt(`/articles/${file}`, edition).parts;
    expect(all).toHaveLength(4);
    expect(articles).toHaveLength(3);
    // The first of a JSON Feed has no comma before it.
    expect(all[2]?.replace(/^,/, "")).toBe(articles[1]);
    expect(all[3]).toBe(articles[2]);
  }
});
