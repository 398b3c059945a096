import { expect, test } from "vitest";
import { authorsOf } from "../../src/edition/authors-of.ts";
import { candidatesOf } from "../../src/edition/candidates-of.ts";
import { makeEdition } from "../../src/edition/make-edition.ts";
import { parseSite } from "../../src/edition/parse-site.ts";
import { reconcile } from "../../src/edition/reconcile.ts";
import type { Article } from "../../src/newswire/page.ts";
import {
  article,
  emptyLedger,
  headline,
  headlines,
  later,
  publish,
  START,
  TITLES,
} from "./make-candidates.ts";

const site = parseSite("title: The Wire\nurl: https://wire.test\n");
const page = [
  article("a.txt", "中央銀行", ["One."], { byline: "Jo Doe and Al Roe" }),
  ...headlines("a.txt", TITLES),
];
const run = publish(site, emptyLedger(), page, START);
const { edition } = run;

test("items stand newest first, which is the page's order", () => {
  expect(edition.items.map(({ title }) => title)).toEqual(page.map(({ title }) => title));
  const dates = edition.items.map(({ published }) => published.getTime());
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
});

test("the page's order decides between items of one date", () => {
  const dated = page.map((one) => ({ ...one, published: "2026-01-16" }));
  const { items } = publish(site, emptyLedger(), dated, START).edition;
  expect(items.map(({ title }) => title)).toEqual(page.map(({ title }) => title));
});

test("an item has its own page, its address if it has one, and no author who is not named", () => {
  const [first, second] = edition.items;
  expect(first).toMatchObject({ kind: "article", authors: [{ name: "Jo Doe" }, { name: "Al Roe" }] });
  expect(first?.url).toBe(`https://wire.test/articles/${encodeURIComponent("中央銀行")}`);
  expect(second).toMatchObject({ kind: "headline", address: null, authors: [] });
});

test("a new address of the site changes no id", () => {
  const moved = makeEdition({ ...site, url: "https://new.test" }, run.ledger, run.matches, START);
  expect(moved.items.map(({ id }) => id)).toEqual(edition.items.map(({ id }) => id));
  expect(moved.channels.map(({ id }) => id)).toEqual(edition.channels.map(({ id }) => id));
});

test("each kind, author and language has a channel with an id of its own and what it selects", () => {
  expect(edition.channels.map(({ name, path, items }) => [name, path, items.length])).toEqual([
    ["all", "", 11],
    ["headlines", "/headlines", 10],
    ["articles", "/articles", 1],
    ["authors/al-roe", "/authors/al-roe", 1],
    ["authors/jo-doe", "/authors/jo-doe", 1],
    ["languages/en", "/languages/en", 11],
  ]);
  expect(new Set(edition.channels.map(({ id }) => id)).size).toBe(6);
});

test("a channel's time of change never goes back: not when its newest item is removed, nor when that comes back", () => {
  const gone = publish(site, run.ledger, page.slice(0, 5), later(1));
  const back = publish(site, gone.ledger, page, later(2));
  const times = [run, gone, back].map((one) =>
    one.edition.channels.slice(0, 3).map(({ updated }) => updated.toISOString()),
  );
  expect(times[1]).toEqual([
    "2026-01-16T10:30:00.000Z",
    "2026-01-16T10:30:00.000Z",
    "2026-01-16T09:30:00.000Z",
  ]);
  expect(times[2]).toEqual([
    "2026-01-16T11:30:00.000Z",
    "2026-01-16T11:30:00.000Z",
    "2026-01-16T09:30:00.000Z",
  ]);
});

test("an empty channel changed when the publication was founded", () => {
  const [all] = publish(site, emptyLedger(), [], START).edition.channels;
  expect(all).toMatchObject({ items: [], updated: new Date("2026-01-01T00:00:00Z") });
});

test.each([
  ["Jane Doe", ["Jane Doe"]],
  ["JANE DOE and Juan Pérez", ["JANE DOE", "Juan Pérez"]],
  ["A. Silva, B. Hale and C. Okoye", ["A. Silva", "B. Hale", "C. Okoye"]],
  ["A. Silva, B. Hale, and C. Okoye", ["A. Silva", "B. Hale", "C. Okoye"]],
  ["Jane Doe, Reuters", ["Jane Doe, Reuters"]],
  ["Eva Klein und Max Groß", ["Eva Klein", "Max Groß"]],
  ["Ana Silva e João Costa", ["Ana Silva", "João Costa"]],
  ["José Ortega y Gasset", ["José Ortega y Gasset"]],
  ["Jane & John", ["Jane", "John"]],
  ["Andy Sand", ["Andy Sand"]],
  ["and", ["and"]],
])("the authors of %s are %s", (byline, names) => {
  expect(authorsOf(byline).map(({ name }) => name)).toEqual(names);
});

const body: Article = {
  title: "A story",
  titleDerived: false,
  byline: null,
  dateline: null,
  paragraphs: ["One."],
  headlines: [{ title: "Weather", url: "https://x.test/", lineNumber: 5 }],
  lineNumber: 1,
};

test.each([
  ["newswire/2026-01-16-evening.txt", "2026-01-16"],
  ["newswire/20260116.txt", "2026-01-16"],
  ["newswire/2026-01-16T0930-x.txt", "2026-01-16T09:30:00"],
  ["newswire/2026-01-16T093015Z.txt", "2026-01-16T09:30:15Z"],
  ["newswire/2026-02-30.txt", undefined],
  ["newswire/202601161.txt", undefined],
  ["2026-01-16/seed.txt", undefined],
])("%s dates what it holds: %s", (file, published) => {
  const candidates = candidatesOf(file, { articles: [body], frontMatter: null, problems: [] });
  expect(candidates.map((one) => one.published)).toEqual([published, published]);
});

test("an article's own date line beats the file's name, for the article alone", () => {
  const dated = { ...body, published: "2026-01-10", updated: "2026-01-11" };
  const candidates = candidatesOf("2026-01-16.txt", { articles: [dated], frontMatter: null, problems: [] });
  expect(candidates).toMatchObject([
    { kind: "article", published: "2026-01-10", updated: "2026-01-11" },
    { kind: "headline", published: "2026-01-16", address: "https://x.test/", lineNumber: 5 },
  ]);
});

test("an article without a body is none, but its headlines are there", () => {
  const bare = { ...body, title: null, paragraphs: [] };
  const candidates = candidatesOf("a.txt", { articles: [bare, body], frontMatter: null, problems: [] });
  expect(candidates.map(({ kind }) => kind)).toEqual(["headline", "article", "headline"]);
});

test("a headline without a title of its own letters is published all the same", () => {
  const { ledger } = reconcile(
    emptyLedger(),
    [headline("a.txt", "🚀"), headline("a.txt", "🔥")],
    START,
    "UTC",
  );
  expect(new Set(ledger.items.map(({ slug }) => slug)).size).toBe(2);
});
