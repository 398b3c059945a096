import { expect, test } from "vitest";
import { describeObjection } from "../../src/cli/check/check-documents.ts";
import {
  brokenRules,
  documentsOf,
  goldenDocuments,
  objectionsTo,
  rulesAt,
  spoil,
} from "../cli/check/spoiled-documents.ts";
import { goldenEdition } from "./golden-edition.ts";

test("checkDocuments() has nothing against what we render", () => {
  expect(objectionsTo(goldenDocuments, goldenEdition).map(describeObjection)).toEqual([]);
});

test("a logo at the head of the pages says the title, also as the heading of the front page", () => {
  const withLogo = { ...goldenEdition, masthead: goldenEdition.logo };
  expect(objectionsTo(documentsOf(withLogo), withLogo).map(describeObjection)).toEqual([]);
  const wordless = documentsOf(withLogo).map((document) => ({
    ...document,
    parts: document.parts.map((part) => part.replaceAll('alt="The Lumen Wire"', 'alt=""')),
  }));
  expect(objectionsTo(wordless, withLogo)).toContainEqual(
    expect.objectContaining({ path: "/", rule: "<h1> is not empty" }),
  );
});

type Row = readonly [path: string, from: string, to: string, rule: string];

const guid = "urn:uuid:3b6c4f52-6d0f-5c1e-9a57-00000000000";

