import { describe, expect, test } from "vitest";
import { articleKeys, articleSchema } from "../../src/articles/article-schema.ts";
import { mediaTypeOf } from "../../src/articles/media-types.ts";
import { cleanLine } from "../../src/newswire/clean-text.ts";
import { describeMistake } from "../../src/yaml/mistake.ts";
import { readYaml } from "../../src/yaml/read-yaml.ts";

const schema = articleSchema(cleanLine);
const EMPTY = { authors: [], tags: [], enclosures: [], corrections: [], silent: false, isDraft: false };

function read(yaml: string) {
  return readYaml(yaml, schema, articleKeys, 2);
}

function outcomeOf(yaml: string) {
  const reading = read(yaml);
  return "value" in reading ? reading.value : reading.mistakes.map(describeMistake);
}

test("everything an article can say", () => {
  const yaml = `
title: "  The \\u200bharbour <reopens>"
slug: harbour-reopens
date: 2026-01-16 09:30 +01:00
updated: 2026-01-17
authors:
  - Ana Weir
  - name: Jo Miller
    url: https://Wire.example/jo
    email: jo@wire.example
    avatar: https://wire.example/jo.png
section: Harbour
tags: [ports, trade, ports]
language: PT-br
summary: Two
  basins
image: { src: crane.jpg, alt: A crane, credit: Lumen Photo }
enclosures:
  - https-report.pdf
  - src: https://cdn.example/talk.MP3?x=1
    length: 1234
    title: Talk
    duration: 1:02:03
  - { url: https://cdn.example/talk, type: audio/ogg, length: 9, duration: 12.5 }
canonical: https://elsewhere.example/a
link: http://linked.example
licence: cc-by-sa 4.0
corrections:
  - { date: 2026-01-18, note: The crane is yellow }
  - { date: 2026-01-17 08:00, note: It is a crane }
silent: true
draft: false
`;
  expect(outcomeOf(yaml)).toEqual({
    title: "The harbour <reopens>",
    slug: "harbour-reopens",
    published: "2026-01-16T08:30:00Z",
    updated: "2026-01-17",
    authors: [
      { name: "Ana Weir" },
      {
        name: "Jo Miller",
        url: "https://wire.example/jo",
        email: "jo@wire.example",
        avatar: "https://wire.example/jo.png",
      },
    ],
    section: "Harbour",
    tags: ["ports", "trade"],
    language: "pt-BR",
    summary: "Two basins",
    image: { src: "crane.jpg", alt: "A crane", credit: "Lumen Photo" },
    enclosures: [
      { src: "https-report.pdf" },
      {
        src: "https://cdn.example/talk.MP3?x=1",
        type: "audio/mpeg",
        length: 1234,
        title: "Talk",
        duration: 3723,
      },
      { src: "https://cdn.example/talk", type: "audio/ogg", length: 9, duration: 12.5 },
    ],
    canonical: "https://elsewhere.example/a",
    link: "http://linked.example/",
    licence: "https://creativecommons.org/licenses/by-sa/4.0/",
    corrections: [
      { date: "2026-01-17T08:00:00", note: "It is a crane" },
      { date: "2026-01-18", note: "The crane is yellow" },
    ],
    silent: true,
    isDraft: false,
  });
});

test.each([
  ["title:\ntags:\nenclosures:\nauthors:", EMPTY],
  ["published: 2026-01-16", { ...EMPTY, published: "2026-01-16" }],
  ["author: Ana Weir", { ...EMPTY, authors: [{ name: "Ana Weir" }] }],
  ["author: { name: Ana }", { ...EMPTY, authors: [{ name: "Ana" }] }],
  ["authors: [Ana, { name: Jo }]", { ...EMPTY, authors: [{ name: "Ana" }, { name: "Jo" }] }],
  ["tags: ports, , trade ,", { ...EMPTY, tags: ["ports", "trade"] }],
  ["description: x", { ...EMPTY, summary: "x" }],
  ["image: ../crane.jpg", { ...EMPTY, image: { src: "../crane.jpg" } }],
  ["image: HTTPS://x.example/ü.jpg", { ...EMPTY, image: { src: "https://x.example/%C3%BC.jpg" } }],
  ["licence: CC0", { ...EMPTY, licence: "https://creativecommons.org/publicdomain/zero/1.0/" }],
  ["licence: https://l.example/1", { ...EMPTY, licence: "https://l.example/1" }],
  ["draft: true\ndate: soon\ntags: 5\nslug: [x]", { ...EMPTY, isDraft: true }],
])("%j", (yaml, value) => {
  expect(outcomeOf(yaml)).toEqual(value);
});

