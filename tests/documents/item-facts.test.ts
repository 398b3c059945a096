import { expect, test } from "vitest";
import type { Edition } from "../../src/edition/edition.ts";
import { atomOf, feedTextAt, jsonOf, rssOf } from "./read-feeds.ts";
import { article, category, channelOf, editionOf, headline, sampleSite } from "./sample-edition.ts";

test("a category has its term, the address of its channel and its label", () => {
  const edition = editionOf([headline({ categories: [category("tag", "c", 'C & "C++"')] })]);
  const scheme = "https://wire.example/tags/c";
  expect(rssOf(edition, "//item/category | //item/category/@domain")).toEqual(['C & "C++"', scheme]);
  expect(atomOf(edition, "//atom:category/@*")).toEqual(["c", scheme, 'C & "C++"']);
  expect(jsonOf(edition).items[0]).toMatchObject({
    tags: ['C & "C++"'],
    _teleprinter: { categories: [{ term: "c", scheme, label: 'C & "C++"' }] },
  });
});

test("a link post leads to what it is about, and to its own page, too", () => {
  const link = "https://elsewhere.example/tides";
  const own = "https://wire.example/articles/plain-article";
  const edition = editionOf([article({ link })]);
  expect(rssOf(edition, "//item/link")).toEqual([link]);
  expect(rssOf(edition, "//item/atom:link[@rel='related']/@href")).toEqual([own]);
  expect(atomOf(edition, "//atom:entry/atom:link[@rel='alternate']/@href")).toEqual([link]);
  expect(atomOf(edition, "//atom:entry/atom:link[@rel='related']/@href")).toEqual([own]);
  expect(jsonOf(edition).items[0]).toMatchObject({ url: own, external_url: link });
});

test("the licence is the site's where an article has none of its own", () => {
  const [site, own] = ["https://licences.example/?site&1", "https://licences.example/?own&1"];
  const edition = editionOf([article({ licence: own }), headline()], { licence: site });
  expect(rssOf(edition, "/rss/channel/creativeCommons:license")).toEqual([site]);
  expect(rssOf(edition, "//item/creativeCommons:license")).toEqual([own]);
  expect(atomOf(edition, "/atom:feed/atom:link[@rel='license']/@href")).toEqual([site]);
  expect(atomOf(edition, "//atom:entry/atom:link[@rel='license']/@href")).toEqual([own]);
  expect(jsonOf(edition)._teleprinter.licence).toBe(site);
  expect(jsonOf(edition).items[0]._teleprinter).toEqual({ licence: own });
});

test("where a text was first published is said in each format", () => {
  const canonical = "https://elsewhere.example/?a&b";
  const edition = editionOf([article({ canonical })]);
  expect(rssOf(edition, "//item/atom:link[@rel='canonical']/@href")).toEqual([canonical]);
  expect(atomOf(edition, "//atom:entry/atom:link[@rel='canonical']/@href")).toEqual([canonical]);
  expect(jsonOf(edition).items[0]._teleprinter).toEqual({ canonical });
});

test("who delivered a text is said by name, and by address if there is one", () => {
  const named = editionOf([headline({ source: { name: "A & B" } })]);
  expect(rssOf(named, "//item/dc:source")).toEqual(["A & B"]);
  expect(rssOf(named, "//item/source")).toEqual([]);
  expect(atomOf(named, "//atom:entry/dc:source")).toEqual(["A & B"]);
  const url = "https://agency.example/?a&b";
  const linked = editionOf([headline({ source: { name: "A & B", url } })]);
  expect(rssOf(linked, "//item/source | //item/source/@url")).toEqual(["A & B", url]);
  expect(atomOf(linked, "//atom:link[@rel='via']/@*")).toEqual(["via", url, "A & B"]);
  expect(jsonOf(linked).items[0]._teleprinter.source).toEqual({ name: "A & B", url });
});

test("an item says its language where it is not the site's", () => {
  const edition = editionOf([headline({ language: "pt-BR" }), article()]);
  expect(rssOf(edition, "//item/dc:language")).toEqual(["pt-BR"]);
  expect(atomOf(edition, "//atom:entry/@xml:lang")).toEqual(["pt-BR"]);
  expect(jsonOf(edition).items.map(({ language }: { readonly language?: string }) => language)).toEqual([
    "pt-BR",
    undefined,
  ]);
});

test("the site's pictures are shown where each format has a place for them", () => {
  const picture = (name: string) => ({
    url: `https://wire.example/${name}?a&b`,
    alt: "",
    credit: null,
    file: null,
  });
  const both = editionOf([], {}, { icon: picture("icon"), logo: picture("logo") });
  expect(rssOf(both, "/rss/channel/image/*")).toEqual([
    sampleSite.title,
    picture("icon").url,
    sampleSite.home,
  ]);
  expect(atomOf(both, "/atom:feed/atom:icon | /atom:feed/atom:logo")).toEqual([
    picture("icon").url,
    picture("logo").url,
  ]);
  expect(jsonOf(both)).toMatchObject({ icon: picture("icon").url, favicon: picture("icon").url });
  const logo = editionOf([], {}, { logo: picture("logo") });
  expect(rssOf(logo, "/rss/channel/image/url")).toEqual([picture("logo").url]);
  expect(jsonOf(logo)).not.toHaveProperty("icon");
});

test("what was removed is said in Atom, and its namespace is declared only then", () => {
  const deleted = [{ id: "urn:uuid:1", when: new Date("2026-01-16T11:00:00.5Z") }];
  const edition = editionOf([], {}, { channels: [channelOf("all", "all", [], { deleted })] });
  expect(atomOf(edition, "/atom:feed/at:deleted-entry/@*")).toEqual(["urn:uuid:1", "2026-01-16T11:00:00Z"]);
  expect(feedTextAt("/atom.xml", editionOf([]))).not.toContain("tombstones");
});

const enclosure = {
  url: "https://wire.example/1.mp3",
  type: "audio/mpeg",
  length: 7,
  title: null,
  duration: null,
};

test("a document declares the namespaces it uses and no others", () => {
  const declared = (path: string, edition: Edition) =>
    [...feedTextAt(path, edition).matchAll(/ xmlns:(\w+)=/g)].map(([, prefix]) => prefix);
  const plain = editionOf([headline()]);
  expect(declared("/rss.xml", plain)).toEqual(["atom", "fh"]);
  expect(declared("/atom.xml", plain)).toEqual(["fh"]);
  const rich = editionOf([
    article({
      authors: [{ name: "Ana" }],
      enclosures: [enclosure, enclosure],
      licence: "https://l.example/",
    }),
  ]);
  expect(declared("/rss.xml", rich)).toEqual([
    "atom",
    "dc",
    "content",
    "media",
    "podcast",
    "creativeCommons",
    "fh",
  ]);
  expect(declared("/atom.xml", rich)).toEqual(["media", "fh"]);
});
