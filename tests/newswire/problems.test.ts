import { describe, expect, test } from "vitest";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { readNewswire } from "../../src/newswire/read-newswire.ts";
import { BODY } from "./body.ts";

type Row = { name: string; text: string; problems: [kind: string, lineNumber: number, value: string][] };
const TITLED = `Mill burns down\n\n${BODY}`;
const rows: readonly Row[] = [
  { name: "a plain page has none", text: TITLED, problems: [] },
  { name: "an empty one", text: "", problems: [["empty-input", 1, ""]] },
  { name: "a list alone", text: "\n\nTrains late\nWeir opens\n", problems: [["no-body", 3, ""]] },
  {
    name: "a derived title stands where its paragraph does",
    text: `\n\n${BODY}`,
    problems: [["title-derived", 3, "The mill by the weir burned down on Sunday night"]],
  },
  {
    name: "an ambiguous split stands where the list begins",
    text: `${TITLED}\nTrains late\nWeir opens\nBread dearer\n`,
    problems: [["ambiguous-split", 7, "Trains late"]],
  },
  {
    name: "blank lines, form feeds and Windows line ends count as an editor counts them",
    text: `Mill burns down\r\n\r\nNobody was inside.\f\r\n\r\nTrains late\r\nTrains Late\r\n`,
    problems: [["duplicate-headline", 6, "Trains Late"]],
  },
  {
    name: "many, in the order of their lines",
    text: `Mill\u200b burns down\nUpdated: last night\n\n${BODY}\n\nTrains late (ftp://weir.example)\nTrains late\nMill burns down\n\u0007Weir opens\n`,
    problems: [
      ["zero-width-removed", 1, "U+200B"],
      ["unparsed-date", 2, "Updated: last night"],
      ["unsafe-url-dropped", 9, "ftp://weir.example"],
      ["duplicate-headline", 10, "Trains late"],
      ["headline-repeats-title", 11, "Mill burns down"],
      ["control-characters-removed", 12, "U+0007"],
    ],
  },
  {
    name: "a joined block stands where it begins",
    text: "Mill burns down\n\nNobody was inside.\n\nThe mill by the weir, which had stood there for more than two\nhundred years, burned down on Sunday.\n",
    problems: [["hard-wrapped", 5, ""]],
  },
  {
    name: "those of a second article stand on its own lines",
    text: `${TITLED}\n---\n\n${BODY}\n\nTrains late\nTrains late\n`,
    problems: [
      ["title-derived", 9, "The mill by the weir burned down on Sunday night"],
      ["several-articles", 9, ""],
      ["duplicate-headline", 15, "Trains late"],
    ],
  },
  {
    name: "a long value is cut at 200 characters",
    text: `${TITLED}\n\nTrains late (ftp://weir.example/${"a".repeat(300)})\n`,
    problems: [["unsafe-url-dropped", 8, `ftp://weir.example/${"a".repeat(181)}`]],
  },
  {
    name: "and never through a character",
    text: `${TITLED}\n\nTrains late (ftp://weir.example/${"😀".repeat(150)})\n`,
    problems: [["unsafe-url-dropped", 8, `ftp://weir.example/${"😀".repeat(90)}`]],
  },
];

test.each(rows)("$name", ({ text, problems }) => {
  const found = parseNewswire(text).problems.map(({ kind, lineNumber, value }) => [kind, lineNumber, value]);
  expect(found).toEqual(problems);
});

describe("where an article and its headlines stand", () => {
  test("the lines of the file, not of the text that is left", () => {
    const text = `\n\nMill burns down\nBy Ana Weir\n\n${BODY}\n\n1. Trains late\n\n2. Weir opens\nhttps://weir.example/2\n\n3. Bread dearer\n`;
    const [article] = parseNewswire(text).articles;
    expect([article.lineNumber, article.headlines.map(({ lineNumber }) => lineNumber)]).toEqual([
      3,
      [11, 13, 16],
    ]);
  });
  test("what the encoding was comes first", () => {
    const { problems } = readNewswire(Buffer.from(`\x00Caf\xe9 burns down\n\n${BODY}`, "latin1"));
    expect(problems.map(({ kind }) => kind)).toEqual([
      "decoded-as-windows-1252",
      "control-characters-removed",
    ]);
  });
});
