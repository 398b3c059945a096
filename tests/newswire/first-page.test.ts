import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readNewswire } from "../../src/newswire/read-newswire.ts";

const page = readNewswire(readFileSync(join(import.meta.dirname, "../../data/newswire/seed.txt")));
const [article, ...others] = page.articles;

test("readNewswire() reads the first page we were given: one article of seven paragraphs, 17 headlines", () => {
  expect([article.paragraphs.length, article.headlines.length, others.length]).toEqual([7, 17, 0]);
});

test("its title is made from the first sentence, and that is the only problem", () => {
  const title = "Mexican Foreign Minister Juan Ramón de la Fuente and U.S. Secretary of State Marco Rubio…";
  expect([article.title, article.titleDerived]).toEqual([title, true]);
  expect(page.problems).toEqual([{ kind: "title-derived", lineNumber: 1, value: title }]);
});

test("it names no author, no place, no date and no address", () => {
  const { byline, dateline, published, updated, headlines } = article;
  expect([byline, dateline, published, updated]).toEqual([null, null, undefined, undefined]);
  expect(headlines.filter(({ url }) => url !== undefined)).toEqual([]);
});

test("its headlines come in the page's order, with the lines they stand on", () => {
  expect(article.headlines.map(({ lineNumber }) => lineNumber)).toEqual(
    Array.from({ length: 17 }, (_, i) => 10 + i),
  );
  expect(article.headlines[2]?.title).toBe(
    "U.S. Urges Japan on Monetary Policy as Yen Volatility Raises Market Concerns",
  );
  expect(article.headlines.at(-1)?.title).toBe(
    "US Imposes 25% Tariff on High-End Semiconductors as Phase One Move",
  );
});

test("its paragraphs are whole, with their quotes and abbreviations", () => {
  expect(article.paragraphs[4]).toMatch(
    /^The emphasis on “verifiable outcomes” signals .* gradual improvements\.$/,
  );
  expect(article.paragraphs.map((paragraph) => paragraph.at(-1))).toEqual(Array(7).fill("."));
});
