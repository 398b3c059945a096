import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EXAMPLE_URL, isExampleAddress } from "../../src/edition/example-address.ts";
import { parseSite } from "../../src/edition/parse-site.ts";

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
    feed: { itemsMax: 100, itemsMin: 20, bytesMax: 250_000 },
  });
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
    ["title: again", "line 3, the file: found Map keys must be unique"],
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
