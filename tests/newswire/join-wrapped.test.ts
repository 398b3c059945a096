import { describe, expect, test } from "vitest";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";

const read = (text: string) => {
  const { articles, problems } = parseNewswire(text);
  return { paragraphs: articles[0].paragraphs, kinds: problems.map(({ kind }) => kind) };
};

const WRAPPED = `The mill by the weir, which had stood there for more than two
hundred years, burned down on Sunday night while the village
slept, firemen said on Monday.`;
const JOINED =
  "The mill by the weir, which had stood there for more than two hundred years, burned down on Sunday night while the village slept, firemen said on Monday.";

const FULL = `The mill by the weir, which had stood there for more than two
hundred years, burned down on Sunday night, firemen said today.`;
const FULL_JOINED = FULL.replace("\n", " ");

describe("a hard-wrapped block is joined", () => {
  type Row = { name: string; text: string; paragraphs: string[] };
  const rows: readonly Row[] = [
    { name: "one paragraph", text: WRAPPED, paragraphs: [JOINED] },
    { name: "two with a blank line between", text: `${WRAPPED}\n\n${WRAPPED}`, paragraphs: [JOINED, JOINED] },
    {
      name: "two with an indent of three between, the first with a full last line",
      text: `   ${FULL}\n   ${FULL}`,
      paragraphs: [FULL_JOINED, FULL_JOINED],
    },
    {
      name: "one with an indent of two inside",
      text: `${FULL}\n  ${FULL}`,
      paragraphs: [`${FULL_JOINED} ${FULL_JOINED}`],
    },
    { name: "two with a tab between", text: `${WRAPPED}\n\t${WRAPPED}`, paragraphs: [JOINED, JOINED] },
    { name: "with an indent of two on every line", text: WRAPPED.replace(/^/gm, "  "), paragraphs: [JOINED] },
    {
      name: "a sentence that ends far from the margin ends its paragraph",
      text: `${WRAPPED}\n${WRAPPED}`,
      paragraphs: [JOINED, JOINED],
    },
    {
      name: "a hyphen at a line's end belongs to its word",
      text: "The council called the fire a heavy blow to the long-\nterm plans of the village and to all who had hoped to live\nfrom them, and promised help.",
      paragraphs: [
        "The council called the fire a heavy blow to the long-term plans of the village and to all who had hoped to live from them, and promised help.",
      ],
    },
    {
      name: "the last line may end in a bracket",
      text: WRAPPED.replace("Monday.", "Monday. (It\nlater withdrew the remark.)"),
      paragraphs: [JOINED.replace("Monday.", "Monday. (It later withdrew the remark.)")],
    },
  ];
  test.each(rows)("$name", ({ text, paragraphs }) => {
    expect(read(`Mill burns down\n\n${text}\n`)).toEqual({ paragraphs, kinds: ["hard-wrapped"] });
  });
  test.each([
    "- Trains late again\n- bread gets dearer",
    "1. Trains late again\nhttps://weir.example/1\n2. bread gets dearer\nhttps://weir.example/2",
  ])("and the list %j that touches it is not", (list) => {
    const { articles } = parseNewswire(`${WRAPPED}\n${list}\n`);
    expect(articles[0].paragraphs).toEqual([JOINED]);
    expect(articles[0].headlines.map(({ title }) => title)).toEqual([
      "Trains late again",
      "bread gets dearer",
    ]);
  });
});

describe("what is not joined", () => {
  type Row = { name: string; lines: string[] };
  const rows: readonly Row[] = [
    { name: "paragraphs of a line each", lines: ["Nobody was inside.", "The miller slept next door."] },
    {
      name: "lines over 90 characters",
      lines: [
        `The mill ${"and the weir ".repeat(8)}burned`,
        "down on Sunday night while the village slept, it was said.",
      ],
    },
    {
      name: "continuations in upper case only",
      lines: ["The mill burned down on Sunday night, said", "Mr Weir.", "Nobody was inside."],
    },
    { name: "most lines with a stop", lines: ["One fell.", "Two fell.", "iPhones fell.", "Four fell."] },
  ];
  test.each(rows)("$name", ({ lines }) => {
    expect(read(`Mill burns down\n\n${lines.join("\n")}\n`)).toEqual({ paragraphs: lines, kinds: [] });
  });
  test("a list in lower case", () => {
    const { articles } = parseNewswire(
      `${WRAPPED}\n\n\ntrains on the northern line are late again\nbread gets dearer\n`,
    );
    expect(articles[0].headlines).toHaveLength(2);
  });
});
