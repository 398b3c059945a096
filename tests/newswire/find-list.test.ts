import { describe, expect, test } from "vitest";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { BODY, PARAGRAPHS } from "./body.ts";

const read = (text: string) => {
  const { articles, problems } = parseNewswire(text);
  const [{ paragraphs, headlines }] = articles;
  return {
    paragraphs,
    headlines: headlines.map(({ title }) => title),
    kinds: problems.map(({ kind }) => kind),
  };
};
const LIST = ["Trains late again", "Bread gets dearer"];
const TITLED = `Mill burns down\n\n${BODY}`;

describe("what follows a label is the list, and the label is no headline", () => {
  test.each([
    "Read more:",
    "READ MORE",
    "Related stories:",
    "Top stories",
    "Also read:",
    "See also",
    "**Related stories**",
    "== Headlines ==",
    "[Read more]",
    "» More news",
    "In other news …",
    "More from the valley:",
    "Today’s headlines",
    "Mehr zum Thema",
    "Lesen Sie auch:",
    "À lire aussi :",
    "Más noticias",
    "Leia também:",
    "Читайте также:",
    "اقرأ أيضا:",
    "相关新闻：",
    "関連記事",
  ])("%j", (label) => {
    const expected = { paragraphs: PARAGRAPHS, headlines: LIST, kinds: [] };
    expect(read(`${TITLED}\n${label}\n${LIST.join("\n")}\n`)).toEqual(expected);
    expect(read(`${TITLED}${label}\n\n${LIST.join("\n\n")}\n`)).toEqual(expected);
  });
  test("a single headline is enough", () => {
    expect(read(`${TITLED}\nRead more:\nTrains late again\n`).headlines).toEqual(["Trains late again"]);
  });
  test("a label with nothing under it is no headline either", () => {
    expect(read(`${TITLED}\n\n${LIST.join("\n")}\nRead more:\n`).headlines).toEqual(LIST);
  });
  test("what is told behind the list goes back to the body", () => {
    const told = "The writer lives by the weir.";
    expect(read(`${TITLED}\nRead more:\n${LIST.join("\n")}\n\n${told}\n`)).toEqual({
      paragraphs: [...PARAGRAPHS, told],
      headlines: LIST,
      kinds: [],
    });
  });
  test("a label with a paragraph under it labels nothing", () => {
    const { paragraphs, headlines } = read(`${TITLED}\nIn brief\n\nThe miller is well.\n`);
    expect({ paragraphs, headlines }).toEqual({
      paragraphs: [...PARAGRAPHS, "In brief", "The miller is well."],
      headlines: [],
    });
  });
});

describe("a label on its headline's own line, at the end of a page", () => {
  test.each([
    "Also read: ",
    "Read more: ",
    "READ ALSO: ",
    "See also: ",
    "Related: ",
    "Lesen Sie auch: ",
    "À lire aussi : ",
    "Lea también: ",
    "Читайте также: ",
  ])("%j", (label) => {
    const expected = { paragraphs: PARAGRAPHS, headlines: ["Trains late again"], kinds: [] };
    expect(read(`${TITLED}\n${label}Trains late again\n`)).toEqual(expected);
    expect(read(`${TITLED}${label}Trains late again\n`)).toEqual(expected);
  });
  test("several are a list", () => {
    expect(read(`${TITLED}\n${LIST.map((title) => `Also read: ${title}`).join("\n")}\n`).headlines).toEqual(
      LIST,
    );
  });
  test("its address goes with it", () => {
    const { articles } = parseNewswire(`${TITLED}\nAlso read: Trains late again (https://weir.example/1)\n`);
    expect(articles[0].headlines).toEqual([
      { title: "Trains late again", url: "https://weir.example/1", lineNumber: 7 },
    ]);
  });
  test.each([
    ["Also read: Trains late again\n\nThe miller is well.", "what is told follows"],
    ["Latest: Trains late again", "not a label's words"],
    ["Read more: in our weekend edition", "a sentence that goes on"],
    ["Read more: Trains are late. Bread is dear.", "not headline-like"],
  ])("%j is told (%s)", (text) => {
    expect(read(`${TITLED}\n${text}\n`)).toEqual({
      paragraphs: [...PARAGRAPHS, ...text.split("\n\n")],
      headlines: [],
      kinds: [],
    });
  });
});

describe("a trailing run behind two blank lines", () => {
  test.each([1, 2, 3, 7])("of %i headlines", (count) => {
    const list = Array.from({ length: count }, (_, i) => `Story number ${i}`);
    const expected = { paragraphs: PARAGRAPHS, headlines: list, kinds: [] };
    expect(read(`${TITLED}\n\n${list.join("\n")}\n`)).toEqual(expected);
    expect(read(`${TITLED}\n\n\n\n${list.join("\n\n")}\n`)).toEqual(expected);
    expect(read(`${TITLED}\n\n${list.join("\n\n\n")}\n`)).toEqual(expected);
  });
  test("of four lines may hold one that looks like a paragraph", () => {
    const list = [...LIST, "Mayor: We Are Sorry.", "Night bus returns"];
    expect(read(`${TITLED}\n\n${list.join("\n")}\n`).headlines).toEqual(list);
  });
  test("of three lines may not", () => {
    const lines = ["Trains late again", "Mayor: We Are Sorry.", "Night bus returns"];
    expect(read(`${TITLED}\n\n${lines.join("\n")}\n`).headlines).toEqual([]);
  });
  test("under 70 % of headlines is told", () => {
    const lines = [...LIST, "We are sorry.", "They are sorry.", "Night bus returns"];
    expect(read(`${TITLED}\n\n${lines.join("\n")}\n`).paragraphs).toEqual([...PARAGRAPHS, ...lines]);
  });
  test("that is told again at its end is no list", () => {
    expect(read(`${TITLED}\n\nTrains late again\n\nThe miller is well.\n`).headlines).toEqual([]);
  });
});