const rows: readonly Row[] = [
  ["/rss.xml", "</channel>", "", "XML is well-formed and its namespaces are declared"],
  ["/rss.xml", "<dc:creator>", "<dx:creator>", "XML is well-formed and its namespaces are declared"],
  ["/rss.xml", "Fish", "Fi\u0008sh", "The text has only characters that XML 1.0 allows"],
  ["/rss.xml", "<rss", "<!DOCTYPE rss><rss", "A feed has no document type"],
  ["/rss.xml", "utf-8", "iso-8859-1", "The document says of itself that it is UTF-8"],
  ["/atom.xml", "utf-8", "utf-16", "The document says of itself that it is UTF-8"],
  ["/rss.xml", 'version="2.0"', 'version="0.91"', "The document is RSS 2.0"],
  ["/rss.xml", "<title>The Lumen Wire</title>", "", "Channel: <title> stands once"],
  ["/rss.xml", "<ttl>15</ttl>", "<ttl>soon</ttl>", "Channel: <ttl> is a number of minutes"],
  ["/rss.xml", "<ttl>15</ttl>", "<ttl>15</ttl><ttl>15</ttl>", "Channel: <ttl> stands once"],
  ["/rss.xml", "<ttl>15</ttl>", "<ttl>15</ttl><tll/>", "Channel: The element is one of RSS 2.0"],
  ["/rss.xml", "en-GB", "english!", "Channel: <language> is a language tag of BCP 47"],
  [
    "/rss.xml",
    "wire.example/rss.xml",
    "wire.example/feed",
    "Channel: <atom:link rel=self> says once where the feed is served",
  ],
  [
    "/rss.xml",
    "12:00:00 GMT",
    "12:00:00 CET",
    "Channel: <lastBuildDate> is a date of RFC 822 with a year of four digits, in GMT",
  ],
  ["/rss.xml", "12:00:00 GMT", "08:00:00 GMT", "No item is younger than its feed"],
  [
    "/rss.xml",
    "<link>https://wire.example/articles/fish-prices-fall",
    "<link>/articles/fish-prices-fall",
    "Item 2: <link> is an absolute URL",
  ],
  [
    "/rss.xml",
    "articles/fish-prices-fall",
    "articles/fish-prices-rise",
    "A link to the site leads to one of its documents",
  ],
  [
    "/rss.xml",
    'isPermaLink="false"',
    'isPermaLink="true"',
    "Item 1: <guid> without isPermaLink=false is an absolute URL",
  ],
  ["/rss.xml", `${guid}2`, `${guid}1`, "Each item has an id of its own"],
  [
    "/rss.xml",
    "Fri, 16 Jan 2026 09:29:59",
    "Thu, 16 Jan 2026 09:29:59",
    "Item 2: <pubDate> is a date of RFC 822 with a year of four digits, in GMT",
  ],
  ["/rss.xml", "09:29:59 GMT", "09:31:00 GMT", "The newest item comes first"],
  [
    "/rss.xml",
    "<dc:creator>Ana Núñez</dc:creator>",
    "<author>Ana Núñez</author>",
    "Item 2: <author> is an e-mail address",
  ],
  [
    "/rss.xml",
    "&lt;b&gt;PORT",
    "&lt;b&gt;&lt;a href=&quot;/x&quot;&gt;PORT",
    "Item 2: href in the content is an absolute URL",
  ],
  ["/rss.xml", "&lt;b&gt;PORT", "&lt;script&gt;", "Item 2: The content holds only text and pictures"],
  [
    "/rss.xml",
    "&lt;b&gt;PORT",
    "&lt;b onclick=&quot;x&quot;&gt;PORT",
    "Item 2: The content has no styles and scripts",
  ],
  ["/rss.xml", "&lt;b&gt;PORT", "&lt;b a a&gt;PORT", "Item 2: The content is valid HTML"],
  ["/rss.xml", "<title>The", "<title><b/>The", "Channel: <title> holds only text"],
  ["/rss.xml", "<title>Fish", "<title><b/>Fish", "Item 2: <title> holds only text"],
  ["/rss.xml", "</link>", "<b/></link>", "Channel: <link> holds only text"],
  ["/rss.xml", "</guid>", "<b/></guid>", "Item 1: <guid> holds only text"],
  ["/rss.xml", "</pubDate>", "<b/></pubDate>", "Item 1: <pubDate> holds only text"],
  [
    "/rss.xml",
    "<ttl>",
    "<pubDate>2026-01-16T12:00:00Z</pubDate><ttl>",
    "Channel: <pubDate> is a date of RFC 822 with a year of four digits, in GMT",
  ],
  ["/rss.xml", "<docs>https://", "<docs>", "Channel: <docs> is an absolute URL"],
  ["/rss.xml", "</item>", "<comments>/talk</comments></item>", "Item 1: <comments> is an absolute URL"],
  ["/rss.xml", "</item>", "<source>Other</source></item>", "Item 1: url of <source> is an absolute URL"],
  [
    "/rss.xml",
    "</item>",
    '<enclosure length="7" type="audio/mpeg"/></item>',
    "Item 1: url of <enclosure> is an absolute URL",
  ],
  [
    "/rss.xml",
    "</item>",
    '<enclosure url="https://wire.example/a.mp3" length="7 kB" type="audio/mpeg"/></item>',
    "Item 1: length of <enclosure> is a number of bytes",
  ],
  [
    "/rss.xml",
    "</item>",
    '<enclosure url="https://wire.example/a.mp3" length="7"/></item>',
    "Item 1: type of <enclosure> is a media type",
  ],
  ["/atom.xml", "2005/Atom", "2003/Atom", "The document is Atom 1.0"],
  ["/atom.xml", "<generator>", "<generator/><generator>", "<generator> stands once"],
  ["/atom.xml", "<generator>", "<language>en</language><generator>", "The element is one of Atom 1.0"],
  ["/atom.xml", ' xml:lang="en-GB"', "", "xml:lang is a language tag of BCP 47"],
  [
    "/atom.xml",
    "https://wire.example/atom.xml",
    "https://wire.example/rss.xml",
    "<link rel=self> says where the feed is served",
  ],
  ["/atom.xml", `<id>${guid}2</id>`, "<id>2</id>", "Entry 2: <id> is an absolute IRI"],
  ["/atom.xml", '<title type="text">Fish', '<title type="html">Fish', "Entry 2: <title> is plain text"],
  ["/atom.xml", '<content type="html">', '<content type="xhtml">', "Entry 1: <content> is HTML"],
  [
    "/atom.xml",
    "<published>2026-01-16T09:29:59Z",
    "<published>2026-02-31T09:29:59Z",
    "Entry 2: <published> is a date of RFC 3339 in UTC",
  ],
  [
    "/atom.xml",
    "<updated>2026-01-16T11:45:10Z",
    "<updated>2026-01-16T09:00:00Z",
    "Entry 1: <updated> is not before <published>",
  ],
  ["/atom.xml", "<name>Ana Núñez</name>", "<name> </name>", "Entry 2: <name> of <author> is not empty"],
  ["/atom.xml", "desk@wire.example", "desk at wire.example", "<email> of <author> is an e-mail address"],
  ["/atom.xml", "<generator>", '<category label="Sea"/><generator>', "term of <category> is not empty"],
  ["/atom.xml", "</entry>", "<category/></entry>", "Entry 1: term of <category> is not empty"],
  ["/atom.xml", "<generator>", "<logo>logo.png</logo><generator>", "<logo> is an absolute URL"],
  ["/atom.xml", "<generator>", "<icon/><generator>", "<icon> is an absolute URL"],
  ["/atom.xml", "<generator>", '<link rel="related"/><generator>', "href of <link> is an absolute IRI"],
  ["/atom.xml", "</entry>", '<link rel="via"/></entry>', "Entry 1: href of <link> is an absolute IRI"],
  ["/headlines/atom.xml", "000000000102", "000000000101", "Each channel has an id of its own"],
  ["/atom.xml", 'xml:lang="en-GB"', 'xml:lang="en-US"', "The language is that of /rss.xml"],
  ["/atom.xml", "Fish prices fall", "Fish prices rise", "The title of item 2 is that of /rss.xml"],
  [
    "/atom.xml",
    'type="text/html" href="https://wire.example/',
    'href="https://other.example/',
    "The home link is that of /rss.xml",
  ],
  ["/atom.xml", "© 2026", "© 2025", "The notice of rights is that of /rss.xml"],
  [
    "/feed.json",
    '"home_page_url":"https://wire.',
    '"home_page_url":"https://other.',
    "The home link is that of /rss.xml",
  ],
  ["/feed.json", "The Lumen desk", "Another desk", "The authors are those of /atom.xml"],
  [
    "/feed.json",
    '"date_modified":"2026-01-16T11:45:10Z"',
    '"date_modified":"2026-01-16T11:45:11Z"',
    "The update of item 1 is that of /rss.xml",
  ],
  ["/feed.json", "{", "{,", "The document is JSON"],
  ["/feed.json", "version/1.1", "version/1", "JSON Feed 1.1 at version"],
  ["/feed.json", '"language"', '"lang"', "JSON Feed 1.1 at language"],
  ["/feed.json", '"description"', '"about"', "The key is one of JSON Feed 1.1"],
  [
    "/feed.json",
    "https://wire.example/feed.json",
    "https://wire.example/rss.xml",
    "feed_url says where the feed is served",
  ],
  ["/feed.json", '"content_text"', '"_content_text"', "Item 3: The item has its content once"],
  ["/feed.json", '"id":"urn', '"id": 7, "_x":"urn', "JSON Feed 1.1 at items.0.id"],
  ["/feed.json", "Fish prices fall", "Fish \\u0000", "The text has only characters that XML 1.0 allows"],
  [
    "/feed.json",
    '"date_published":"2026-01-16T09:29:59Z"',
    '"date_published":"yesterday"',
    "Item 2: date_published is a date of RFC 3339 in UTC",
  ],
  ["/feed.json", "https://wire.example/articles/fish", "articles/fish", "Item 2: url is an absolute URL"],
  [
    "/feed.json",
    '"content_text":"Storm',
    '"content_text":"Rain',
    "The summary of item 3 is that of /rss.xml",
  ],
  ["/feed.json", '"language"', '"language": "en", "language"', "A key stands once in its object"],
  ["/feed.json", '"name"', '"n\\u0061me": "}:{", "name"', "A key stands once in its object"],
  [
    "/feed.json",
    '"id"',
    '"attachments": [{ "mime_type": "audio/mpeg" }], "id"',
    "JSON Feed 1.1 at items.0.attachments.0.url",
  ],
  [
    "/feed.json",
    '"id"',
    '"attachments": [{ "url": "https://wire.example/a.mp3" }], "id"',
    "JSON Feed 1.1 at items.0.attachments.0.mime_type",
  ],
  ["/", ' lang="en-GB"', "", "lang of <html> is a language tag of BCP 47"],
  ["/", "<h1", "<h1>One</h1><h1", "<h1> stands once"],
  ["/", "<title>The Lumen Wire", "<title>", "<title> is not empty"],
  ["/", '<meta name="viewport"', '<meta name="view"', "The page fits small screens"],
  ["/", "<h1", '<h1 style="color:red"', "The page has no inline styles and scripts"],
  ["/", "<h1", "<script></script><h1", "The page has no inline styles and scripts"],
  ["/", 'id="main"', 'id="feeds"', "Each id stands once"],
  ["/", 'href="#main"', 'href="#man"', "A link within the page leads to an element of it"],
  [
    "/",
    "/articles/fish-prices-fall",
    "/articles/fish-prices-rise",
    "A link to the site leads to one of its documents",
  ],
  ["/", "/assets/style-", "/assets/stile-", "A link to the site leads to one of its documents"],
  ["/", '" href="https://elsewhere.example/', '" href="elsewhere/', "The link of <a> is an absolute URL"],
  ["/", "<main", '<a href="javascript:x()">x</a><main', "The link of <a> is an absolute URL"],
  [
    "/",
    "<main",
    '<link href="feed:https://wire.example/rss.xml"><main',
    "The link of <link> is an absolute URL",
  ],
  ["/", "<main", "<script>x()</script><main", "The page has no inline styles and scripts"],
  ["/", "<main", '<script src="/rss.xml">x()</script><main', "The page has no inline styles and scripts"],
  ["/", "<main", '<script src="/none.js"></script><main', "A link to the site leads to one of its documents"],
  [
    "/",
    "<main",
    '<script src="https://cdn.example/x.js"></script><main',
    "A script of the page is the site's own",
  ],
  [
    "/articles/o-guindaste-volta",
    "<p>O <a",
    '<script src="/rss.xml"></script><p>O <a',
    "The page has no inline styles and scripts",
  ],
  [
    "/articles/o-guindaste-volta",
    "<p>O <a",
    '<a href="feed:https://wire.example/rss.xml">x</a><p>O <a',
    "The link of <a> is an absolute URL",
  ],
  ["/", "</h1>", '</h1><img src="/rss.xml">', "<img> has an alternative text"],
  ["/", "</h1>", '</h1><a href="/rss.xml"> <img src="/rss.xml" alt=""></a>', "A link has a text or a label"],
  ["/", "<h1", "<h1 hidden hidden", "The page is valid HTML"],
];

