import { describe, expect, test } from "vitest";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";

const articlesOf = (text: string) =>
  parseNewswire(text).articles.map(({ title, paragraphs, headlines }) => ({
    title,
    paragraphs,
    headlines: headlines.map((headline) => headline.title),
  }));
const MILL = "Mill burns down\n\nNobody was inside.\n";
const WEIR = "Weir opens again\n\nBoats passed at noon.\n";
const mill = { title: "Mill burns down", paragraphs: ["Nobody was inside."], headlines: [] };
const weir = { title: "Weir opens again", paragraphs: ["Boats passed at noon."], headlines: [] };

describe("what divides two articles", () => {
  test.each([
    "---",
    "===",
    "***",
    "___",
    "~~~",
    "###",
    "-".repeat(80),
    "=-=-=",
    "* * *",
    "- - -",
    "———",
    "•••",
    "  ----  ",
  ])("%j", (rule) => {
    const page = parseNewswire(`${MILL}\n${rule}\n\n${WEIR}`);
    expect(articlesOf(`${MILL}\n${rule}\n\n${WEIR}`)).toEqual([mill, weir]);
    expect(page.problems).toEqual([{ kind: "several-articles", lineNumber: 7, value: "" }]);
  });
  test.each([
    "-30-",
    "- 30 -",
    "—30—",
    "# # #",
    "END",
    "ENDS",
    "Ends",
    "-END-",
    "(ENDS)",
    "[END]",
    "*** END ***",
  ])("the end mark %j ends a body", (mark) => {
    expect(articlesOf(`${MILL}\n${mark}\n\n${WEIR}`)).toEqual([mill, weir]);
    expect(articlesOf(`${MILL}\n${mark}\n`)).toEqual([mill]);
  });
});

describe("what divides nothing", () => {
  test.each([
    ["--", "two are no rule"],
    ["=", "nor is one"],
    ["--- more ---", "a rule holds no words"],
    ["-31-", "only 30 ends a story"],
    ["ENDING", "a word that begins like a mark"],
  ])("%j (%s)", (line) => {
    expect(articlesOf(`${MILL}\n${line}\n\n${WEIR}`)).toHaveLength(1);
  });
});

describe("parts that are no articles", () => {
  test("a part that is only a list belongs to the article before it", () => {
    expect(articlesOf(`${MILL}\n---\n\nTrains late again\nBread gets dearer\n`)).toEqual([
      { ...mill, headlines: ["Trains late again", "Bread gets dearer"] },
    ]);
  });
  test("at the top it belongs to the article that follows", () => {
    const text = `Trains late again\nBread gets dearer\n\n---\n\n${MILL}`;
    expect(articlesOf(text)).toEqual([{ ...mill, headlines: ["Trains late again", "Bread gets dearer"] }]);
    expect(parseNewswire(text).problems).toEqual([
      { kind: "headlines-before-body", lineNumber: 1, value: "Trains late again" },
    ]);
  });
  test("rules at the ends and rules in a row make no empty article", () => {
    expect(articlesOf(`---\n\n${MILL}\n---\n***\n---\n\n${WEIR}\n===\n`)).toEqual([mill, weir]);
  });
  test("nothing but rules is an empty page", () => {
    expect(parseNewswire("---\n***\n").problems).toEqual([{ kind: "empty-input", lineNumber: 1, value: "" }]);
  });
  test("a line with a rule right under it is a title", () => {
    expect(articlesOf("Mill burns down\n===============\nNobody was inside.\n")).toEqual([mill]);
    expect(articlesOf(`${MILL}\n---\nWeir opens again\n-----\n\nBoats passed at noon.\n`)).toEqual([
      mill,
      weir,
    ]);
  });
  test("of two underlined lines in a row the first is a headline, not lost", () => {
    expect(articlesOf("The Weir Gazette\n====\nMill burns down\n----\nNobody was inside.\n")).toEqual([
      { ...mill, headlines: ["The Weir Gazette"] },
    ]);
  });
  test("each article has its own list, title and line", () => {
    const page = parseNewswire(`${MILL}\n\nTrains late again\n\n---\n\n${WEIR}\n\nBread gets dearer\n`);
    expect(page.articles.map(({ lineNumber, headlines }) => [lineNumber, headlines])).toEqual([
      [1, [{ title: "Trains late again", lineNumber: 6 }]],
      [10, [{ title: "Bread gets dearer", lineNumber: 15 }]],
    ]);
  });
});
