import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EXAMPLE_URL, isExampleAddress } from "../../src/edition/example-address.ts";
import { parseSite } from "../../src/edition/parse-site.ts";
import { OUR_THEME } from "../../src/edition/theme.ts";

const LEAST = "title: The Wire\nurl: https://wire.test\n";

test("title and url are enough; the rest has defaults", () => {
  expect(parseSite(LEAST)).toEqual({
    title: "The Wire",
    description: "The Wire",
    url: "https://wire.test",
    home: "https://wire.test/",
    language: "en",
    timeZone: "UTC",
    authors: [],
    rights: null,
    licence: null,
    icon: null,
    logo: null,
    feed: { itemsMax: 100, itemsMin: 20, bytesMax: 250_000 },
    sections: [],
    tags: [],
    contributors: [],
    languages: [],
    selections: [],
    correctionsInAll: false,
    theme: OUR_THEME,
  });
});

test("keys without a value have their defaults, too", () => {
  const empty =
    "home:\nrights:\nfeed:\nsections:\ntags:\nlanguages:\ncontributors:\nchannels:\ncorrectionsInAll:\n";
  expect(parseSite(LEAST + empty)).toEqual(parseSite(LEAST));
});

test("a small feed asks for no more items than it may have", () => {
  expect(parseSite(`${LEAST}feed: { itemsMax: 10 }`).feed).toMatchObject({ itemsMax: 10, itemsMin: 10 });
});

test("the example in docs/site.md can be used", () => {
  const example = /\n```yaml\n(.*?)```\n/s.exec(readFileSync("docs/site.md", "utf8"))?.[1] ?? "";
  expect(parseSite(example).selections.map(({ name }) => name)).toEqual([
    "Everything but sport",
    "Ports in brief",
  ]);
});

const NAMED = { title: null, description: null, slug: null, aliases: [] };

test("what is known of sections, tags, languages and people", () => {
  const site = parseSite(`${LEAST}
licence: CC BY 4.0
icon: ./images/icon.png
logo: https://Wire.test/logo.png
correctionsInAll: true
sections:
  - Economy
  - name: Sport
    title: "Sport & more"
    description: All games
    slug: sport
    aliases: [Sports, Games, sport]
tags: [{ name: C++, slug: c-plus-plus }]
languages: [DE, { name: pt-br, title: Português, aliases: [PT] }]
contributors:
  - Ana Weir
  - name: Jo Miller
    url: https://jo.test
    email: jo@wire.test
    avatar: https://jo.test/jo.png
    slug: jo
    aliases: [J. Miller]
`);
  expect(site).toMatchObject({
    licence: "https://creativecommons.org/licenses/by/4.0/",
    icon: { file: "images/icon.png", fragment: "" },
    logo: "https://wire.test/logo.png",
    correctionsInAll: true,
  });
  expect(site.sections).toEqual([
    { ...NAMED, name: "Economy" },
    {
      name: "Sport",
      title: "Sport & more",
      description: "All games",
      slug: "sport",
      aliases: ["Sports", "Games", "sport"],
    },
  ]);
  expect(site.tags).toEqual([{ ...NAMED, name: "C++", slug: "c-plus-plus" }]);
  expect(site.languages).toEqual([
    { ...NAMED, name: "de" },
    { ...NAMED, name: "pt-BR", title: "Português", aliases: ["pt"] },
  ]);
  expect(site.contributors).toEqual([
    { ...NAMED, name: "Ana Weir", author: { name: "Ana Weir" } },
    {
      ...NAMED,
      name: "Jo Miller",
      slug: "jo",
      aliases: ["J. Miller"],
      author: {
        name: "Jo Miller",
        url: "https://jo.test/",
        email: "jo@wire.test",
        avatar: "https://jo.test/jo.png",
      },
    },
  ]);
});

test("channels that the publisher puts together", () => {
  const { selections } = parseSite(`${LEAST}
channels:
  - name: Everything but sport
    exclude: { sections: [Sport], kinds: [headlines] }
  - name: Ports in brief
    title: Ports
    description: Short
    slug: ports
    aliases: [Harbours]
    include: { sections: [Harbour], tags: [ports], authors: [Ana Weir], languages: [EN-us], kinds: [articles] }
    content: summary
    itemsMax: 10
`);
  const all = { sections: [], tags: [], authors: [], languages: [], kinds: [] };
  expect(selections).toEqual([
    {
      ...NAMED,
      name: "Everything but sport",
      include: all,
      exclude: { ...all, sections: ["Sport"], kinds: ["headline"] },
      content: "full",
      itemsMax: null,
    },
    {
      name: "Ports in brief",
      title: "Ports",
      description: "Short",
      slug: "ports",
      aliases: ["Harbours"],
      include: {
        sections: ["Harbour"],
        tags: ["ports"],
        authors: ["Ana Weir"],
        languages: ["en-US"],
        kinds: ["article"],
      },
      exclude: all,
      content: "summary",
      itemsMax: 10,
    },
  ]);
});

