import { expect, test } from "vitest";
import type { Edition, Item } from "../../src/edition/edition.ts";
import { atomOf, jsonOf, rssOf } from "./read-feeds.ts";
import { article, channelOf, correction, editionOf, headline, notice } from "./sample-edition.ts";

/** An edition of one item, which the channel of everything carries whole or in a summary. */
function editionIn(content: "full" | "summary", item: Item): Edition {
  return editionOf([item], {}, { channels: [channelOf("all", "all", [item], { content })] });
}

const long = article({ paragraphs: ["First. ".repeat(40), "Second. ".repeat(40)] });
const firstSentences = "First. ".repeat(40).concat("Second. Second.");

type Text = {
  readonly item: Item;
  readonly content: "full" | "summary";
  readonly html: string | null;
  readonly summary: string | null;
  readonly because: string;
};

const texts: readonly Text[] = [
  {
    item: article({ html: "<p>1 &lt; 2</p>" }),
    content: "full",
    html: "<p>1 &lt; 2</p>",
    summary: null,
    because: "the whole text needs no summary",
  },
  {
    item: article({ html: "<p>Whole</p>", summary: "1 < 2 & more" }),
    content: "full",
    html: "<p>Whole</p>",
    summary: "1 < 2 & more",
    because: "a publisher's own summary stands beside the whole text",
  },
  {
    item: article({ html: "<p>Whole</p>", summary: "1 < 2 & more" }),
    content: "summary",
    html: null,
    summary: "1 < 2 & more",
    because: "in place of the text a publisher's own summary",
  },
  {
    item: long,
    content: "summary",
    html: null,
    summary: firstSentences,
    because: "else the first sentences",
  },
  {
    item: article({ html: "", paragraphs: [] }),
    content: "full",
    html: null,
    summary: null,
    because: "an article without a text says only its title",
  },
  {
    item: article({ html: "", paragraphs: [] }),
    content: "summary",
    html: null,
    summary: null,
    because: "of nothing there is no summary",
  },
  {
    item: article({ title: "All of it.", paragraphs: ["All of it."] }),
    content: "summary",
    html: null,
    summary: null,
    because: "a summary that says what the title says is none",
  },
  { item: headline(), content: "full", html: null, summary: null, because: "a headline is a title" },
  { item: headline(), content: "summary", html: null, summary: null, because: "a headline is a title" },
  {
    item: notice({ reason: "Untrue & <unfair>" }),
    content: "full",
    html: "<p>Untrue &amp; &lt;unfair&gt;</p>",
    summary: null,
    because: "the reason stands in the place of what was withdrawn",
  },
  {
    item: notice({ reason: "Untrue & <unfair>" }),
    content: "summary",
    html: null,
    summary: "Untrue & <unfair>",
    because: "the reason stands in the place of what was withdrawn",
  },
  {
    item: correction({ note: "Not 1 < 2", corrected: "A & B" }),
    content: "full",
    html: '<p>Not 1 &lt; 2</p>\n<p><a href="https://wire.example/articles/plain-article#correction-00000004">A &amp; B</a></p>',
    summary: null,
    because: "a correction leads to what was corrected",
  },
  {
    item: correction({ note: "Not 1 < 2" }),
    content: "summary",
    html: null,
    summary: "Not 1 < 2",
    because: "a correction is its note",
  },
];

test.each(texts)("the text of an item in each format ($content, $item.kind): $because", (row) => {
  const edition = editionIn(row.content, row.item);
  const listed = (text: string | null) => (text === null ? [] : [text]);
  const escaped = row.summary?.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  expect(rssOf(edition, "/rss/channel/item/content:encoded")).toEqual(listed(row.html));
  // Readers take it for HTML.
  expect(rssOf(edition, "/rss/channel/item/description")).toEqual(listed(escaped ?? null));
  expect(atomOf(edition, "//atom:entry/atom:content[@type='html']")).toEqual(listed(row.html));
  expect(atomOf(edition, "//atom:entry/atom:summary[@type='text']")).toEqual(listed(row.summary));
  const [item] = jsonOf(edition).items;
  expect(item.content_html ?? null).toBe(row.html);
  expect(item.content_text).toBe(row.html === null ? (row.summary ?? row.item.title) : undefined);
  expect(item.summary ?? null).toBe(row.html === null ? null : row.summary);
});

const corrected = article({
  html: "<p>Text</p>",
  corrections: [
    { id: "urn:uuid:1", date: new Date("2026-01-16T00:00:00Z"), note: "Not < 1" },
    { id: "urn:uuid:2", date: new Date("2026-01-17T10:00:00Z"), note: "Not 2" },
  ],
});

test.each([
  ["UTC", "2026-01-16", "2026-01-17"],
  ["Pacific/Kiritimati", "2026-01-16", "2026-01-18"],
  ["America/St_Johns", "2026-01-15", "2026-01-17"],
])(
  "what was corrected stands at the end of the text, with the day it was in %s",
  (timeZone, first, second) => {
    const edition = editionOf([corrected], { timeZone });
    const html = [
      "<p>Text</p>",
      "<hr>",
      `<p><b>Correction, ${first}:</b> Not &lt; 1</p>`,
      `<p><b>Correction, ${second}:</b> Not 2</p>`,
    ].join("\n");
    expect(rssOf(edition, "//content:encoded")).toEqual([html]);
    expect(atomOf(edition, "//atom:content")).toEqual([html]);
    expect(jsonOf(edition).items[0].content_html).toBe(html);
  },
);

test("a correction of an article without a text stands alone", () => {
  const edition = editionOf([{ ...corrected, html: "", paragraphs: [] }]);
  expect(jsonOf(edition).items[0].content_html).toMatch(/^<p><b>Correction, 2026-01-16:/);
});
