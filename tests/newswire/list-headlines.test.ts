import { describe, expect, test } from "vitest";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { BODY } from "./body.ts";

const read = (list: string) => {
  const { articles, problems } = parseNewswire(`Mill burns down\n\n${BODY}\n\n${list}\n`);
  return {
    headlines: articles[0].headlines.map(({ title, url }) => [title, url]),
    problems: problems.map(({ kind, lineNumber, value }) => [kind, lineNumber, value]),
  };
};
const URL_1 = "https://weir.example/news?id=1&a=b#top";

describe("the address of a headline", () => {
  test.each([
    [`Trains late\t${URL_1}`, "behind a tab"],
    [`Trains late | ${URL_1}`, "behind a bar"],
    [`Trains late |${URL_1}`, "right behind a bar"],
    [`Trains late - ${URL_1}`, "behind a hyphen"],
    [`Trains late – ${URL_1}`, "behind a dash"],
    [`Trains late: ${URL_1}`, "behind a colon"],
    [`Trains late ${URL_1}`, "behind a space"],
    [`Trains late (${URL_1})`, "in round brackets"],
    [`Trains late <${URL_1}>`, "in angle brackets"],
    [`[Trains late](${URL_1})`, "a Markdown link"],
    [`[Trains late](${URL_1} "at last")`, "a Markdown link with a title"],
    [`- [Trains late](${URL_1})`, "behind a bullet"],
    [`Trains late\n${URL_1}`, "on the next line"],
    [`Trains late\n   <${URL_1}>`, "on the next line in brackets"],
    [`Trains late\nURL: ${URL_1}`, "on the next line behind a word"],
    [`Trains late\n→ ${URL_1}`, "on the next line behind an arrow"],
  ])("%j (%s)", (list) => {
    expect(read(list)).toEqual({ headlines: [["Trains late", URL_1]], problems: [] });
  });
  test.each<[list: string, url: string | undefined, because: string]>([
    ["Trains late (again)", undefined, "brackets of words"],
    ["Trains late | Weir Gazette", undefined, "a bar of words"],
    ["Ratio is 2:1", undefined, "a colon of numbers"],
    ["Mill sold - weir.example says", undefined, "no scheme"],
    [
      "Lumen https://weir.example/Lumen_(port)",
      "https://weir.example/Lumen_(port)",
      "the bracket is the address's",
    ],
    ["[map] Trains late", undefined, "brackets are no link"],
    ["HTTPS://WEIR.EXAMPLE/A is down", undefined, "an address in the middle"],
  ])("%j has the address %j (%s)", (list, url) => {
    expect(read(list).headlines).toEqual([[url ? list.replace(` ${url}`, "") : list, url]]);
  });
  test.each([
    ["Trains late (javascript:alert(1))", "javascript:alert(1)"],
    ["Trains late | ftp://weir.example/a", "ftp://weir.example/a"],
    ["[Trains late](data:text/html,hi)", "data:text/html,hi"],
    ["[Trains late](/local)", "/local"],
    ["Trains late //weir.example/a", "//weir.example/a"],
    ["Trains late mailto:ana@weir.example", "mailto:ana@weir.example"],
    ["Trains late http://[::g]/", "http://[::g]/"],
  ])("%j is dropped, the headline kept", (list, value) => {
    expect(read(list)).toEqual({
      headlines: [["Trains late", undefined]],
      problems: [["unsafe-url-dropped", 8, value]],
    });
  });
});

describe("the same headline again is dropped", () => {
  test.each([
    ["Trains late", "the same letters"],
    ["TRAINS LATE", "in another letter case"],
    ["‘Trains’ late!", "with other marks"],
    ["- Trains late", "with a bullet"],
    ["trains  late", "with other spaces"],
  ])("%j (%s)", (again) => {
    expect(read(`Trains late\n${again}`)).toEqual({
      headlines: [["Trains late", undefined]],
      problems: [["duplicate-headline", 9, again.replace("- ", "").replace("  ", " ")]],
    });
  });
  test("but what only it says is kept: its address", () => {
    expect(read(`Trains late\nTrains late | ${URL_1}`)).toMatchObject({
      headlines: [["Trains late", URL_1]],
    });
  });
  test.each([
    ["Trains late", "Trains late 2"],
    ["Trains late", "Train slate?!2"],
    ["!!!", "???"],
    ["é", "e"],
  ])("%j and %j are two", (one, other) => {
    expect(read(`${one}\n${other}`).headlines).toEqual([
      [one, undefined],
      [other, undefined],
    ]);
  });
  test("one that repeats the title is dropped", () => {
    expect(read("Trains late\nMill Burns Down")).toEqual({
      headlines: [["Trains late", undefined]],
      problems: [["headline-repeats-title", 9, "Mill Burns Down"]],
    });
  });
  test("a derived title repeats nothing", () => {
    const { articles } = parseNewswire("The mill burned. Nobody was inside.\n\n\nThe mill burned\n");
    expect(articles[0].headlines).toHaveLength(1);
  });
});

test("an address that no headline stands over is a headline itself: nothing else tells its story", () => {
  const page = parseNewswire(
    "The mill burned on Sunday. Nobody was inside.\n\n\nhttps://weir.example/mill\nBank holds rates\n",
  );
  expect(page.articles[0].headlines.map(({ title, url }) => [title, url])).toEqual([
    ["https://weir.example/mill", "https://weir.example/mill"],
    ["Bank holds rates", undefined],
  ]);
});