test("the sample's settings can be used and have the example address", () => {
  const site = parseSite(readFileSync("data/site.yaml", "utf8"));
  expect(site.url).toBe(EXAMPLE_URL);
});

test("values are cleaned and written in their canonical form", () => {
  const site = parseSite(
    'title: "  The \\u200b Wire\\u0000 "\nurl: HTTPS://Wire.Test/\nlanguage: PT-br\nauthors:\n  - name: Jo\n    url: https://jo.test\nfeed:\n  itemsMax: 30\n',
  );
  expect(site).toMatchObject({
    title: "The Wire",
    url: "https://wire.test",
    language: "pt-BR",
    authors: [{ name: "Jo", url: "https://jo.test/" }],
    feed: { itemsMax: 30, itemsMin: 20 },
  });
});

describe("a setting that cannot be used is named with its line, its value and what is expected", () => {
  test.each([
    ["titel: x", 'line 3, titel: found a key nobody knows, expected perhaps "title"'],
    ["timezone: UTC", 'line 3, timezone: found a key nobody knows, expected perhaps "timeZone"'],
    ["colour: red", "line 3, colour: found a key nobody knows, expected one of title, description, url"],
    [
      "timeZone: Mars/Olympus",
      'line 3, timeZone: found "Mars/Olympus", expected a time zone\'s name such as Europe/Lisbon',
    ],
    ["language: english language", 'line 3, language: found "english language", expected a language tag'],
    ["home: javascript:alert(1)", 'line 3, home: found "javascript:alert(1)", expected an address'],
    ["rights: 2026", "line 3, rights: found 2026, expected a text (in quotes"],
    ["feed:\n  itemsMax: many", 'line 4, feed.itemsMax: found "many", expected a whole number, at least 1'],
    ["feed:\n  itemsMin: 200", "line 4, feed.itemsMin: found 200, expected no more than itemsMax"],
    ["authors:\n  - url: https://x.test", "line 4, authors[0].name: found nothing, expected a text"],
    ["authors: Jo", 'line 3, authors: found "Jo", expected a list of authors'],
    ["__proto__: x", "line 3, __proto__: found a key nobody knows"],
    ["title: again", "line 3, title: found a key that stands on line 1, too, expected each key once"],
  ])("%s", (line, message) => {
    expect(() => parseSite(LEAST + line)).toThrow(message);
  });

  test.each([
    "https://wire.test/path",
    "https://wire.test?x",
    "https://wire.test#",
    "https://me@wire.test",
    "ftp://wire.test",
    "wire.test",
  ])("url: %s", (url) => {
    expect(() => parseSite(`title: x\nurl: "${url}"`)).toThrow(
      `line 2, url: found "${url}", expected where everything is served from`,
    );
  });

  test("all mistakes come at once", () => {
    expect(() => parseSite("title: ''\nurl: x\nfeed: 3\n")).toThrow(
      /line 1, title.*\n.*line 2, url.*\n.*line 3, feed/,
    );
  });

  test.each(["", "- a", "a: [", "a: &a [*b]", `a: &x [1]\nb: [${"*x,".repeat(99)}]`])(
    "no settings at all: %s",
    (yaml) => {
      expect(() => parseSite(yaml)).toThrow(/^Cannot use the settings in site.yaml:/);
    },
  );
});