test.each(rows)("in %s, %j made %j: %s", (path, from, to, rule) => {
  expect(brokenRules(path, from, to)).toContain(rule);
});

const harmless: readonly (readonly [path: string, from: string, to: string])[] = [
  ["/rss.xml", 'encoding="utf-8"', 'encoding="UTF-8"'],
  ["/rss.xml", ' encoding="utf-8"', ""],
  [
    "/rss.xml",
    "<ttl>",
    "<pubDate>Fri, 16 Jan 2026 12:00:00 GMT</pubDate><skipDays><day>Sunday</day></skipDays><ttl>",
  ],
  [
    "/rss.xml",
    "</item>",
    '<enclosure url="https://other.example/a.mp3" length="1" type="audio/mpeg"/></item>',
  ],
  ["/rss.xml", "</item>", "<comments>https://wire.example/talk</comments></item>"],
  ["/rss.xml", "</item>", '<source url="https://other.example/rss.xml">Other</source></item>'],
  ["/atom.xml", "<generator>", '<category term="sea"/><generator>'],
  ["/atom.xml", "</entry>", '<link rel="related" href="https://other.example/"/></entry>'],
  ["/feed.json", '"id"', '"banner_image": "https://other.example/a.png", "id"'],
  ["/feed.json", '"id"', '"_a": { "_b": "\\"_c\\": {", "_c": [{ "_a": 1 }, { "_a": 2 }] }, "id"'],
  ["/", "</h1>", '</h1><img src="/rss.xml" alt="">'],
  ["/", "</h1>", '</h1><a href="/rss.xml" aria-label="RSS"></a><a id="here"></a>'],
  ["/", "</h1>", '</h1><a href="/rss.xml"><img src="/rss.xml" alt="RSS"></a>'],
];

