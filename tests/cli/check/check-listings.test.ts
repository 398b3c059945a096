import { expect, test } from "vitest";
import { brokenRules, goldenDocuments, rulesAt } from "./spoiled-documents.ts";

type Row = readonly [path: string, from: string, to: string, rules: readonly string[]];

const rows: readonly Row[] = [
  ["/feeds.opml", "</body>", "", ["XML is well-formed and its namespaces are declared"]],
  ["/feeds.opml", 'version="2.0"', 'version="1.0"', ["The document is OPML 2.0"]],
  ["/feeds.opml", "<title>The Lumen Wire", "<title>", ["<title> is not empty"]],
  ["/feeds.opml", 'type="rss"', 'type="atom"', ["type of <outline> is that of a feed"]],
  ["/feeds.opml", 'text="The Lumen Wire: headlines"', 'text=""', ["text of <outline> is not empty"]],
  ["/feeds.opml", 'text="The Lumen Wire: Kinds"', "", ["text of <outline> is not empty"]],
  [
    "/feeds.opml",
    'xmlUrl="https://wire.example/atom.xml"',
    'xmlUrl="/atom.xml"',
    ["xmlUrl of <outline> is an absolute URL"],
  ],
  [
    "/feeds.opml",
    'htmlUrl="https://wire.example/all"',
    'htmlUrl="/all"',
    ["htmlUrl of <outline> is an absolute URL"],
  ],
  [
    "/feeds.opml",
    "wire.example/headlines/atom.xml",
    "wire.example/atom.xml",
    ["A list subscribes to each feed once"],
  ],
  [
    "/feeds.opml",
    "wire.example/headlines/atom.xml",
    "wire.example/headline/atom.xml",
    ["A link to the site leads to one of its documents"],
  ],
  [
    "/feeds.opml",
    "wire.example/headlines/atom.xml",
    "wire.example/headlines",
    ["A list of feeds leads to feeds"],
  ],
  [
    "/feeds.opml",
    'xmlUrl="https://wire.example/atom.xml"',
    'xmlUrl="https://other.example/atom.xml"',
    ["A list of feeds leads to feeds of the site"],
  ],
  [
    "/feeds.opml",
    'htmlUrl="https://wire.example/headlines"',
    'htmlUrl="https://wire.example/headlines/withdrawn-long-ago"',
    ["What is published leads to a page that is there"],
  ],
  [
    "/feeds.opml",
    "<body>",
    "<body><link/>",
    [
      "A list holds only outlines",
      "type of <outline> is that of a feed",
      "text of <outline> is not empty",
      "xmlUrl of <outline> is an absolute URL",
    ],
  ],
  ["/feeds.json", "{", "{,", ["The document is JSON", "The list of feeds at its top"]],
  ["/feeds.json", '"atom"', '"atoms"', ["The list of feeds at feeds.0.atom"]],
  [
    "/feeds.json",
    "https://wire.example/headlines/rss.xml",
    "https://wire.example/rss.xml",
    ["A list names each feed once"],
  ],
  [
    "/feeds.json",
    "https://wire.example/headlines/rss.xml",
    "/headlines/rss.xml",
    ["The address of a feed is an absolute URL"],
  ],
  [
    "/headlines",
    'oembed?url=https%3A%2F%2Fwire.example%2Fheadlines"',
    'oembed?url=https%3A%2F%2Fwire.example%2Fnothing"',
    ["A link to the site leads to one of its documents"],
  ],
  [
    "/feeds.json",
    "https://wire.example/headlines/rss.xml",
    "https://wire.example/none/rss.xml",
    ["A link to the site leads to one of its documents"],
  ],
  [
    "/feeds.json",
    '"page_url": "https://wire.example/headlines"',
    '"page_url": "/headlines"',
    ["page_url of a feed is an absolute URL"],
  ],
  ["/feeds.json", '"home_page_url": "https:', '"home_page_url": "', ["home_page_url is an absolute URL"]],
  [
    "/feeds.json",
    '"language": "pt-BR"',
    '"language": "?"',
    ["language of a feed is a language tag of BCP 47"],
  ],
  [
    "/feeds.json",
    '"updated": "2026-01-16T12:00:00Z"',
    '"updated": "noon"',
    ["updated of a feed is a date of RFC 3339 in UTC"],
  ],
  ["/sitemap.xml", "sitemap/0.9", "sitemap/0.8", ["The document is a sitemap"]],
  ["/sitemap.xml", "<loc>https://wire.example/feeds", "<loc>/feeds", ["<loc> is an absolute URL"]],
  [
    "/sitemap.xml",
    "<loc>https://wire.example/feeds",
    "<loc>https://wire.example/headlines",
    ["A sitemap names each address once"],
  ],
  [
    "/sitemap.xml",
    "<loc>https://wire.example/feeds",
    "<loc>https://wire.example/feeds.opml",
    ["What is published leads to a page that is there"],
  ],
  [
    "/sitemap.xml",
    "<loc>https://wire.example/feeds",
    "<loc>https://wire.example/articles/removed-long-ago",
    ["What is published leads to a page that is there"],
  ],
  [
    "/sitemap.xml",
    "<loc>https://wire.example/feeds",
    "<loc>https://wire.example/none",
    ["A link to the site leads to one of its documents"],
  ],
  [
    "/sitemap.xml",
    "<lastmod>2026-01-16T12:00:00Z",
    "<lastmod>today",
    ["<lastmod> is a date of RFC 3339 in UTC"],
  ],
  [
    "/sitemap.xml",
    "<lastmod>2026-01-16T12:00:00Z",
    "<lastmod>2026-01-16T12:00:01Z",
    ["Nothing is dated in the future"],
  ],
  ["/news-sitemap.xml", "<news:title>Fish prices fall", "<news:title>", ["<news:title> is not empty"]],
  ["/news-sitemap.xml", "<news:name>The Lumen Wire", "<news:name>", ["<news:name> is not empty"]],
  ["/news-sitemap.xml", "<news:language>en", "<news:language>", ["<news:language> is not empty"]],
  [
    "/news-sitemap.xml",
    "<news:publication_date>2026-01-16T09:30:00Z",
    "<news:publication_date>",
    ["<news:publication_date> is a date of RFC 3339 in UTC"],
  ],
  [
    "/robots.txt",
    "Sitemap: https://wire.example/sitemap.xml",
    "Sitemap: /sitemap.xml",
    ["Sitemap is an absolute URL"],
  ],
  [
    "/robots.txt",
    "https://wire.example/sitemap.xml",
    "https://wire.example/map.xml",
    ["A link to the site leads to one of its documents"],
  ],
  ["/robots.txt", "User-agent: *\n", "", ["A rule says for which robots it is"]],
  ["/robots.txt", "Disallow:", "Forbid:", ["Each line is a rule for robots"]],
];