describe("what is said of channels is checked, too", () => {
  const SLUG = "expected lower-case letters and digits with single hyphens between them, at most 80";
  test.each([
    [
      "icon: ../icon.png",
      'line 3, icon: found "../icon.png", expected an address such as https://wire.example/icon.png, or the path of a file below data/ such as icon.png',
    ],
    ["icon: /icon.png", 'line 3, icon: found "/icon.png", expected an address'],
    ["logo: a//b.png", 'line 3, logo: found "a//b.png", expected an address'],
    ["logo: data:image/png,x", 'line 3, logo: found "data:image/png,x", expected an address'],
    ["licence: mine", 'line 3, licence: found "mine", expected the licence\'s address'],
    ["correctionsInAll: yes", 'line 3, correctionsInAll: found "yes", expected true or false'],
    [
      "sections: Sport",
      'line 3, sections: found "Sport", expected a list of names, or of groups with a name',
    ],
    ["sections: [5]", "line 3, sections[0]: found 5, expected a name, or a group with a name"],
    ["sections:\n  - title: x", "line 4, sections[0].name: found nothing, expected a text"],
    ["sections: [{ name: A, slug: A }]", `line 3, sections[0].slug: found "A", ${SLUG}`],
    ["tags: [{ name: A, slug: a/b }]", `line 3, tags[0].slug: found "a/b", ${SLUG}`],
    [
      "tags: [{ name: A, slug: archive }]",
      'line 3, tags[0].slug: found "archive", expected a slug that is no word the program needs, such as archive or feed',
    ],
    ["tags: [{ name: A, aliases: B }]", 'line 3, tags[0].aliases: found "B", expected a list of other names'],
    [
      "tags: [{ name: A, titel: B }]",
      'line 3, tags[0].titel: found a key nobody knows, expected perhaps "title"',
    ],
    [
      "languages: [english language]",
      'line 3, languages[0]: found "english language", expected a language tag',
    ],
    [
      "contributors: [{ name: A, mail: B }]",
      'line 3, contributors[0].mail: found a key nobody knows, expected perhaps "email"',
    ],
    ["contributors: [{ name: A, url: B }]", 'line 3, contributors[0].url: found "B", expected an address'],
    [
      "sections:\n  - { name: A, slug: x }\n  - { name: B, slug: x }",
      'line 5, sections[1].slug: found "x", expected a slug that "A" does not have',
    ],
    [
      'sections:\n  - Économie\n  - "E\u0301CONOMIE"',
      'line 5, sections[1]: found "E\u0301CONOMIE", expected a name that does not stand for "Économie", too',
    ],
    [
      "sections:\n  - Sport\n  - name: Games\n    aliases: [Play,  sport]",
      'line 6, sections[1].aliases[1]: found "sport", expected a name that does not stand for "Sport", too',
    ],
    [
      "sections:\n  - { name: Games, aliases: [Sport] }\n  - name: SPORT",
      'line 5, sections[1].name: found "SPORT", expected a name that does not stand for "Games", too',
    ],
    [
      "languages: [pt-br, PT-BR]",
      'line 3, languages[1]: found "PT-BR", expected a name that does not stand for "pt-BR", too',
    ],
    [
      "channels: [Sport]",
      'line 3, channels[0]: found "Sport", expected a group with a name, and include or exclude',
    ],
    [
      "channels:\n  - name: A\n    content: short",
      'line 5, channels[0].content: found "short", expected full or summary',
    ],
    [
      "channels:\n  - name: A\n    itemsMax: 0",
      "line 5, channels[0].itemsMax: found 0, expected a whole number, at least 1",
    ],
    [
      "channels:\n  - name: A\n    include: { kinds: [article] }",
      'line 5, channels[0].include.kinds[0]: found "article", expected articles or headlines',
    ],
    [
      "channels:\n  - name: A\n    include: { tag: [x] }",
      'line 5, channels[0].include.tag: found a key nobody knows, expected perhaps "tags"',
    ],
    [
      "channels:\n  - name: A\n    exclude: Sport",
      'line 5, channels[0].exclude: found "Sport", expected a group of lists: sections, tags, authors, languages, kinds',
    ],
    [
      "channels: [{ name: A, slug: x }, { name: a }]",
      'line 3, channels[1].name: found "a", expected a name that does not stand for "A", too',
    ],
  ])("%s", (lines, message) => {
    expect(() => parseSite(LEAST + lines)).toThrow(message);
  });

  test("one name may stand in two lists", () => {
    expect(() => parseSite(`${LEAST}sections: [Sport]\ntags: [Sport]`)).not.toThrow();
  });
});

test.each([
  ["https://teleprinter.example", true],
  ["https://example.com", true],
  ["https://news.example.org:8443", true],
  ["https://example.net.", true],
  ["https://myexample.com", false],
  ["https://example.com.evil.net", false],
  ["https://wire.test", true],
  ["http://localhost:8787", true],
  ["http://127.0.0.1:8787", true],
  ["https://latest.net", false],
])("whether %s is an example address: %s", (url, is) => {
  expect(isExampleAddress(url)).toBe(is);
});
