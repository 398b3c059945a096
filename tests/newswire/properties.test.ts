import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article, NewswirePage } from "../../src/newswire/page.ts";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { readNewswire } from "../../src/newswire/read-newswire.ts";

const RUNS = { seed: 7, numRuns: 1500 };
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/;
/** What no text may hold: controls with tab and line ends, what has no width, what turns text around, half a pair, what XML can't write. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
  /[\u0000-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Pieces that mean something to some rule, and what breaks text. */
const piece = fc.constantFrom(
  ..."a|B|é|水|😀|5|U.S.|Inc.|Dr.| |  |\t|   |.|. |?|!|…|,|:|;|-|–|—| - | — |“|”|(|)|[|]|](|<|>|*|#|=|_|~|/|•".split(
    "|",
  ),
  ..."- |* |1. |2) |(3) |---|===|###|-30-|END|By |BY |Von |By Ana Weir|LISBON (AP) — |LISBON, Jan 16 - ".split(
    "|",
  ),
  ..."Read more:|Also read: |Related|Updated: |Published |Jan 16, 2026|2026-01-16T09:30|31.02.2026|9 p.m. ET".split(
    "|",
  ),
  ..."https://weir.example/1|http://|javascript:|ftp://weir.example| | \\| |Mill burns down|The mill burned. |said on".split(
    "|",
  ),
  ..."Nobody was inside the mill when it burned, the|fire brigade said.|long-|the quick brown fox jumped over the weir".split(
    "|",
  ),
  ...[
    "\u0000",
    "\u0007",
    "\u0085",
    "\u00a0",
    "\u200b",
    "\u200d",
    "\u2028",
    "\u202e",
    "\u2060",
    "\u3000",
    "\ufeff",
    "\uffff",
  ],
  ...["\ud83d", "\ude00", "\f", "\r", "\r\n", "\n", "\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n\n\n"],
);
const text = fc.oneof(
  { weight: 4, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  text.map((page) => new Uint8Array(Buffer.from(page, "utf16le"))),
  text.map((page) => new Uint8Array(Buffer.from(page, "latin1"))),
  fc
    .tuple(text, fc.uint8Array({ maxLength: 3 }))
    .map(([page, more]) => new Uint8Array([...more, ...Buffer.from(page)])),
);

function textsOf(articles: readonly Article[]): readonly string[] {
  return articles.flatMap(({ title, byline, dateline, paragraphs, headlines }) => [
    ...[title, byline, dateline].filter((fact) => fact !== null),
    ...paragraphs,
    ...headlines.flatMap((headline) => [
      headline.title,
      ...(headline.url === undefined ? [] : [headline.url]),
    ]),
  ]);
}

function checkPage(page: NewswirePage, lineCount: number): void {
  for (const found of textsOf(page.articles)) {
    expect(found).not.toMatch(FORBIDDEN);
    expect(found).toBe(found.trim());
    expect(found).not.toBe("");
  }
  for (const { value } of page.problems) {
    expect(value).not.toMatch(FORBIDDEN);
    expect(value.length).toBeLessThanOrEqual(200);
  }
  const lines = page.problems.map(({ lineNumber }) => lineNumber);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  for (const { lineNumber, headlines, paragraphs, title, published, updated } of page.articles) {
    lines.push(lineNumber, ...headlines.map((headline) => headline.lineNumber));
    expect(title === null).toBe(paragraphs.length === 0);
    for (const date of [published, updated])
      expect(date ?? "2026-01-16").toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ?)?$/);
    for (const { url } of headlines)
      expect(new URL(url ?? "http://weir.example").protocol).toMatch(/^https?:$/);
  }
  expect(Math.min(...lines, 1)).toBe(1);
  expect(Math.max(...lines)).toBeLessThanOrEqual(lineCount);
}

describe("whatever the input", () => {
  test("text is read without throwing, and what comes out is clean, whole and in order", () => {
    fc.assert(
      fc.property(text, (page) => checkPage(parseNewswire(page), page.split(LINE_END).length)),
      RUNS,
    );
  });
  test("so are bytes", () => {
    // No encoding has more line ends than the file has bytes.
    fc.assert(
      fc.property(bytes, (page) => checkPage(readNewswire(page), page.length + 1)),
      RUNS,
    );
  });
  test("reading twice gives the same", () => {
    fc.assert(
      fc.property(text, (page) => {
        expect(parseNewswire(page)).toEqual(parseNewswire(page));
      }),
      { ...RUNS, numRuns: 300 },
    );
  });
  test("the kind of line end says nothing", () => {
    const articlesOf = (page: string) => parseNewswire(page).articles;
    fc.assert(
      fc.property(text, fc.constantFrom("\r\n", "\r", "\u0085", "\u2028", "\u2029"), (page, lineEnd) => {
        const plain = page.replace(/\r/g, "");
        expect(articlesOf(plain.replaceAll("\n", lineEnd))).toEqual(articlesOf(plain));
      }),
      { ...RUNS, numRuns: 500 },
    );
  });
});

/** Lines of words that stand nowhere else on the page, and everything around lines that no word is lost by. */
const line = fc.record({
  start: fc.constantFrom("", "", "", "- ", "• ", "   ", "\t", "LISBON (AP) — ", "“", "("),
  words: fc.integer({ min: 1, max: 35 }),
  capitals: fc.boolean(),
  address: fc.constantFrom("", "", "", " (ADDRESS)", "\tADDRESS", " | ADDRESS"),
  end: fc.constantFrom("", "", "", ".", ".", ".", "?", "…", ",", ":", " –", ".”", " Inc."),
  below: fc.constantFrom(
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "\n\n\n",
    "\n---\n",
    "\n\n-30-\n\n",
    "\n\nRead more:\n",
    "\f",
  ),
});

test("every word of a page is found again, once", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 25 }), (lines) => {
      let count = 0;
      const nextWord = () => `w${(count++).toString(36).padStart(3, "0")}x`;
      const page = lines
        .map(({ start, words, capitals, address, end, below }) => {
          const told = Array.from({ length: words }, nextWord).join(" ");
          const link = address.replace("ADDRESS", `https://weir.example/${nextWord()}`);
          return start + (capitals ? told.toUpperCase() : told) + (link === "" ? end : link) + below;
        })
        .join("");
      const { articles } = parseNewswire(page);
      const told = articles.map((article) => ({
        ...article,
        title: article.titleDerived ? null : article.title,
      }));
      const found = textsOf(told)
        .join("\n")
        .toLowerCase()
        .match(/w\w{3}x/g);
      expect(found?.toSorted()).toEqual(
        page
          .toLowerCase()
          .match(/w\w{3}x/g)
          ?.toSorted(),
      );
    }),
    RUNS,
  );
});