describe("a mistake says line, key, value and what is expected", () => {
  const TEXT = "expected a text (in quotes, if YAML takes it for a number or a date)";
  const DATE = "expected a date that exists, such as 2026-01-16 or 2026-01-16T09:30:00Z";
  const ADDRESS = "expected an address such as https://wire.example/about";
  const SOURCE =
    "expected an address such as https://wire.example/crane.jpg, or the path of a file such as crane.jpg";
  const LENGTH = "expected the file's length in bytes, a whole number above 0";
  test.each([
    ["title: 1984", `line 2, title: found 1984, ${TEXT}`],
    ['title: " "', 'line 2, title: found " ", expected a text that is not empty'],
    [
      "slug: A b",
      'line 2, slug: found "A b", expected lower-case letters and digits with single hyphens between them, at most 80',
    ],
    ["date: 2026-02-30", `line 2, date: found "2026-02-30", ${DATE}`],
    ["published: 2026", `line 2, published: found 2026, ${DATE}`],
    [
      "date: 2026-01-16\npublished: 2026-01-16",
      'line 2, date: found "2026-01-16", expected none beside published, which says the same',
    ],
    ["author: A\nauthors: B", 'line 2, author: found "A", expected none beside authors, which says the same'],
    ["authors:\n  - url: https://a.example", `line 3, authors[0].name: found nothing, ${TEXT}`],
    [
      "authors: [A, 5]",
      "line 2, authors[1]: found 5, expected an author with a name, and perhaps url, email and avatar",
    ],
    ["author: { name: A, email: a }", 'line 2, author.email: found "a", expected an e-mail address'],
    ["author: { name: A, avatar: a.png }", `line 2, author.avatar: found "a.png", ${ADDRESS}`],
    [
      "tags: { a: b }",
      "line 2, tags: found a group of keys, expected a list of texts, or one text with commas",
    ],
    ["tags:\n  - a\n  -", `line 4, tags[1]: found null, ${TEXT}`],
    [
      "language: english language",
      'line 2, language: found "english language", expected a language tag such as en or pt-BR',
    ],
    ["image: javascript:alert(1)", `line 2, image: found "javascript:alert(1)", ${SOURCE}`],
    ["image: //x.example/a.png", `line 2, image: found "//x.example/a.png", ${SOURCE}`],
    ["image: { alt: A }", `line 2, image.src: found nothing, ${SOURCE}`],
    [
      "image: [a.png]",
      "line 2, image: found a list of 1, expected an address, the path of a file, or a group with src, alt and credit",
    ],
    ["enclosures: a.mp3", 'line 2, enclosures: found "a.mp3", expected a list of enclosures, each with src'],
    [
      "enclosures:\n  - length: 5",
      "line 3, enclosures[0].src: found nothing, expected an address or the path of a file",
    ],
    [
      "enclosures: [https://x.example/a.mp3]",
      `line 2, enclosures[0].length: found nothing, ${LENGTH}, because the file lies elsewhere`,
    ],
    [
      "enclosures:\n  - src: https://x.example/a\n    length: 5",
      "line 3, enclosures[0].type: found nothing, expected a media type such as audio/mpeg, because the address's ending does not say it",
    ],
    [
      "enclosures: [{ src: a.mp3, url: a.mp3 }]",
      'line 2, enclosures[0].url: found "a.mp3", expected none beside src, which says the same',
    ],
    ["enclosures: [{ src: a.mp3, length: -1 }]", `line 2, enclosures[0].length: found -1, ${LENGTH}`],
    [
      "enclosures: [{ src: a.mp3, type: audio }]",
      'line 2, enclosures[0].type: found "audio", expected a media type such as audio/mpeg',
    ],
    [
      "enclosures: [{ src: a.mp3, duration: 1h }]",
      'line 2, enclosures[0].duration: found "1h", expected seconds, or a time such as 12:34 or 1:02:03',
    ],
    ["canonical: /a", `line 2, canonical: found "/a", ${ADDRESS}`],
    ["link: ftp://a.example", `line 2, link: found "ftp://a.example", ${ADDRESS}`],
    ["link: https://me:pw@a.example", `line 2, link: found "https://me:pw@a.example", ${ADDRESS}`],
    ["draft: no", 'line 2, draft: found "no", expected true or false'],
    ["silent: 1", "line 2, silent: found 1, expected true or false"],
    [
      "licence: constructor",
      'line 2, licence: found "constructor", expected the licence\'s address, or a name such as CC BY 4.0, CC BY-SA 4.0 or CC0',
    ],
    ["corrections:\n  - date: 2026-01-16", `line 3, corrections[0].note: found nothing, ${TEXT}`],
    [
      "corrections: [fixed]",
      'line 2, corrections[0]: found "fixed", expected a correction with date and note',
    ],
    ["just text", 'the file: found "just text", expected keys with values, such as title: The weir opens'],
  ])("%j", (yaml, message) => {
    expect(outcomeOf(yaml)).toEqual([message]);
  });

  test("all at once", () => {
    expect(outcomeOf("title: 5\ndate: x\nauthors:\n  - {}\n")).toHaveLength(3);
  });
});

