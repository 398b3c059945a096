import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describePage } from "../../src/newswire/describe-page.ts";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { splitFrontMatter } from "../../src/newswire/read-front-matter.ts";
import { BODY } from "./body.ts";

const PAGE = `Mill burns down\n\n${BODY}\n\nTrains late\nWeir opens\n`;

function withFrontMatter(yaml: string): string {
  return `---\n${yaml}\n---\n${PAGE}`;
}

describe("splitFrontMatter()", () => {
  test.each([
    ["---\na: 1\n---\nrest", "a: 1", "\n\n\nrest"],
    ["---\na: 1\nb: 2\n...\nrest", "a: 1\nb: 2", "\n\n\n\nrest"],
    ["---\n---\nrest", "", "\n\nrest"],
    ["\ufeff---\r\na: 1\r\n---\r\nrest\r\n", "a: 1", "\n\n\r\nrest\r\n"],
    ["---\ra: 1\r---\rrest", "a: 1", "\n\n\rrest"],
    ["--- \t\na: 1\n---  \nrest", "a: 1", "\n\n\nrest"],
    ["---\na: 1\n---", "a: 1", "\n\n"],
    ["---\na\u2028b\u0085---\u2029rest", "a\nb", "\n\n\n\u2029rest"],
  ])("parts %j", (text, yaml, rest) => {
    expect(splitFrontMatter(text)).toEqual({ yaml, lineNumber: 2, rest });
    const count = (part: string) => part.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length;
    expect(count(rest)).toBe(count(text));
  });

  test.each([
    "",
    "---",
    "---\n",
    "---\na: 1",
    "---\na: 1\n----\n",
    "---\na: 1\n--- x\n",
    "\n---\na: 1\n---\n",
    " ---\na: 1\n---\n",
    "----\na: 1\n---\n",
    "---x\na: 1\n---\n",
    "a\n---\nb\n---\n",
  ])("leaves %j whole", (text) => {
    expect(splitFrontMatter(text)).toBeNull();
  });
});

describe("the front matter of a newswire page", () => {
  test("files everything on the page and leaves its lines where they were", () => {
    const text = withFrontMatter(
      "source:\n  name: ' AP '\n  url: https://ap.example\ndate: 2026-01-16 09:30 +01:00\nsection: Economy\ntags: ports, , trade\nlanguage: PT-br",
    );
    const page = parseNewswire(text);
    expect(page.frontMatter).toEqual({
      source: { name: "AP", url: "https://ap.example/" },
      published: "2026-01-16T08:30:00Z",
      section: "Economy",
      tags: ["ports", "trade"],
      language: "pt-BR",
    });
    expect(page.problems).toEqual([]);
    expect(page.articles[0].title).toBe("Mill burns down");
    expect(page.articles[0].lineNumber).toBe(text.split("\n").indexOf("Mill burns down") + 1);
  });

  test("may be what docs/newswire.md shows", () => {
    const guide = readFileSync(join(import.meta.dirname, "../../docs/newswire.md"), "utf8");
    const page = parseNewswire(/\n```yaml\n(.*?)```\n/s.exec(guide)?.[1] ?? "");
    expect(Object.keys(page.frontMatter ?? {}).sort()).toEqual(
      ["source", "published", "section", "tags", "language"].sort(),
    );
  });

  test.each([
    ["source: AP", { source: { name: "AP" }, tags: [] }],
    ["section:\ntags: []", { tags: [] }],
    ["# filed by hand\nsection: Sport\n", { section: "Sport", tags: [] }],
    ["date: 2026-01-16", { published: "2026-01-16", tags: [] }],
    ["tags: [ports, ports]", { tags: ["ports"] }],
  ])("%j", (yaml, frontMatter) => {
    const page = parseNewswire(withFrontMatter(yaml));
    expect(page.frontMatter).toEqual(frontMatter);
    expect(page.problems).toEqual([]);
    expect(describePage(page)).toMatchObject({ title: "Mill burns down", frontMatter });
  });

  test.each<readonly [yaml: string, problems: readonly (readonly [number, string])[], frontMatter: object]>([
    [
      "section: Sport\ndate: 2026-02-30",
      [
        [
          3,
          'date: found "2026-02-30", expected a date that exists, such as 2026-01-16 or 2026-01-16T09:30:00Z',
        ],
      ],
      { section: "Sport", tags: [] },
    ],
    [
      "tags: [ports, 7]\nlanguage: en",
      [[2, "tags[1]: found 7, expected a text (in quotes, if YAML takes it for a number or a date)"]],
      { language: "en", tags: [] },
    ],
    [
      "sectoin: Sport\nlanguage: english language",
      [
        [2, 'sectoin: found a key nobody knows, expected perhaps "section"'],
        [3, 'language: found "english language", expected a language tag such as en or pt-BR'],
      ],
      { tags: [] },
    ],
    [
      "source: { nme: AP }\nTags: ports",
      [
        [2, 'source.nme: found a key nobody knows, expected perhaps "name"'],
        [
          2,
          "source.name: found nothing, expected a text (in quotes, if YAML takes it for a number or a date)",
        ],
        [3, 'Tags: found a key nobody knows, expected perhaps "tags"'],
      ],
      { tags: [] },
    ],
    [
      "source: { url: javascript:alert(1), name: AP }",
      [
        [
          2,
          'source.url: found "javascript:alert(1)", expected an address such as https://wire.example/about',
        ],
      ],
      { tags: [] },
    ],
    [
      'section: "Sp\\u202eort"\nlanguage: "\\u202e"',
      [[3, 'language: found "", expected a language tag such as en or pt-BR']],
      { section: "Sport", tags: [] },
    ],
    [
      "tags: a\nsection: b\ntags: c",
      [[4, "tags: found a key that stands on line 2, too, expected each key once"]],
      { tags: [] },
    ],
    [
      "section: Sport: football",
      [[2, "the file: found Nested mappings are not allowed in compact mappings, expected YAML"]],
      { tags: [] },
    ],
  ])("%j has what can't be used left out", (yaml, problems, frontMatter) => {
    const page = parseNewswire(withFrontMatter(yaml));
    expect(page.problems).toEqual(
      problems.map(([lineNumber, value]) => ({ kind: "bad-front-matter", lineNumber, value })),
    );
    expect(page.frontMatter).toEqual(frontMatter);
    expect(page.articles[0].title).toBe("Mill burns down");
  });
});

