import { describe, expect, test } from "vitest";
import { parseByline } from "../../src/newswire/parse-byline.ts";
import { parseDate } from "../../src/newswire/parse-date.ts";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { BODY, PARAGRAPHS } from "./body.ts";

describe("a byline names people", () => {
  test.each([
    ["By Ana Weir", "Ana Weir"],
    ["BY ANA WEIR", "ANA WEIR"],
    ["By: Ana Weir", "Ana Weir"],
    ["by Ana Weir", "Ana Weir"],
    ["By Ana Weir and Luis de la Cruz", "Ana Weir and Luis de la Cruz"],
    ["By Ana Weir, Staff Writer", "Ana Weir, Staff Writer"],
    ["By J. K. O’Hara Jr.", "J. K. O’Hara Jr."],
    ["By van Dijk", "van Dijk"],
    ["By de la Cruz", "de la Cruz"],
    ["Von Jürgen Mühle", "Jürgen Mühle"],
    ["Par Élise d’Arc", "Élise d’Arc"],
    ["Por María José Peña", "María José Peña"],
    ["By 山田太郎", "山田太郎"],
  ])("%j", (line, names) => {
    expect(parseByline(line)).toBe(names);
  });
  test.each([
    ["By the river, a mill waits", "no name"],
    ["By Friday the mill had burned.", "a sentence"],
    ["By noon", "lower case"],
    ["von Ana Weir", "only the English word is written small"],
    ["By Ana Weir.", "a full stop"],
    ["By", "nobody"],
    ["Von der Leyen warns", "a name that begins like the word"],
    ["Bypass Opens", "a longer word"],
    [`By ${"Ana ".repeat(15).trimEnd()}`, "too many names"],
  ])("%j names nobody (%s)", (line) => {
    expect(parseByline(line)).toBeNull();
  });
});