test.each(harmless)("in %s, %j made %j: nothing", (path, from, to) => {
  expect(brokenRules(path, from, to)).toEqual([]);
});

test("a media type that is not that of the path is objected to", () => {
  const spoiled = goldenDocuments.map((document) =>
    document.path === "/rss.xml" ? { ...document, mediaType: "application/atom+xml" } : document,
  );
  expect(objectionsTo(spoiled, goldenEdition)).toContainEqual({
    path: "/rss.xml",
    rule: "The media type is that of the path",
    found: "application/atom+xml",
    expected: "application/rss+xml",
  });
});

test.each([
  ["/tags/css", "text/html"],
  ["/a/theme.css", "text/css"],
  ["/a/list.json", "application/json"],
  ["/a/list.opml", "text/x-opml"],
  ["/a/robots.txt", "text/plain"],
  ["/a/sitemap.xml", "application/xml"],
])("the media type of %s is %s", (path, mediaType) => {
  const rule = "The media type is that of the path";
  const rulesFor = (type: string) => rulesAt(path, [{ path, mediaType: type, parts: [""] }]);
  expect(rulesFor(mediaType)).not.toContain(rule);
  expect(rulesFor("image/png")).toEqual([rule]);
});

test("an item without an author needs a feed that has one", () => {
  const author = /\n<author>[\s\S]*?<\/author>/;
  const spoiled = goldenDocuments.map((document) =>
    document.path === "/atom.xml"
      ? {
          ...document,
          parts: document.parts.map((part, index) => (index === 0 ? part.replace(author, "") : part)),
        }
      : document,
  );
  expect(rulesAt("/atom.xml", spoiled)).toContain("The item or its feed has an author");
});

