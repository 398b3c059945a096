import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/documents/document.ts";
import { renderFeedsJson } from "../../src/documents/feeds-json.ts";
import { renderNewsSitemap } from "../../src/documents/news-sitemap.ts";
import { renderOpml } from "../../src/documents/opml.ts";
import { renderRobots } from "../../src/documents/robots.ts";
import { renderSitemaps } from "../../src/documents/sitemap.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Edition, Item } from "../../src/edition/edition.ts";
import { goldenEdition } from "./golden-edition.ts";
import {
  article,
  channelOf,
  editionOf,
  headline,
  manyHeadlines,
  notice,
  sampleSite,
} from "./sample-edition.ts";

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; text: string };

/** The elements of an XML document in their order, each with the text straight in it. */
function elementsOf(document: Document | undefined): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, attributes: Object.fromEntries(values), text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(document === undefined ? "" : textOf(document)).close();
  return elements;
}

function textsOf(name: string, document: Document | undefined): readonly string[] {
  return elementsOf(document)
    .filter((element) => element.name === name)
    .map(({ text }) => text);
}

describe("/feeds.opml", () => {
  const outlines = elementsOf(renderOpml(goldenEdition)).filter(({ name }) => name === "outline");
  const subscriptions = outlines.filter(({ attributes }) => "xmlUrl" in attributes);

  test("holds each channel once, in one format, so that importing it subscribes to nothing twice", () => {
    const addresses = subscriptions.map(({ attributes }) => decodeURIComponent(attributes.xmlUrl ?? ""));
    const expected = goldenEdition.channels.map(({ path }) => `https://wire.example${path}/atom.xml`);
    expect(addresses.toSorted()).toEqual(expected.toSorted());
  });

  test("says what OPML 2.0 wants to know of a subscription", () => {
    for (const { attributes } of subscriptions) {
      expect(Object.keys(attributes)).toEqual([
        "type",
        "text",
        "title",
        "description",
        "language",
        "htmlUrl",
        "xmlUrl",
      ]);
      expect(attributes.type).toBe("rss");
      expect(attributes.text).not.toBe("");
    }
  });

  test("has a folder for each kind of channels that there is", () => {
    const folders = outlines.filter(({ attributes }) => !("xmlUrl" in attributes));
    expect(folders.map(({ attributes }) => attributes.text)).toEqual(
      ["Everything", "Kinds", "Selections", "Sections", "Tags", "Authors", "Languages"].map(
        (name) => `The Lumen Wire: ${name}`,
      ),
    );
    const few = elementsOf(renderOpml(editionOf([])));
    expect(few.filter(({ name }) => name === "outline")).toHaveLength(2 + 3);
  });

  test("is dated by its channels, not by the moment it was made", () => {
    const later = { ...goldenEdition, at: new Date("2027-01-01T00:00:00Z") };
    expect(textOf(renderOpml(later))).toBe(textOf(renderOpml(goldenEdition)));
    expect(textsOf("dateModified", renderOpml(later))).toEqual(["Fri, 16 Jan 2026 12:00:00 GMT"]);
  });
});

test("/feeds.json holds each channel with its page and its three addresses", () => {
  const items = [article()];
  const tag = channelOf("tag", "tags/c-plus-plus", items, {
    label: "C++",
    title: "Wire: C++",
    description: "Code",
  });
  const { feeds, ...publication } = JSON.parse(
    textOf(renderFeedsJson({ ...editionOf(items), channels: [tag] })),
  );
  expect(publication).toEqual({
    title: "The Lumen Wire",
    description: "News from Port Lumen & around",
    home_page_url: "https://wire.example/",
    language: "en-GB",
  });
  expect(feeds).toEqual([
    {
      kind: "tag",
      name: "tags/c-plus-plus",
      label: "C++",
      title: "Wire: C++",
      description: "Code",
      language: "en-GB",
      updated: "2026-01-16T12:00:00Z",
      items: 1,
      page_url: "https://wire.example/tags/c-plus-plus",
      rss: "https://wire.example/tags/c-plus-plus/rss.xml",
      atom: "https://wire.example/tags/c-plus-plus/atom.xml",
      json_feed: "https://wire.example/tags/c-plus-plus/feed.json",
    },
  ]);
});