test.each(rows)("in %s, %j made %j: %j", (path, from, to, rules) => {
  expect(brokenRules(path, from, to)).toEqual(rules);
});

const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

/** What is said against a sitemap of this text beside the golden documents. */
function rulesOfSitemap(text: string): readonly string[] {
  const sitemap = { path: "/other-sitemap.xml", mediaType: "application/xml", parts: [text] };
  return rulesAt(sitemap.path, [...goldenDocuments, sitemap]);
}

function sitemapOf(count: number, news = ""): string {
  const urls = Array.from(
    { length: count },
    (_, index) => `<url><loc>https://other.example/${index}</loc>${news}</url>`,
  );
  return `<urlset xmlns="${SITEMAP}" xmlns:news="${NEWS}">${urls.join("")}</urlset>`;
}

test("a sitemap has at most 50,000 addresses", () => {
  expect(rulesOfSitemap(sitemapOf(50_000))).toEqual([]);
  expect(rulesOfSitemap(sitemapOf(50_001))).toEqual(["A sitemap has few enough addresses"]);
});

test("a sitemap has at most 1,000 news", () => {
  const news =
    "<news:news><news:publication><news:name>N</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-01-16T09:00:00Z</news:publication_date><news:title>T</news:title></news:news>";
  expect(rulesOfSitemap(sitemapOf(1_000, news))).toEqual([]);
  expect(rulesOfSitemap(sitemapOf(1_001, news))).toEqual(["A sitemap has few enough news"]);
});

test("a sitemap has at most 50 MiB", () => {
  const spaces = " ".repeat(52_428_800);
  expect(rulesOfSitemap(sitemapOf(1) + spaces)).toEqual(["A sitemap is small enough for search engines"]);
});

test.each([
  ["https://wire.example/sitemap.xml", []],
  ["https://wire.example/sitemap-9.xml", ["A link to the site leads to one of its documents"]],
])("an index of sitemaps that leads to %s", (url, rules) => {
  const index = `<sitemapindex xmlns="${SITEMAP}"><sitemap><loc>${url}</loc></sitemap></sitemapindex>`;
  expect(rulesOfSitemap(index)).toEqual(rules);
});
