import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeSummary } from "../../src/articles/make-summary.ts";

const FAMILY = "👨‍👩‍👧‍👦";

describe("makeSummary()", () => {
  const rows: readonly (readonly [
    because: string,
    blocks: readonly string[],
    charsMax: number,
    summary: string,
  ])[] = [
    ["a short text is its own summary", ["The weir opened."], 40, "The weir opened."],
    ["blocks are joined", ["The weir opened.", "It rained"], 40, "The weir opened. It rained"],
    ["white space is one space", [" The\n weir  opened. "], 40, "The weir opened."],
    ["nothing has no summary", [], 40, ""],
    ["blank blocks say nothing", [" ", "\n"], 40, ""],
    [
      "whole sentences need no ellipsis",
      ["Dr. Weir opened it. He said nothing else, and left."],
      30,
      "Dr. Weir opened it.",
    ],
    [
      "sentences go on in the next block",
      ["It opened.", "He left. Nobody knew why that was."],
      22,
      "It opened. He left.",
    ],
    [
      "few words of a sentence are better than too short a one",
      ["No. The weir stays closed for years"],
      20,
      "No. The weir stays…",
    ],
    [
      "no comma stands before the ellipsis",
      ["The weir, the mill and the bridge are closed"],
      11,
      "The weir…",
    ],
    ["a long word is cut", ["https://weir.example/a-very-long-address"], 20, "https://weir.exampl…"],
    [
      "Japanese sentences need no spaces",
      ["日本語の文章です。これは二番目の文です。三番目。"],
      20,
      "日本語の文章です。これは二番目の文です。",
    ],
    ["Chinese is cut between characters", ["中文文章没有空格而且很长很长很长"], 8, "中文文章没有空…"],
    ["a family is one character", [FAMILY.repeat(5)], 30, `${FAMILY.repeat(2)}…`],
    ["a flag is one character", ["🇵🇹".repeat(5)], 12, "🇵🇹🇵🇹…"],
    ["a letter keeps its marks", ["ка́".repeat(10)], 9, "ка́ка́к…"],
  ];
  test.each(rows)("%s", (_, blocks, charsMax, summary) => {
    expect(makeSummary(blocks, charsMax)).toBe(summary);
  });

  test("never is longer than allowed, and without an ellipsis it is how the text starts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", maxLength: 200 }), { maxLength: 5 }),
        fc.integer({ min: 2, max: 200 }),
        (blocks, charsMax) => {
          const summary = makeSummary(blocks, charsMax);
          const text = blocks
            .map((block) => block.replace(/\s+/g, " ").trim())
            .filter((block) => block !== "")
            .join(" ");
          expect(summary.length).toBeLessThanOrEqual(charsMax);
          expect(summary.isWellFormed() || !text.isWellFormed()).toBe(true);
          if (text.length <= charsMax) expect(summary).toBe(text);
          else expect(text.startsWith(summary) || summary.endsWith("…")).toBe(true);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  test("reads a paragraph of 5 MB", () => {
    expect(makeSummary(["word ".repeat(1_000_000)], 50)).toBe(
      "word word word word word word word word word word…".slice(0, 50),
    );
    expect(makeSummary(["x".repeat(5_000_000)], 10)).toBe("xxxxxxxxx…");
  });
});
