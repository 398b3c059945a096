import { expect, test } from "vitest";
import type { Candidate } from "../../src/edition/candidate.ts";
import type { Edition } from "../../src/edition/edition.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { parseSite } from "../../src/edition/parse-site.ts";
import type { Site } from "../../src/edition/site.ts";
import { article, emptyLedger, headline, later, markdown, publish, START } from "./make-candidates.ts";

const SITE = "title: The Wire\nurl: https://wire.test\n";

function run(yaml: string, candidates: readonly Candidate[], ledger: Ledger = emptyLedger(), hours = 0) {
  const site: Site = parseSite(SITE + yaml);
  return publish(site, ledger, candidates, later(hours));
}

/** Paths of the channels that have names of their own, but for languages, and how many items each has. */
function named({ channels }: Edition): Readonly<Record<string, number>> {
  const shown = channels.filter(({ kind }) => ["selection", "section", "tag", "author"].includes(kind));
  return Object.fromEntries(shown.map(({ path, items }) => [path, items.length]));
}

const story = (file: string, more: Parameters<typeof markdown>[3]) =>
  markdown(`articles/${file}`, `Story ${file}`, [`The text of ${file}.`], more);

test("sections, tags, authors and languages are found in the texts", () => {
  const { edition } = run("", [
    story("a.md", { section: "Sport", tags: ["Rowing", "Harbour"], authors: [{ name: "Ana Núñez" }] }),
    story("b.md", { section: "sport", tags: ["harbour "], language: "pt-BR" }),
    headline("newswire/c.txt", "A headline of its own", { section: "World" }),
  ]);
  expect(named(edition)).toEqual({
    "/sections/sport": 2,
    "/sections/world": 1,
    "/tags/harbour": 2,
    "/tags/rowing": 1,
    "/authors/ana-nunez": 1,
  });
  expect(
    edition.channels.filter(({ kind }) => kind === "language").map(({ path, language }) => [path, language]),
  ).toEqual([
    ["/languages/en", "en"],
    ["/languages/pt-br", "pt-BR"],
  ]);
});

test("names that slugs could take for one another have addresses of their own", () => {
  const tags = ["C", "C++", "C#", ".NET", "NET", "日本", "São Paulo", "Sao Paulo", "!!!", "???"];
  const { edition } = run("", [story("a.md", { tags })]);
  const paths = Object.keys(named(edition));
  expect(paths.sort()).toEqual(
    ["c", "c-plus-plus", "c-sharp", "dot-net", "net", "sao-paulo", "sao-paulo-2", "tag", "tag-2", "日本"].map(
      (slug) => `/tags/${slug}`,
    ),
  );
});

test("an item says its section and tags with the address and the name of their channels", () => {
  const { edition } = run("sections:\n  - name: Sport\n    aliases: [Sports]\n", [
    story("a.md", { section: "Sports", tags: ["C++"] }),
  ]);
  expect(edition.items[0]?.categories).toEqual([
    { kind: "section", term: "sport", scheme: "https://wire.test/sections/sport", label: "Sport" },
    { kind: "tag", term: "c-plus-plus", scheme: "https://wire.test/tags/c-plus-plus", label: "C++" },
  ]);
});

test("a channel that lost its last item stays, empty, under the same id", () => {
  const first = run("", [story("a.md", { tags: ["Rowing"] })]);
  const then = run("", [story("a.md", { tags: [] })], first.ledger, 1);
  expect(named(then.edition)).toEqual({ "/tags/rowing": 0 });
  const [before, after] = [first, then].map(({ edition }) =>
    edition.channels.find(({ kind }) => kind === "tag"),
  );
  expect(after?.id).toBe(before?.id);
  expect(after?.updated).toEqual(later(1));
});

test("what is only filed otherwise has not changed", () => {
  const first = run("", [story("a.md", { tags: ["Rowing"] })]);
  const then = run("", [story("a.md", { tags: ["Rowing", "Harbour"] })], first.ledger, 1);
  expect(then.edition.items[0]?.updated).toEqual(START);
  expect(then.edition.channels.find(({ path }) => path === "/tags/rowing")?.updated).toEqual(START);
  expect(then.edition.channels.find(({ path }) => path === "/tags/harbour")?.updated).toEqual(later(1));
});

test("a renamed section keeps its id and leaves its address behind", () => {
  const texts = [story("a.md", { section: "Sports" })];
  const first = run("", texts);
  const renamed = run("sections:\n  - name: Sport & Games\n    aliases: [Sports]\n", texts, first.ledger, 1);
  const section = ({ edition }: typeof first) => edition.channels.find(({ kind }) => kind === "section");
  expect(section(renamed)).toMatchObject({ path: "/sections/sport-and-games", label: "Sport & Games" });
  expect(section(renamed)?.id).toBe(section(first)?.id);
  expect(renamed.edition.moves).toEqual([{ from: "/sections/sports", to: "/sections/sport-and-games" }]);
  expect(renamed.edition.channels.map(({ path }) => path)).not.toContain("/sections/sports");
  const back = run("sections:\n  - name: Sports\n    aliases: [Sport & Games]\n", texts, renamed.ledger, 2);
  expect(section(back)?.path).toBe("/sections/sports");
  expect(back.edition.moves).toEqual([{ from: "/sections/sport-and-games", to: "/sections/sports" }]);
});