describe("a key that nobody knows leaves the rest usable", () => {
  test.each([
    [
      "titel: x\nsection: A",
      { ...EMPTY, section: "A" },
      'line 2, titel: found a key nobody knows, expected perhaps "title"',
    ],
    [
      "enclosures: [{ src: a.mp3, lenght: 5 }]",
      { ...EMPTY, enclosures: [{ src: "a.mp3" }] },
      'line 2, enclosures[0].lenght: found a key nobody knows, expected perhaps "length"',
    ],
    [
      "author: { name: A, mail: a }",
      { ...EMPTY, authors: [{ name: "A" }] },
      'line 2, author.mail: found a key nobody knows, expected perhaps "email"',
    ],
    [
      "image: { src: a, caption: b }",
      { ...EMPTY, image: { src: "a" } },
      "line 2, image.caption: found a key nobody knows, expected one of src, alt, credit",
    ],
    [
      "corrections: [{ date: 2026-01-16, note: a, who: b }]",
      { ...EMPTY, corrections: [{ date: "2026-01-16", note: "a" }] },
      "line 2, corrections[0].who: found a key nobody knows, expected one of date, note",
    ],
    [
      "__proto__: { draft: true }",
      EMPTY,
      "line 2, __proto__: found a key nobody knows, expected one of title, slug, date",
    ],
  ])("%j", (yaml, value, unknown) => {
    const reading = read(yaml);
    expect(reading).toMatchObject({ value });
    expect(reading.unknown.map(describeMistake)[0]).toContain(unknown);
    expect(reading.unknown).toHaveLength(1);
  });
});

test("every key that the schema takes is one it suggests", () => {
  for (const key of articleKeys([])) {
    expect(read(`${key}: { x: [] }`).unknown.map(({ where }) => where)).not.toContain(key);
  }
});

test.each([
  ["a.mp3", "audio/mpeg"],
  ["https://x.example/a.M4A?b=c.pdf#d", "audio/mp4"],
  ["photos.old/a.jpeg", "image/jpeg"],
  ["https://host.mp3", null],
  ["a.mp3/b", null],
  ["a", null],
  ["a.exe", null],
])("the ending of %s says %s", (source, type) => {
  expect(mediaTypeOf(source)).toBe(type);
});