describe("a date is as precise as it was written", () => {
  test.each([
    ["2026-01-16", "2026-01-16"],
    ["2026-01-16T09:30:00Z", "2026-01-16T09:30:00Z"],
    ["2026-01-16 09:30 UTC", "2026-01-16T09:30:00Z"],
    ["2026-01-16T09:30:15+01:00", "2026-01-16T08:30:15Z"],
    ["Jan 16, 2026", "2026-01-16"],
    ["Jan. 16, 2026", "2026-01-16"],
    ["January 16th, 2026", "2026-01-16"],
    ["16 January 2026", "2026-01-16"],
    ["Friday, January 16, 2026", "2026-01-16"],
    ["Jan 16, 2026, 9:30 p.m. EST", "2026-01-17T02:30:00Z"],
    ["Jan 16, 2026 at 12:05 AM GMT", "2026-01-16T00:05:00Z"],
    ["July 4, 2026 9 a.m. ET", "2026-07-04T13:00:00Z"],
    ["16. Januar 2026, 9.30 Uhr MEZ", "2026-01-16T08:30:00Z"],
    ["le 16 janvier 2026 à 9h30 CET", "2026-01-16T08:30:00Z"],
    ["16 de enero de 2026", "2026-01-16"],
    ["16 de março de 2026", "2026-03-16"],
    ["2026年1月16日", "2026-01-16"],
    ["16.01.2026", "2026-01-16"],
    ["31/12/2026", "2026-12-31"],
    ["29 February 2028", "2028-02-29"],
  ])("%j is %j", (text, date) => {
    expect(parseDate(text)).toEqual({ date, zoned: true });
  });
  test.each([
    ["2026-01-16 09:30", "2026-01-16T09:30:00"],
    ["Jan 16, 2026, 9:30 p.m.", "2026-01-16T21:30:00"],
    ["16 January 2026 23:59 IST", "2026-01-16T23:59:00"],
  ])("%j is %j in an unknown zone", (text, date) => {
    expect(parseDate(text)).toEqual({ date, zoned: false });
  });
  test.each([
    ["31 February 2026", "no such day"],
    ["2026-13-01", "no such month"],
    ["3/4/2026", "April or March"],
    ["Jan 16", "no year"],
    ["January 2026", "no day"],
    ["Jan 16, 2026, 25:00", "no such hour"],
    ["Marcos 16, 2026", "no month"],
    ["Floods of Jan 16, 2026", "words beside it"],
    ["16", "a number"],
    ["", "nothing"],
  ])("%j is none (%s)", (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

describe("what stands above a body", () => {
  type Row = {
    header: string;
    says: Record<string, unknown>;
    problems?: [kind: string, lineNumber: number][];
  };
  const rows: readonly Row[] = [
    { header: "Mill burns\nBy Ana Weir\n", says: { title: "Mill burns", byline: "Ana Weir" } },
    { header: "Mill burns\n\nBy Ana Weir\n\n", says: { title: "Mill burns", byline: "Ana Weir" } },
    { header: "Mill burns\nJan 16, 2026\n", says: { title: "Mill burns", published: "2026-01-16" } },
    {
      header: "Mill burns\nPosted: Jan 16, 2026\nUpdated: Jan 17, 2026\n",
      says: { title: "Mill burns", published: "2026-01-16", updated: "2026-01-17" },
    },
    {
      header: "Mill burns\nBy Ana Weir | Jan 16, 2026 09:30 UTC\n",
      says: { title: "Mill burns", byline: "Ana Weir", published: "2026-01-16T09:30:00Z" },
    },
    {
      header: "Jan 16, 2026\nMill burns\n\n",
      says: { title: "Mill burns", published: "2026-01-16" },
    },
    {
      header: "Mill burns\nPublished Jan 16, 2026 9:30\n",
      says: { title: "Mill burns", published: "2026-01-16T09:30:00" },
      problems: [["no-time-zone", 2]],
    },
    {
      header: "Mill burns\nUpdated: yesterday evening\n",
      says: { title: "Mill burns" },
      problems: [["unparsed-date", 2]],
    },
    {
      header: "Mill burns\n31 February 2026\n",
      says: { title: "Mill burns" },
      problems: [["unparsed-date", 2]],
    },
    {
      header: "Mill burns\nAktualisiert: 16. Januar 2026\n",
      says: { title: "Mill burns", updated: "2026-01-16" },
    },
    { header: "Posted speed limits to change\n\n", says: { title: "Posted speed limits to change" } },
  ];
  test.each(rows)("$header", ({ header, says, problems = [] }) => {
    const page = parseNewswire(header + BODY);
    const { title, byline, published, updated, paragraphs } = page.articles[0];
    expect({ title, byline, published, updated, paragraphs }).toEqual({
      byline: null,
      ...says,
      paragraphs: PARAGRAPHS,
    });
    expect(page.problems.map(({ kind, lineNumber }) => [kind, lineNumber])).toEqual(problems);
  });
  test("a byline in the body is a paragraph", () => {
    const { byline, paragraphs } = parseNewswire(`Mill burns\n\n${BODY}\nBy Ana Weir\n\nShe was there.\n`)
      .articles[0];
    expect([byline, paragraphs[2]]).toEqual([null, "By Ana Weir"]);
  });
});

describe("a deck stands under its title and stays a paragraph", () => {
  const page = (...top: readonly string[]) =>
    parseNewswire([...top, "", ...PARAGRAPHS].join("\n")).articles[0];

  test("a byline below it is one, and the dateline behind it is read", () => {
    const top = "Storm closes ports\nFour days to clear the channel\n\nBy Ana Weir\n\n";
    const { articles } = parseNewswire(`${top}LISBON (AP) — The city closed two basins.\nIt was late.\n`);
    expect(articles[0]).toMatchObject({
      title: "Storm closes ports",
      byline: "Ana Weir",
      dateline: "LISBON (AP)",
      paragraphs: ["Four days to clear the channel", "The city closed two basins.", "It was late."],
    });
  });

  test("two lines alone on top are a title and its deck", () => {
    const { title, titleDerived, paragraphs } = page("Storm closes ports", "Four days to clear the channel");
    expect({ title, titleDerived, paragraphs }).toEqual({
      title: "Storm closes ports",
      titleDerived: false,
      paragraphs: ["Four days to clear the channel", ...PARAGRAPHS],
    });
  });

  test("three are a list", () => {
    expect(page("Storm closes ports", "Bank holds rates", "Mill burns").headlines).toHaveLength(3);
  });
});

describe("a title may begin with the word of a date line", () => {
  test.each([
    "Data breach hits 3 million users",
    "UPDATED: Crane collapse closes basins",
    "UPDATE 2-Oil rises 3% on supply fears",
    "Stand 12 der Messe brennt",
    "Released after 20 years in jail",
    "Published poet wins prize",
  ])("%j", (line) => {
    const page = parseNewswire([line, "", ...PARAGRAPHS].join("\n"));
    expect([page.articles[0].title, page.problems]).toEqual([line, []]);
  });

  test.each([
    "Updated ??",
    "Posted: Feb 31, 2026",
    "Updated: 2026-13-45",
    "Published: 31 February 2026",
    "Updated: yesterday",
  ])("%j means a date that can't be read", (line) => {
    const page = parseNewswire(["Crane collapse", line, "", ...PARAGRAPHS].join("\n"));
    expect(page.articles[0].title).toBe("Crane collapse");
    expect(page.problems.map(({ kind }) => kind)).toEqual(["unparsed-date"]);
  });
});