test("two sections that became one are one, and both addresses lead there", () => {
  const texts = [story("a.md", { section: "Sport" }), story("b.md", { section: "Football" })];
  const first = run("", texts);
  const merged = run("sections:\n  - name: Sport\n    aliases: [Football]\n", texts, first.ledger, 1);
  expect(named(merged.edition)).toEqual({ "/sections/sport": 2 });
  expect(merged.edition.moves).toEqual([{ from: "/sections/football", to: "/sections/sport" }]);
  expect(run("sections:\n  - name: Sport\n    aliases: [Football]\n", texts, merged.ledger, 2).ledger).toBe(
    merged.ledger,
  );
});

test("a slug that site.yaml asks for is the address, and the old one leads there", () => {
  const texts = [story("a.md", { section: "Opinion" })];
  const first = run("", texts);
  const moved = run("sections:\n  - name: Opinion\n    slug: views\n", texts, first.ledger, 1);
  expect(named(moved.edition)).toEqual({ "/sections/views": 1 });
  expect(moved.edition.moves).toEqual([{ from: "/sections/opinion", to: "/sections/views" }]);
});

test("an article whose slug changes leaves its address behind, and may take it back", () => {
  const first = run("", [story("a.md", { slug: "old" })]);
  const then = run("", [story("a.md", { slug: "fresh" })], first.ledger, 1);
  expect(then.edition.items[0]).toMatchObject({ path: "/articles/fresh", updated: START });
  expect(then.edition.moves).toEqual([{ from: "/articles/old", to: "/articles/fresh" }]);
  expect(then.changes.map(({ kind }) => kind)).toEqual(["readdressed"]);
  const back = run("", [story("a.md", { slug: "old" })], then.ledger, 2);
  expect(back.edition.moves).toEqual([{ from: "/articles/fresh", to: "/articles/old" }]);
});

const MIXED = [
  story("match.md", { section: "Sport", tags: ["Rowing"], authors: [{ name: "Ana" }] }),
  story("vote.md", { section: "Politics", tags: ["Harbour"], authors: [{ name: "Bo" }] }),
  story("voto.md", { section: "Politics", language: "pt" }),
  headline("newswire/a.txt", "Ferries stop at noon as storm nears"),
];

test.each([
  ["everything but sport", "exclude: { sections: [Sport] }", 3],
  ["a section and a tag", "include: { sections: [Politics], tags: [Harbour] }", 1],
  ["either section", "include: { sections: [Politics, Sport] }", 3],
  ["by author", "include: { authors: [ana] }", 1],
  ["by language", "include: { languages: [pt] }", 1],
  ["by kind", "include: { kinds: [headlines] }", 1],
  ["all but one kind", "exclude: { kinds: [headlines] }", 3],
  ["what nobody has", "include: { tags: [Nothing] }", undefined],
])("a channel of the publisher's own: %s", (_, criteria, count) => {
  const { edition } = run(`channels:\n  - name: Mine\n    ${criteria}\n`, MIXED);
  expect(named(edition)["/channels/mine"]).toBe(count);
});

test("what site.yaml knows of somebody stands beside the name in the byline", () => {
  const yaml = "contributors:\n  - name: Ana Núñez\n    url: https://ana.test/\n    aliases: [A. Núñez]\n";
  const { edition } = run(yaml, [article("newswire/a.txt", "A page", ["Text."], { byline: "A. Núñez" })]);
  expect(edition.items[0]?.authors).toEqual([{ name: "A. Núñez", url: "https://ana.test/" }]);
  expect(named(edition)).toEqual({ "/authors/ana-nunez": 1 });
});

test("the same texts file nothing anew", () => {
  const first = run("", MIXED);
  expect(run("", MIXED, first.ledger, 5).ledger).toBe(first.ledger);
});

test("an address that another channel has is numbered once and for all", () => {
  const texts = [story("a.md", { section: "Sport" }), story("b.md", { section: "Politics" })];
  const yaml = "sections:\n  - { name: Politik, aliases: [Politics], slug: sport }\n  - Sport\n";
  const first = run("", texts);
  const then = run(yaml, texts, first.ledger, 1);
  expect(named(then.edition)).toEqual({ "/sections/sport": 1, "/sections/sport-2": 1 });
  expect(run(yaml, texts, then.ledger, 2).ledger).toBe(then.ledger);
});

test("one tag in three spellings is one category", () => {
  const { edition } = run("", [story("a.md", { tags: ["Ports", "ports", "PORTS"] })]);
  expect(edition.items[0]?.categories.map(({ label }) => label)).toEqual(["Ports"]);
});
