import fc from "fast-check";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { attributeOf, elementsOf, textIn } from "../../src/cli/check/html-tree.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Edition, Item } from "../../src/edition/edition.ts";
import type { Picture } from "../../src/edition/media.ts";
import { cleanLine } from "../../src/newswire/clean-text.ts";
import { goldenEdition } from "./golden-edition.ts";
import { pagesByPath, textAt } from "./pages-by-path.ts";
import { article, category, channelOf, editionOf, headline, notice } from "./sample-edition.ts";

type Json = Readonly<Record<string, unknown>>;

/** What a browser, a search engine and a social network find in the head of a page. */
function headOf(text: string) {
  const elements = elementsOf(parse(text));
  const metas = elements.filter(({ tagName }) => tagName === "meta");
  const valuesOf = (attribute: string, name: string) =>
    metas
      .filter((meta) => attributeOf(meta, attribute) === name)
      .map((meta) => attributeOf(meta, "content") ?? "");
  const blocks = elements.filter((element) => attributeOf(element, "type") === "application/ld+json");
  const canonical = elements
    .filter((element) => attributeOf(element, "rel") === "canonical")
    .map((element) => attributeOf(element, "href"));
  const graphs: readonly { readonly "@graph": readonly Json[] }[] = blocks.map((block) =>
    JSON.parse(textIn(block)),
  );
  return {
    property: (name: string) => valuesOf("property", name),
    named: (name: string) => valuesOf("name", name),
    canonical,
    graph: graphs.flatMap((one) => one["@graph"]),
    blocks: blocks.length,
  };
}

const headAt = (path: string, edition: Edition) => headOf(textAt(path, edition));
const plain = "/articles/plain-article";

function picture(url: string, width: number, height: number, type = "image/jpeg"): Picture {
  return { url, alt: "A crane", credit: "Bo Hale", file: { type, length: 1, size: { width, height } } };
}

const LOGO = picture("https://wire.example/media/logo.png", 600, 60, "image/png");

