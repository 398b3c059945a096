import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDocuments } from "../../../src/cli/check/check-documents.ts";
import type { CheckedDocument } from "../../../src/cli/check/checked-document.ts";
import { renderArchives, renderFeeds } from "../../../src/documents/render-channel.ts";
import type { Edition, Item } from "../../../src/edition/edition.ts";
import {
  article,
  category,
  channelOf,
  editionOf,
  headline,
  sampleSite,
} from "../../documents/sample-edition.ts";

const TIMEOUT_MS = 120_000;
const harbour = category("tag", "harbour", "Harbour & strait");

/** An item as different from others in what it needs of a document as its number tells. */
function itemOf(kind: number, index: number): Item {
  const published = new Date(Date.UTC(2026, 0, 16, 9, 30 - index));
  const facts = {
    id: `urn:uuid:8d1f0c1a-0000-5000-8000-${String(index).padStart(12, "0")}`,
    slug: `item-${index}`,
    published,
    updated: published,
  };
  if (kind === 0) return headline({ ...facts, authors: [{ name: "Ana" }] });
  if (kind === 1) return headline({ ...facts, language: "pt-BR", categories: [harbour] });
  if (kind === 2) return article({ ...facts, titleDerived: true, licence: "https://licence.example/" });
  const url = "https://other.example/a.mp3";
  const enclosure = { url, type: "audio/mpeg", length: 7, title: null, duration: null };
  return article({ ...facts, html: `<p id="p-${index}">1 &lt; 2</p>`, enclosures: [enclosure] });
}

/** Two channels that share items, one of them with an archive. */
function editionWith(kinds: readonly number[]): Edition {
  const items = kinds.map(itemOf);
  const older = items.slice(2);
  const open = new Set(items.slice(0, 2).map(({ id }) => id));
  const archives =
    older.length === 0 ? [] : [{ number: 1, updated: new Date("2026-01-16T12:00:00Z"), items: older }];
  const channels = [
    channelOf("all", "all", items),
    channelOf("tag", "tags/harbour", items, { open, archives }),
    channelOf(
      "articles",
      "articles",
      items.filter(({ kind }) => kind === "article"),
    ),
  ];
  return editionOf(items, { feed: { itemsMax: 3, itemsMin: 1, bytesMax: 250_000 } }, { channels });
}

function feedsOf(edition: Edition): readonly CheckedDocument[] {
  return [...renderFeeds(edition), ...renderArchives(edition)];
}

function inOnePart(documents: readonly CheckedDocument[]): readonly CheckedDocument[] {
  return documents.map((document) => ({ ...document, parts: [document.parts.join("")] }));
}

function check(documents: readonly CheckedDocument[]) {
  return checkDocuments(documents, sampleSite.url);
}

/** Where to spoil what: numbers are taken as remainders. */
type Spoiling = {
  readonly document: number;
  readonly part: number;
  readonly at: number;
  readonly length: number;
  readonly text: string;
  /** Whether other documents that have the part get the spoiled one, too. */
  readonly everywhere: boolean;
};

function spoilOne(documents: readonly CheckedDocument[], spoiling: Spoiling): readonly CheckedDocument[] {
  const { document, part, at, length, text, everywhere } = spoiling;
  const chosen = documents[document % documents.length];
  const old = chosen?.parts[part % chosen.parts.length] ?? "";
  const start = at % (old.length + 1);
  const made = old.slice(0, start) + text + old.slice(start + length);
  return documents.map((other) =>
    everywhere || other === chosen
      ? { ...other, parts: other.parts.map((piece) => (piece === old ? made : piece)) }
      : other,
  );
}

const snippets = [
  "",
  "<",
  ">",
  "&",
  '"',
  "]]>",
  "<!--",
  "-->",
  "<![CDATA[",
  "</item>",
  "<item>",
  "</entry>",
  "}",
  "]",
  ",",
  "{}",
  "\b",
  "x",
];
const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  document: fc.nat(),
  part: fc.nat(),
  at: fc.nat(),
  length: fc.nat(3),
  text: fc.constantFrom(...snippets),
  everywhere: fc.boolean(),
});
const kinds = fc.array(fc.nat(3), { maxLength: 6 });

test(
  "what is read once for many documents hides no objection",
  () => {
    const property = fc.property(kinds, fc.array(spoiling, { maxLength: 3 }), (kinds, spoilings) => {
      const documents = spoilings.reduce(spoilOne, feedsOf(editionWith(kinds)));
      expect(check(documents)).toEqual(check(inOnePart(documents)));
    });
    fc.assert(property, { numRuns: 200, seed: 20260116 });
  },
  TIMEOUT_MS,
);

test("parts that are cut anywhere are read as one text", () => {
  for (let length = 1; length < 900; length += 7) {
    const documents = feedsOf(editionWith([0, 1, 2, 3])).map((document) => ({
      ...document,
      parts: document.parts.join("").match(new RegExp(`[^]{1,${length}}`, "g")) ?? [],
    }));
    const rules = new Set(check(documents).map(({ rule }) => rule));
    expect([...rules]).toEqual(["A link to the site leads to one of its documents"]); // there are no pages
  }
});

test("an item that was read elsewhere needs its namespaces in each document", () => {
  const documents = feedsOf(editionWith([2, 0, 0]));
  const spoiled = documents.map((document) =>
    document.path === "/tags/harbour/rss.xml"
      ? { ...document, parts: document.parts.map((part) => part.replace(/ xmlns:dc="[^"]*"/, "")) }
      : document,
  );
  expect(spoiled).not.toEqual(documents);
  const rules = check(spoiled).filter(({ path }) => path === "/tags/harbour/rss.xml");
  expect(rules.map(({ rule }) => rule)).toEqual(["XML is well-formed and its namespaces are declared"]);
});

test("half an item is nothing that can be read elsewhere", () => {
  const documents = feedsOf(editionWith([2, 0, 0]));
  const [head = "", first = "", second = "", third = "", tail = ""] =
    documents.find(({ path }) => path === "/rss.xml")?.parts ?? [];
  const half = third.indexOf("<link>");
  const recut = [head, first, second + third.slice(0, half), third.slice(half), tail];
  const spoiled = documents.map((document) => {
    if (document.path === "/rss.xml") return { ...document, parts: recut };
    if (document.path !== "/tags/harbour/rss.xml") return document;
    return { ...document, parts: document.parts.toSpliced(2, 1, third.slice(half)) };
  });
  const rules = check(spoiled).filter(({ path }) => path.endsWith("/rss.xml"));
  expect(rules).toContainEqual(
    expect.objectContaining({
      path: "/tags/harbour/rss.xml",
      rule: "XML is well-formed and its namespaces are declared",
    }),
  );
  expect(rules).not.toContainEqual(
    expect.objectContaining({ path: "/rss.xml", rule: "XML is well-formed and its namespaces are declared" }),
  );
});

test("an item of JSON without its comma is objected to, though it was read elsewhere", () => {
  const documents = feedsOf(editionWith([0, 1, 2]));
  const first = documents.find(({ path }) => path === "/feed.json")?.parts[1] ?? "";
  const spoiled = documents.map((document) =>
    document.path === "/tags/harbour/feed.json"
      ? { ...document, parts: document.parts.toSpliced(2, 1, first) }
      : document,
  );
  const rules = check(spoiled).filter(({ path }) => path === "/tags/harbour/feed.json");
  expect(rules.map(({ rule }) => rule)).toContain("The document is JSON");
});