describe("a trailing run of marked lines needs no gap", () => {
  const marked: readonly (readonly [string, (title: string, i: number) => string])[] = [
    ["hyphens", (title) => `- ${title}`],
    ["stars", (title) => `* ${title}`],
    ["bullets", (title) => `• ${title}`],
    ["bullets without a space", (title) => `•${title}`],
    ["arrows", (title) => `→ ${title}`],
    ["dashes", (title) => `– ${title}`],
    ["numbers with a stop", (title, i) => `${i + 1}. ${title}`],
    ["numbers with a bracket", (title, i) => `${i + 1}) ${title}`],
    ["numbers in brackets", (title, i) => `(${i + 1}) ${title}`],
    ["addresses", (title, i) => `${title} https://weir.example/${i}`],
    ["addresses on the next line", (title, i) => `${title}\nhttps://weir.example/${i}`],
    ["links", (title, i) => `[${title}](https://weir.example/${i})`],
  ];
  test.each(marked)("%s", (_name, mark) => {
    const expected = { paragraphs: PARAGRAPHS, headlines: LIST, kinds: [] };
    expect(read(`${TITLED}\n${LIST.map(mark).join("\n")}\n`)).toEqual(expected);
    expect(read(`${TITLED}${LIST.map(mark).join("\n")}\n`)).toEqual(expected);
  });
  test.each([
    ["2026 budget passes", "a year"],
    ["3 ways to read a tide table", "a count"],
    ["10 years on, the bell rings again", "a count of years"],
    ["-40 degrees in the valley", "a minus"],
    ["2. Liga startet wieder", "an ordinal that is no sequence"],
  ])("the number stays in %j (%s)", (title) => {
    expect(read(`${TITLED}\n\n${title}\nBread gets dearer\n`).headlines).toEqual([
      title,
      "Bread gets dearer",
    ]);
  });
});

describe("with single blank lines only", () => {
  const three = [...LIST, "Night bus returns"];
  test("three headlines at the end are a list, and the page is ambiguous", () => {
    expect(read(`${TITLED}\n${three.join("\n")}\n`)).toEqual({
      paragraphs: PARAGRAPHS,
      headlines: three,
      kinds: ["ambiguous-split"],
    });
  });
  test("two are paragraphs", () => {
    expect(read(`${TITLED}\n${LIST.join("\n")}\n`).paragraphs).toEqual([...PARAGRAPHS, ...LIST]);
  });
  test("a subheading stays where it is", () => {
    expect(read(`${TITLED}\nWhat happens next\n\nThe miller is well.\n`).paragraphs).toEqual([
      ...PARAGRAPHS,
      "What happens next",
      "The miller is well.",
    ]);
  });
});

describe("a list before the body", () => {
  const three = [...LIST, "Night bus returns"];
  test.each(["\n", "\n\n"])("of three headlines, %j below them", (gap) => {
    expect(read(`${three.join("\n")}\n${gap}${BODY}`)).toEqual({
      paragraphs: PARAGRAPHS,
      headlines: three,
      kinds: ["headlines-before-body", "title-derived"],
    });
  });
  test("comes before the list behind the body", () => {
    expect(read(`${three.join("\n")}\n\n${BODY}\n\nWeir opens\n`).headlines).toEqual([
      ...three,
      "Weir opens",
    ]);
  });
  test("leaves the title below it", () => {
    expect(parseNewswire(`${three.join("\n")}\n\n\n${TITLED}`).articles[0].title).toBe("Mill burns down");
  });
});

describe("a page without a body", () => {
  test.each([
    ["Trains late again\nBread gets dearer", LIST],
    ["Trains late again\n\nBread gets dearer", LIST],
    ["- Trains late again\n- Bread gets dearer", LIST],
    ["Headlines:\nTrains late again\nBread gets dearer", LIST],
    ["Trains late again", ["Trains late again"]],
  ])("%j has headlines and no title", (text, headlines) => {
    expect(read(text)).toEqual({ paragraphs: [], headlines, kinds: ["no-body"] });
    expect(parseNewswire(text).articles[0].title).toBeNull();
  });
  test.each(["", "\n\n\n", " \t\u00a0\n", "\ufeff", "\u200b"])("%j is empty", (text) => {
    expect(read(text)).toMatchObject({ paragraphs: [], headlines: [] });
    expect(read(text).kinds).toContain("empty-input");
  });
});