test.each([
  ["/media/3f2a9c1b5d6e7f80.jpg", "/media/none.jpg", ["A link to the site leads to one of its documents"]],
  ["/articles/fish-prices-fall?", "/articles/o-guindaste?", []],
  ["/articles/fish-prices-fall?", "/sections/port/rss.xml?", []],
  ["/articles/fish-prices-fall?", "/articles/removed-long-ago?", []],
])("an article's link to %s made %s", (from, to, rules) => {
  expect(
    brokenRules("/articles/o-guindaste-volta", `https://wire.example${from}`, `https://wire.example${to}`),
  ).toEqual(rules);
});

test("a channel that lacks a format is objected to", () => {
  const spoiled = goldenDocuments.filter(({ path }) => path !== "/atom.xml");
  expect(rulesAt("/rss.xml", spoiled)).toEqual(["A channel can be read in each format"]);
});

test("two documents with one path are objected to", () => {
  const twice = [...goldenDocuments, ...goldenDocuments.filter(({ path }) => path === "/robots.txt")];
  expect(rulesAt("/robots.txt", twice)).toEqual(["Each document has a path of its own"]);
});

test.each([
  ["/rss.xml", 410],
  ["/feeds.opml", 404],
  ["/feeds", 500],
])("%s is not answered with %i", (path, status) => {
  const spoiled = goldenDocuments.map((document) =>
    document.path === path ? { ...document, status } : document,
  );
  expect(rulesAt(path, spoiled)).toEqual(["The status is one that the document may have"]);
});

test("after a thousand objections nothing is read any more", () => {
  const broken = Array.from({ length: 1_500 }, (_, index) => ({
    path: `/${index}/rss.xml`,
    mediaType: "application/rss+xml",
    parts: ["<rss"],
  }));
  expect(objectionsTo(broken, goldenEdition)).toHaveLength(1_000);
});

test("an objection is described with what was found and what was expected", () => {
  const [objection] = objectionsTo(spoil("/rss.xml", "<ttl>15</ttl>", "<ttl>soon</ttl>"), goldenEdition);
  expect(objection && describeObjection(objection)).toBe(
    'Cannot publish /rss.xml: Channel: <ttl> is a number of minutes: found "soon", expected a whole number above 0',
  );
});
