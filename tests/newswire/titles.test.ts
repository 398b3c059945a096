import { describe, expect, test } from "vitest";
import { makeTitle } from "../../src/newswire/make-title.ts";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { BODY, PARAGRAPHS } from "./body.ts";

const read = (text: string) => {
  const { title, titleDerived, paragraphs } = parseNewswire(text).articles[0];
  return { title, titleDerived, paragraphs };
};

describe("the first line is the title", () => {
  test.each([
    [`Mill burns down\n\n${BODY}`, "it stands alone"],
    [`\n\n  Mill burns down\n\n\n${BODY}`, "blank lines around it say nothing"],
    [`Mill burns down\nBy Ana Weir\n\n${BODY}`, "a byline is under it"],
    [`Mill burns down\nJan 16, 2026\n${BODY}`, "a date is under it"],
    [`Mill burns down\nBy Ana Weir\nUpdated: Jan 16, 2026\n${BODY}`, "both are"],
    [`By Ana Weir\n\nMill burns down\n\n${BODY}`, "a byline above it is none"],
    [`Mill burns down\n\nMill burns down\n\n${BODY}`, "a first paragraph equal to it is dropped"],
    [`Mill burns down\n\nMILL BURNS DOWN\n\n${BODY}`, "equal but for the letter case"],
  ])("%j (%s)", (text) => {
    expect(read(text)).toEqual({ title: "Mill burns down", titleDerived: false, paragraphs: PARAGRAPHS });
  });
  test.each([
    "Who burned the mill?",
    "“We are sorry”",
    "Mill sold to Weir Inc.",
    "水車小屋が燃える",
    "2026 budget passes",
  ])("%j", (title) => {
    expect(read(`${title}\n\n${BODY}`)).toEqual({ title, titleDerived: false, paragraphs: PARAGRAPHS });
  });
});

describe("the first line is no title", () => {
  test.each([
    ["The mill burned.\n\nNobody was inside.\n", "The mill burned", "a full stop"],
    ["The mill burned:\n\nNobody was inside.\n", "The mill burned:", "a colon leaves it open"],
    ["The mill burned\nNobody was inside.\n", "The mill burned", "it does not stand alone"],
    ["It burned. All saw it\n\nNobody was inside.\n", "It burned", "two sentences"],
  ])("%j has the title %j (%s)", (text, title) => {
    expect(read(text)).toMatchObject({ title, titleDerived: true });
  });
});

describe("a title is made from the first sentence", () => {
  const ninety = `${"abcd ".repeat(17)}abcde`;
  test.each([
    ["The mill burned. Nobody was inside.", "The mill burned", "without its full stop"],
    ["The mill burned", "The mill burned", "all there is"],
    ["Who was inside? Nobody.", "Who was inside?", "other marks stay"],
    ["“We go.” He left.", "“We go”", "the stop goes, the quotes stay"],
    [
      "Mr. Weir of St. Mary, U.S., left. He ran.",
      "Mr. Weir of St. Mary, U.S., left",
      "abbreviations end nothing",
    ],
    ["It cost $3.5 million. A lot.", "It cost $3.5 million", "nor do numbers"],
    ["水車小屋が燃えた。誰もいなかった。", "水車小屋が燃えた", "a full-width stop without a space"],
    [`${ninety}. Then more.`, ninety, "90 characters fit"],
    [
      `${ninety}f. Then more.`,
      `${"abcd ".repeat(17).trimEnd()}…`,
      "over 90: cut at the last space within 89",
    ],
    ["x".repeat(200), `${"x".repeat(89)}…`, "without a space: cut at 89"],
    ["😀".repeat(100), `${"😀".repeat(89)}…`, "between characters"],
    [". And then", ". And then", "never empty"],
    [".", ".", "never empty"],
  ])("makeTitle(%j) is %j (%s)", (paragraph, title) => {
    expect(makeTitle(paragraph)).toBe(title);
  });
  test("after the dateline, and the page says so", () => {
    const { articles, problems } = parseNewswire("WEIR, Jan 16 (AP) — The mill burned. Nobody was inside.\n");
    expect(articles[0]).toMatchObject({ title: "The mill burned", titleDerived: true });
    expect(problems).toEqual([{ kind: "title-derived", lineNumber: 1, value: "The mill burned" }]);
  });
});
