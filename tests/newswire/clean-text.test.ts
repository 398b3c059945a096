import { describe, expect, test } from "vitest";
import { cleanLine, cleanText } from "../../src/newswire/clean-text.ts";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { BODY } from "./body.ts";

type Row = {
  input: string;
  text: string;
  problems?: [kind: string, lineNumber: number, value: string][];
  because: string;
};
const rows: readonly Row[] = [
  { input: "a\r\nb\rc\u0085d\u2028e\u2029f", text: "a\nb\nc\nd\ne\nf", because: "all of them end a line" },
  { input: "a\n\r\nb", text: "a\n\nb", because: "CRLF is one line end, LF before it another" },
  { input: "\ufeffa", text: "a", because: "a mark at the start is how it was stored" },
  {
    input: "a\nb\ufeffc\u200bd",
    text: "a\nbcd",
    problems: [["zero-width-removed", 2, "U+FEFF"]],
    because: "no width, no meaning; the first is named",
  },
  {
    input: "a\u2060b",
    text: "ab",
    problems: [["zero-width-removed", 1, "U+2060"]],
    because: "a word joiner",
  },
  {
    input: "a\r\nb\r\n\u202eevil\u202c",
    text: "a\nb\nevil",
    problems: [["bidi-controls-removed", 3, "U+202E"]],
    because: "it turns what follows around",
  },
  {
    input: "a\u0000b\u0007\u001f\u007f\u0080\u009f",
    text: "ab",
    problems: [["control-characters-removed", 1, "U+0000"]],
    because: "C0 and C1 controls are no text",
  },
  { input: "a\tb\fc", text: "a\tb\fc", because: "a tab and a form feed mean something" },
  {
    input: "a\ufffe\uffff",
    text: "a",
    problems: [["control-characters-removed", 1, "U+FFFE"]],
    because: "no XML can carry them",
  },
  {
    input: "a\ud83d b",
    text: "a b",
    problems: [["control-characters-removed", 1, "U+D83D"]],
    because: "half a pair is no character",
  },
  {
    input: "\ude00\ud83d",
    text: "",
    problems: [["control-characters-removed", 1, "U+DE00"]],
    because: "a pair the wrong way round is two halves",
  },
  { input: "😀\u{10ffff}", text: "😀\u{10ffff}", because: "whole pairs are characters" },
  { input: "क्\u200dष می\u200cخواهم", text: "क्\u200dष می\u200cخواهم", because: "joiners shape letters" },
  { input: "10\u00a0km", text: "10\u00a0km", because: "a no-break space inside text stays" },
  {
    input: "\u2067אב\u2069 \u200eok\u200f",
    text: "\u2067אב\u2069 \u200eok\u200f",
    because: "isolates and marks only order",
  },
  { input: "e\u0301 é ﬁ", text: "e\u0301 é ﬁ", because: "letters are left as they were typed" },
  {
    input: "\u200b\u202a\u0001",
    text: "",
    problems: [
      ["zero-width-removed", 1, "U+200B"],
      ["bidi-controls-removed", 1, "U+202A"],
      ["control-characters-removed", 1, "U+0001"],
    ],
    because: "each kind is named once",
  },
];

test.each(rows)("$input becomes $text ($because)", ({ input, text, problems = [] }) => {
  const clean = cleanText(input);
  expect(clean.text).toBe(text);
  expect(clean.problems.map(({ kind, lineNumber, value }) => [kind, lineNumber, value])).toEqual(problems);
});

test.each([
  ["  The\t\tmill \n", "The mill"],
  ["The\u00a0mill", "The\u00a0mill"],
  ["a\u200b\u0000\f b", "a b"],
  [" \n\t", ""],
])("cleanLine(%j) is %j", (input, line) => {
  expect(cleanLine(input)).toBe(line);
});

describe("lines of a page", () => {
  const headlinesOf = (text: string) => parseNewswire(text).articles[0].headlines.map(({ title }) => title);
  test.each([
    ["\u00a0 \t", "no-break spaces, spaces and tabs make a blank line"],
    ["\u200b", "so does what is taken out"],
    ["\u3000", "so does an ideographic space"],
  ])("%j is blank (%s)", (blank) => {
    expect(headlinesOf(`${BODY}${blank}\n${blank}\nMill to be rebuilt\n`)).toEqual(["Mill to be rebuilt"]);
  });
  test("a form feed is two blank lines", () => {
    expect(headlinesOf(`${BODY}\fMill to be rebuilt\n`)).toEqual(["Mill to be rebuilt"]);
  });
  test("one blank line is no gap before a single headline", () => {
    expect(headlinesOf(`${BODY}\nMill to be rebuilt\n`)).toEqual([]);
  });
  test("runs of spaces and tabs are one space, none at the ends", () => {
    expect(headlinesOf(`${BODY}\n\n \tMill  to\t be\t\trebuilt  \n`)).toEqual(["Mill to be rebuilt"]);
  });
  test("markup is text", () => {
    expect(headlinesOf(`${BODY}\n\n<b>Mill</b> & ]]> &amp; weir\n`)).toEqual([
      "<b>Mill</b> & ]]> &amp; weir",
    ]);
  });
});