describe("every page that may be found", () => {
  const pages = [...pagesByPath(goldenEdition).values()].filter(
    ({ kind, path, policy }) => kind === "page" && policy !== "frame" && !path.startsWith("/embed/"),
  );

  test.each(pages.map((page) => [page.path, textOf(page)] as const))(
    "%s says one canonical address, and the same to everybody",
    (_, text) => {
      const { canonical, property, graph, blocks } = headOf(text);
      expect(blocks).toBe(1);
      expect(canonical).toHaveLength(1);
      expect(property("og:url")).toEqual(canonical);
      for (const name of ["og:site_name", "og:type", "og:title"]) expect(property(name)).toHaveLength(1);
      expect(graph.length).toBeGreaterThan(0);
      expect(graph[0]?.url).toMatch(/^https:\/\/wire\.example\//);
      // One line, without `<`: it is read out of the stored page again.
      expect(text.match(/<script type="application\/ld\+json">[^<\n]*<\/script>\n/g)).toHaveLength(1);
    },
  );

  test("what is answered with an error says nothing of itself", () => {
    const gone = [{ path: "/articles/gone", reason: "It was wrong." }];
    const edition = editionOf([article()], {}, { gone });
    for (const path of ["/404", "/articles/gone"]) {
      const { blocks, canonical, property } = headAt(path, edition);
      expect({ path, blocks, canonical, title: property("og:title") }).toEqual({
        path,
        blocks: 0,
        canonical: [],
        title: [],
      });
    }
  });
});

describe("an article", () => {
  const item = article({
    title: "The harbour reopens",
    authors: [{ name: "Ana Weir" }, { name: "Jo Bell", url: "https://jo.example/" }],
    categories: [category("section", "harbour", "Harbour"), category("tag", "ships", "Ships")],
    updated: new Date("2026-01-16T11:00:00Z"),
    summary: "After three days of storm.",
    dateline: "PORT LUMEN",
    image: picture("https://wire.example/media/crane.jpg", 1200, 800),
    enclosures: [
      { url: "https://wire.example/a.mp3", type: "audio/mpeg", length: 9, title: "The song", duration: 61.6 },
    ],
    source: { name: "The Agency", url: "https://agency.example/" },
    licence: "https://licences.example/one",
    corrections: [
      {
        id: "urn:uuid:8d1f0c1a-0000-5000-8000-0000000000aa",
        date: new Date("2026-01-16T11:00:00Z"),
        note: "It was Tuesday.",
      },
    ],
  });
  const edition = {
    ...editionOf([item], {}, { logo: LOGO }),
    channels: [
      channelOf("all", "all", [item]),
      channelOf("section", "sections/harbour", [item], { label: "Harbour" }),
      channelOf("author", "authors/ana-weir", [item], { label: "Ana Weir" }),
    ],
  };

  test("is a NewsArticle with all that is known of it", () => {
    const [node] = headAt(plain, edition).graph;
    expect(node).toEqual({
      "@type": "NewsArticle",
      "@id": item.id,
      headline: "The harbour reopens",
      url: "https://wire.example/articles/plain-article",
      mainEntityOfPage: "https://wire.example/articles/plain-article",
      description: "After three days of storm.",
      inLanguage: "en-GB",
      image: [
        {
          "@type": "ImageObject",
          url: "https://wire.example/media/crane.jpg",
          width: 1200,
          height: 800,
          caption: "A crane",
          creditText: "Bo Hale",
        },
      ],
      datePublished: "2026-01-16T09:30:00Z",
      dateModified: "2026-01-16T11:00:00Z",
      author: [
        { "@type": "Person", name: "Ana Weir", url: "https://wire.example/authors/ana-weir" },
        { "@type": "Person", name: "Jo Bell", url: "https://jo.example/" },
      ],
      publisher: {
        "@type": "Organization",
        name: "The Lumen Wire",
        url: "https://wire.example/",
        logo: { "@type": "ImageObject", url: LOGO.url, width: 600, height: 60, creditText: "Bo Hale" },
      },
      isPartOf: {
        "@type": "WebSite",
        "@id": "https://wire.example/#site",
        name: "The Lumen Wire",
        url: "https://wire.example/",
      },
      dateline: "PORT LUMEN",
      articleSection: "Harbour",
      keywords: ["Ships"],
      license: "https://licences.example/one",
      sourceOrganization: { "@type": "Organization", name: "The Agency", url: "https://agency.example/" },
      correction: [
        {
          "@type": "CorrectionComment",
          text: "It was Tuesday.",
          url: "https://wire.example/articles/plain-article#correction-000000aa",
          datePublished: "2026-01-16T11:00:00Z",
        },
      ],
      associatedMedia: [
        {
          "@type": "AudioObject",
          contentUrl: "https://wire.example/a.mp3",
          encodingFormat: "audio/mpeg",
          name: "The song",
          duration: "PT62S",
        },
      ],
    });
  });

  test("has the trail that the page shows, down to itself", () => {
    const trail = headAt(plain, edition).graph.find((node) => node["@type"] === "BreadcrumbList");
    expect(trail?.itemListElement).toMatchObject([
      { "@type": "ListItem", position: 1, item: "https://wire.example/" },
      { position: 2, name: "Harbour", item: "https://wire.example/sections/harbour" },
      { position: 3, name: "The harbour reopens", item: "https://wire.example/articles/plain-article" },
    ]);
  });

  test("says the same to social networks", () => {
    const { property, named } = headAt(plain, edition);
    const said = Object.fromEntries(
      [
        "og:type",
        "og:title",
        "og:description",
        "og:image",
        "og:image:width",
        "og:image:height",
        "og:image:alt",
        "og:locale",
        "og:site_name",
        "article:published_time",
        "article:modified_time",
        "article:section",
        "article:tag",
      ].map((name) => [name, property(name).join()]),
    );
    expect(said).toEqual({
      "og:type": "article",
      "og:title": "The harbour reopens",
      "og:description": "After three days of storm.",
      "og:image": "https://wire.example/media/crane.jpg",
      "og:image:width": "1200",
      "og:image:height": "800",
      "og:image:alt": "A crane",
      "og:locale": "en_GB",
      "og:site_name": "The Lumen Wire",
      "article:published_time": "2026-01-16T09:30:00Z",
      "article:modified_time": "2026-01-16T11:00:00Z",
      "article:section": "Harbour",
      "article:tag": "Ships",
    });
    expect(named("twitter:card")).toEqual(["summary_large_image"]);
    expect(named("description")).toEqual(["After three days of storm."]);
  });

  test("names the logo that there is now, also where nothing else has changed", () => {
    const logoOf = (given: Edition) => headAt(plain, given).graph[0]?.publisher;
    const theme = { ...edition.site.theme, logo: "https://wire.example/head.png" };
    const before = { ...edition, site: { ...edition.site, theme }, masthead: LOGO };
    const url = "https://wire.example/media/new.png";
    expect(logoOf(before)).toMatchObject({ logo: { url: LOGO.url } });
    expect(logoOf({ ...before, logo: { ...LOGO, url } })).toMatchObject({ logo: { url } });
  });

  test("of which nothing more is known claims nothing more", () => {
    const bare = article({ paragraphs: [] });
    const { graph, property, named } = headAt(plain, editionOf([bare]));
    expect(Object.keys(graph[0] ?? {})).toEqual([
      "@type",
      "@id",
      "headline",
      "url",
      "mainEntityOfPage",
      "inLanguage",
      "datePublished",
      "dateModified",
      "isPartOf",
      "publisher",
    ]);
    for (const name of ["og:image", "og:description", "article:modified_time"])
      expect(property(name)).toEqual([]);
    expect(named("twitter:card")).toEqual(["summary"]);
  });
});

describe("other pages", () => {
  const nodeAt = (path: string, items: readonly Item[]) => headAt(path, editionOf(items)).graph[0];

  test("a headline says where its story is, a link post what it is about, a copy where the text came from", () => {
    const address = "https://news.example/1";
    const based = nodeAt("/headlines/plain-headline", [headline({ address })]);
    expect(based).toMatchObject({ "@type": "NewsArticle", isBasedOn: address });
    expect(nodeAt(plain, [article({ link: address })])).toMatchObject({ isBasedOn: address });
    const copy = headAt(plain, editionOf([article({ canonical: address })]));
    expect(copy.graph[0]).toMatchObject({
      sameAs: address,
      url: "https://wire.example/articles/plain-article",
    });
    expect(copy.canonical).toEqual([address]);
  });

  test("what was withdrawn is no news article any more", () => {
    expect(nodeAt("/articles/withdrawn-article", [notice()])).toMatchObject({
      "@type": "WebPage",
      creativeWorkStatus: "Withdrawn",
      description: "The court asked for it.",
    });
  });

  test("a channel's page is a collection, with its feeds", () => {
    const [node] = headAt("/headlines", editionOf([headline()])).graph;
    expect(node).toMatchObject({
      "@type": "CollectionPage",
      "@id": "urn:uuid:8d1f0c1a-0000-5000-8000-000000000102",
      name: "The Lumen Wire: headlines",
      url: "https://wire.example/headlines",
      description: "News from Port Lumen & around",
      inLanguage: "en-GB",
      publisher: { name: "The Lumen Wire" },
      encoding: [
        { contentUrl: "https://wire.example/headlines/rss.xml", encodingFormat: "application/rss+xml" },
        { contentUrl: "https://wire.example/headlines/atom.xml", encodingFormat: "application/atom+xml" },
        { contentUrl: "https://wire.example/headlines/feed.json", encodingFormat: "application/feed+json" },
      ],
    });
  });

  test("the front page is the site's, and says its name as search engines want it", () => {
    const { graph, property } = headAt("/", editionOf([headline()]));
    expect(graph.map((node) => node["@type"])).toEqual(["WebSite", "CollectionPage"]);
    expect(graph[0]).toMatchObject({ name: "The Lumen Wire", url: "https://wire.example/" });
    expect(property("og:type")).toEqual(["website"]);
  });

  test.each([
    ["en-GB", ["en_GB"]],
    ["zh-Hans-CN", ["zh_CN"]],
    ["en", []],
    ["es-419", []],
  ])("%s is %j for OpenGraph, which has no word for a language alone", (language, locales) => {
    const item = article({ language });
    expect(headAt(plain, editionOf([item])).property("og:locale")).toEqual(locales);
  });

  test.each([
    [
      "a wide one of its own",
      picture("https://a.example/1.jpg", 300, 157),
      "https://a.example/1.jpg",
      "summary_large_image",
    ],
    [
      "a small one of its own",
      picture("https://a.example/2.jpg", 299, 200),
      "https://a.example/2.jpg",
      "summary",
    ],
    [
      "one elsewhere",
      { url: "https://a.example/3.jpg", alt: "", credit: null, file: null },
      "https://a.example/3.jpg",
      "summary_large_image",
    ],
    [
      "a drawing, which networks do not show",
      picture("https://a.example/4.svg", 900, 900, "image/svg+xml"),
      LOGO.url,
      "summary",
    ],
    [
      "a drawing elsewhere",
      { url: "https://a.example/5.svg?x", alt: "", credit: null, file: null },
      LOGO.url,
      "summary",
    ],
    ["none", null, LOGO.url, "summary"],
  ])("an item with %s is shown with a picture that fits", (_, image, shown, card) => {
    const { property, named } = headAt(plain, editionOf([article({ image })], {}, { logo: LOGO }));
    expect(property("og:image")).toEqual([shown]);
    expect(named("twitter:card")).toEqual([card]);
  });

  test("the feeds that a page leads to say their language", () => {
    const edition = editionOf([headline({ language: "pt-BR" })], { language: "pt" });
    const links = elementsOf(parse(textAt("/", edition))).filter(
      (element) => attributeOf(element, "type") === "application/rss+xml",
    );
    expect(links.map((link) => attributeOf(link, "hreflang"))).toEqual(["pt"]);
  });
});

describe("hostile text in metadata is text", () => {
  const HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<!-- --!> -->",
    "]]>",
    '"}],"@graph":[]}',
    '" onload="alert(1)',
    "\\u003c/script\\u003e",
    "\\",
    "a\u2028b\u2029c",
    "\ud800 half \udc00",
    "{{main}} {{footer}}",
    "__proto__",
    "&lt;/script&gt;",
    "\u0000\u0001\u007f",
    "😀 ميناء",
  ];

  function expectText(text: string): void {
    const typed = `[${text}]`;
    const item = article({ title: typed, summary: typed, authors: [{ name: typed }], dateline: typed });
    const edition = editionOf([item], { title: typed });
    const page = textAt(plain, edition);
    const { graph, property, blocks, named } = headOf(page);
    const clean = cleanLine(typed);
    expect(blocks).toBe(1);
    expect(graph[0]).toMatchObject({
      headline: clean,
      author: [{ name: clean }],
      publisher: { name: clean },
      dateline: clean,
    });
    expect([...property("og:title"), ...property("og:site_name")]).toEqual([clean, clean]);
    expect(named("description")).toEqual([]);
    expect(page.split("application/ld+json")[1]).not.toMatch(/<\/script>[^\n]|<!--/);
  }

  test.each(HOSTILE)("%j", expectText);

  test("any other", () => {
    const some = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        some.map((parts) => parts.join("")),
        expectText,
      ),
      { numRuns: 150, seed: 20260116 },
    );
  });
});