describe("/sitemap.xml", () => {
  const addressesIn = (items: readonly Item[]) => textsOf("loc", renderSitemaps(editionOf(items))[0]);
  const always = ["/feeds", "/", "/all", "/headlines", "/articles"].map(
    (path) => `https://wire.example${path}`,
  );

  test.each<readonly [what: string, item: Item, isNamed: boolean]>([
    ["an article", article(), true],
    ["a link post", article({ link: "https://elsewhere.example/" }), true],
    ["an article known by its own address", article({ canonical: article().url }), true],
    ["an article first published elsewhere", article({ canonical: "https://elsewhere.example/" }), false],
    ["a headline without an address", headline(), true],
    ["a headline whose story is elsewhere", headline({ address: "https://elsewhere.example/" }), false],
    ["a notice", notice(), false],
  ])("of %s %#", (_, item, isNamed) => {
    expect(addressesIn([item])).toEqual(isNamed ? [item.url, ...always] : always);
  });

  test("says when each page last changed, as far as anybody knows", () => {
    const updated = new Date("2026-01-16T10:00:00Z");
    expect(textsOf("lastmod", renderSitemaps(editionOf([article({ updated })]))[0])).toEqual([
      "2026-01-16T10:00:00Z",
      ...["2026-01-16T12:00:00Z", "2026-01-16T12:00:00Z", "2026-01-16T12:00:00Z"],
    ]);
  });

  /** Proves that the files hold every address once, and that the index names them all. */
  function expectWhole(documents: readonly Document[], edition: Edition): void {
    const [index, ...files] = documents;
    expect(textsOf("loc", index)).toEqual(files.map(({ path }) => sampleSite.url + path));
    expect(files.map(({ path }) => path)).toEqual(files.map((_, i) => `/sitemap-${i + 1}.xml`));
    const named = files.flatMap((file) => textsOf("loc", file));
    expect(new Set(named).size).toBe(named.length);
    expect(named).toHaveLength(edition.items.length + edition.channels.length + 2);
  }

  test("is divided where one file may not hold all addresses", () => {
    const edition = editionOf(manyHeadlines(21));
    const documents = renderSitemaps(edition, { urlsMax: 10, bytesMax: 1_000_000 });
    expectWhole(documents, edition);
    expect(documents.slice(1).map((file) => textsOf("loc", file).length)).toEqual([10, 10, 6]);
    expect(elementsOf(documents[0]).map(({ name }) => name)).toEqual([
      "sitemapindex",
      ...Array(3).fill(["sitemap", "loc", "lastmod"]).flat(),
    ]);
    expect(textsOf("lastmod", documents[0])).toEqual([
      "2026-01-16T09:29:49Z",
      "2026-01-16T09:29:59Z",
      "2026-01-16T12:00:00Z",
    ]);
  });

  test("is divided where one file may not be so large", () => {
    const edition = editionOf(manyHeadlines(50));
    const documents = renderSitemaps(edition, { urlsMax: 50_000, bytesMax: 2_000 });
    expectWhole(documents, edition);
    const sizes = documents.slice(1).map((file) => Buffer.byteLength(textOf(file)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2_000);
    expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThan(1_700);
  });

  test("keeps the first files as they are when something is published", () => {
    const limits = { urlsMax: 10, bytesMax: 1_000_000 };
    const items = manyHeadlines(25);
    const [, ...before] = renderSitemaps(editionOf(items.slice(1)), limits);
    const [, ...after] = renderSitemaps(editionOf(items), limits);
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after).not.toEqual(before);
  });

  test("is one file of 50,000 addresses and two of 50,001", () => {
    const editionWith = (addresses: number) => editionOf(manyHeadlines(addresses - 5));
    expect(renderSitemaps(editionWith(50_000))).toHaveLength(1);
    const edition = editionWith(50_001);
    const documents = renderSitemaps(edition);
    expect(documents.map(({ path }) => path)).toEqual(["/sitemap.xml", "/sitemap-1.xml", "/sitemap-2.xml"]);
    expectWhole(documents, edition);
  });
});

describe("/news-sitemap.xml", () => {
  const at = new Date("2026-01-16T12:00:00Z");
  const newsOf = (items: readonly Item[]) => renderNewsSitemap({ ...editionOf(items), at });

  test.each<readonly [what: string, item: Item, isNamed: boolean]>([
    ["an article of today", article(), true],
    ["one of just two days ago", article({ published: new Date("2026-01-14T12:00:00Z") }), true],
    ["an older one", article({ published: new Date("2026-01-14T11:59:59Z") }), false],
    ["an older one that was changed", article({ published: new Date("2026-01-01"), updated: at }), false],
    ["a link post", article({ link: "https://elsewhere.example/" }), false],
    ["an article first published elsewhere", article({ canonical: "https://elsewhere.example/" }), false],
    ["a headline", headline(), false],
    ["a notice", notice(), false],
  ])("of %s %#", (_, item, isNamed) => {
    expect(textsOf("loc", newsOf([item]))).toEqual(isNamed ? [item.url] : []);
  });

  test("says of an article what it must", () => {
    expect(
      elementsOf(newsOf([article({ title: "Fish & chips", language: "pt-BR" })])).map(({ name, text }) => [
        name,
        text.trim(),
      ]),
    ).toEqual([
      ["urlset", ""],
      ["url", ""],
      ["loc", "https://wire.example/articles/plain-article"],
      ["news:news", ""],
      ["news:publication", ""],
      ["news:name", "The Lumen Wire"],
      ["news:language", "pt"],
      ["news:publication_date", "2026-01-16T09:30:00Z"],
      ["news:title", "Fish & chips"],
    ]);
  });

  test.each([
    ["en-GB", "en"],
    ["fil", "fil"],
    ["zh", "zh-cn"],
    ["zh-CN", "zh-cn"],
    ["zh-Hans-HK", "zh-cn"],
    ["zh-TW", "zh-tw"],
    ["zh-Hant", "zh-tw"],
    ["zh-HK", "zh-tw"],
  ])("calls the language %s %s", (language, expected) => {
    expect(textsOf("news:language", newsOf([article({ language })]))).toEqual([expected]);
  });

  test("holds the newest thousand articles at most", () => {
    const many = Array.from({ length: 1_001 }, (_, index) => article({ slug: `article-${index}` }));
    const addresses = textsOf("loc", newsOf(many));
    expect(addresses).toHaveLength(1_000);
    expect(addresses.at(-1)).toBe("https://wire.example/articles/article-999");
  });

  test("is well-formed when there is no news", () => {
    expect(elementsOf(newsOf([])).map(({ name }) => name)).toEqual(["urlset"]);
  });
});

test("/robots.txt lets everybody in and says where the sitemaps are", () => {
  expect(textOf(renderRobots(sampleSite)).split("\n")).toEqual([
    "User-agent: *",
    "Disallow:",
    "",
    "Sitemap: https://wire.example/sitemap.xml",
    "Sitemap: https://wire.example/news-sitemap.xml",
    "",
  ]);
});