/** The page as it is read where nobody has heard of front matter: `===` divides as `---` does. */
function expectText(text: string): void {
  expect(parseNewswire(text)).toEqual(parseNewswire(text.replace(/^---/, "===")));
}

describe("without front matter nothing changes", () => {
  test.each([
    "Trains late",
    "Note: the mill is closed",
    "Tips: how to save water",
    "Data: how we counted",
    "section: Sport\nThe mill burned down.",
    "- section: Sport",
    "section",
    "[section, tags]",
    "title: Mill burns down\ndate: 2026-01-16",
    "section: Sport\ncolour: red",
    "__proto__: x",
    "? [section]\n: Sport",
    "Section: Sport: football",
    "",
    "# nothing",
    `section: ${"a".repeat(30_000)}`,
  ])("between two rule lines: %j", (between) => {
    expectText(withFrontMatter(between));
    expect(parseNewswire(withFrontMatter(between)).frontMatter).toBeNull();
  });

  const cases: readonly { input?: string; inputBase64?: string }[] = JSON.parse(
    readFileSync(join(import.meta.dirname, "../newswire-cases/cases.json"), "utf8"),
  );
  const inputs = cases.map(
    ({ input, inputBase64 }) => input ?? Buffer.from(inputBase64 ?? "", "base64").toString(),
  );
  const piece = fc.constantFrom(
    ..."---|...|===|- |: |:|\n|\n|\n\n|\n\n\n|section|tags:|date|Note: |Read more:|Mill burns down|The mill burned.|# |[|{|&a |*a |? |'|\"".split(
      "|",
    ),
  );
  const generated = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  const page = fc.oneof(fc.constantFrom(...inputs), generated);

  test("in any page below a rule line, unless it says something we know", () => {
    fc.assert(
      fc.property(page, page, (first, second) => {
        const text = `---\n${first}\n---\n${second}`;
        if (parseNewswire(text).frontMatter === null) expectText(text);
        else expect(first).toMatch(/section|tags|date/);
      }),
      { seed: 7, numRuns: 600 },
    );
    for (const input of inputs) expectText(`---\n${input}`);
  });

  test("and below front matter any page is read as below as many blank lines", () => {
    fc.assert(
      fc.property(page, (text) => {
        const { frontMatter, ...read } = parseNewswire(`---\nsection: Sport\n---\n${text}`);
        expect(frontMatter).toEqual({ section: "Sport", tags: [] });
        const { frontMatter: _, ...plain } = parseNewswire(`\n\n\n${text}`);
        expect(read).toEqual(plain);
      }),
      { seed: 7, numRuns: 600 },
    );
  });

  test("and as it is read alone, but for its line numbers", () => {
    const withoutLines = (text: string) =>
      JSON.parse(JSON.stringify(parseNewswire(text)), (key, value) => (key === "lineNumber" ? 0 : value));
    fc.assert(
      fc.property(page, (text) => {
        fc.pre(!/^\ufeff|^\s*---/.test(text));
        const filed = withoutLines(`---\nsection: Sport\n---\n${text}`);
        expect(filed).toEqual({ ...withoutLines(text), frontMatter: filed.frontMatter });
      }),
      { seed: 7, numRuns: 600 },
    );
  });
});

test("a page of ten million characters that begins with a rule line is read", () => {
  const page = parseNewswire(`---\nsection: ${"[ ".repeat(5_000_000)}\n---\n`);
  expect(page.frontMatter).toBeNull();
});
