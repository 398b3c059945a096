import { describe, expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { parseArticle } from "../../src/articles/parse-article.ts";

const SITE = "https://wire.example";

function read(text: string, file = "articles/crane.md") {
  return parseArticle(text, file, SITE);
}

function withKeys(yaml: string, text = "Text."): string {
  return `---\n${yaml}\n---\n${text}\n`;
}

const BARE: Article = {
  title: "Text",
  titleDerived: true,
  authors: [],
  tags: [],
  enclosures: [],
  corrections: [],
  silent: false,
  body: ["<p>Text.</p>\n"],
  bodyFiles: [],
  paragraphs: ["Text."],
};

test("an article needs no front matter, and what it does not say stays unsaid", () => {
  expect(read("Text.")).toEqual({
    article: BARE,
    isDraft: false,
    problems: [{ kind: "title-derived", lineNumber: 1, value: "Text", isMistake: false }],
  });
});

describe("front matter says", () => {
  const crane = { file: "articles/crane.jpg", fragment: "" };
  const rows: readonly (readonly [yaml: string, says: Partial<Article>])[] = [
    ["title: A", { title: "A", titleDerived: false }],
    ["slug: the-weir-2", { slug: "the-weir-2" }],
    ["date: 2026-01-16", { published: "2026-01-16" }],
    ["date: 2026-01-16 09:30", { published: "2026-01-16T09:30:00" }],
    ["published: 2026-01-16T09:30:00+02:00", { published: "2026-01-16T07:30:00Z" }],
    ["date: 2099-12-31", { published: "2099-12-31" }],
    ["updated: 2026-01-17", { updated: "2026-01-17" }],
    ["author: Ana Weir", { authors: [{ name: "Ana Weir" }] }],
    [
      "authors: [Bo, {name: Ana, url: https://a.example, email: a@a.example, avatar: https://a.example/a.png}]",
      {
        authors: [
          { name: "Bo" },
          { name: "Ana", url: "https://a.example/", email: "a@a.example", avatar: "https://a.example/a.png" },
        ],
      },
    ],
    ["section: Local news", { section: "Local news" }],
    ["tags: [weirs, 日本]", { tags: ["weirs", "日本"] }],
    ["tags: weirs, mills", { tags: ["weirs", "mills"] }],
    ["language: pt-br", { language: "pt-BR" }],
    ["summary: S < T", { summary: "S < T" }],
    ["description: S", { summary: "S" }],
    ["image: crane.jpg", { image: { src: crane } }],
    ["image: /crane.jpg", { image: { src: "https://wire.example/crane.jpg" } }],
    ["image: https://a.example/crane.jpg", { image: { src: "https://a.example/crane.jpg" } }],
    [
      "image: {src: crane.jpg, alt: A crane, credit: Ana}",
      { image: { src: crane, alt: "A crane", credit: "Ana" } },
    ],
    ["enclosures: [crane.jpg]", { enclosures: [{ src: crane }] }],
    [
      "enclosures:\n  - src: crane.jpg\n    type: image/jpeg\n    title: C\n    duration: 1:30",
      { enclosures: [{ src: crane, type: "image/jpeg", title: "C", duration: 90 }] },
    ],
    [
      "enclosures: [{src: https://a.example/b.mp3, length: 9}]",
      { enclosures: [{ src: "https://a.example/b.mp3", type: "audio/mpeg", length: 9 }] },
    ],
    ["canonical: https://a.example/b", { canonical: "https://a.example/b" }],
    ["link: https://a.example/b", { link: "https://a.example/b" }],
    ["licence: https://a.example/l", { licence: "https://a.example/l" }],
    [
      "corrections:\n  - {date: 2026-01-18, note: Two.}\n  - {date: 2026-01-17, note: One.}",
      {
        corrections: [
          { date: "2026-01-17", note: "One." },
          { date: "2026-01-18", note: "Two." },
        ],
      },
    ],
    ["silent: true", { silent: true }],
    ["draft: false", {}],
    ["", {}],
    ["title:", {}],
  ];
  test.each(rows)("%s", (yaml, says) => {
    expect(read(withKeys(yaml)).article).toEqual({ ...BARE, ...says });
    expect(read(withKeys(yaml).replaceAll("\n", "\r\n")).article).toEqual({ ...BARE, ...says });
  });
});

describe("a mistake holds the article back, and is told with its line", () => {
  const rows: readonly (readonly [text: string, lineNumber: number, value: string])[] = [
    [
      withKeys("title: A\ndate: 31.12.2025"),
      3,
      'date: found "31.12.2025", expected a date that exists, such as',
    ],
    [withKeys("title: 7"), 2, "title: found 7, expected a text"],
    [withKeys("slug: A B"), 2, 'slug: found "A B", expected lower-case letters'],
    [withKeys("updated: soon"), 2, 'updated: found "soon", expected a date'],
    [withKeys("authors:\n  - url: https://a.example"), 3, "authors[0].name: found nothing, expected a text"],
    [withKeys("tags: 3"), 2, "tags: found 3, expected a list of texts"],
    [withKeys("language: nowhere!"), 2, 'language: found "nowhere!", expected a language tag'],
    [withKeys("image: {alt: A}"), 2, "image.src: found nothing, expected an address"],
    [withKeys("image: javascript:alert(1)"), 2, 'image: found "javascript:alert(1)", expected an address'],
    [withKeys("enclosures:\n  - src: https://a.example/b.mp3"), 3, "enclosures[0].length: found nothing"],
    [
      withKeys("title: A\nenclosures: [/b.mp3]"),
      3,
      "enclosures: found /b.mp3, expected a file below data/articles",
    ],
    [withKeys("canonical: a/b"), 2, 'canonical: found "a/b", expected an address'],
    [withKeys("link: ftp://a.example"), 2, 'link: found "ftp://a.example", expected an address'],
    [withKeys("corrections: [{date: 2026-01-17}]"), 2, "corrections[0].note: found nothing"],
    [withKeys("silent: maybe"), 2, 'silent: found "maybe", expected true or false'],
    [withKeys("draft: perhaps"), 2, 'draft: found "perhaps", expected true or false'],
    [withKeys("titel: A"), 2, 'titel: found a key nobody knows, expected perhaps "title"'],
    [withKeys("drfat: true"), 2, 'drfat: found a key nobody knows, expected perhaps "draft"'],
    [withKeys("Draft: true"), 2, 'Draft: found a key nobody knows, expected perhaps "draft"'],
    [withKeys("embargo: 2099-01-01"), 2, "embargo: found a key nobody knows"],
    [withKeys("title: A\ntitle: B"), 3, "title: found a key that stands on line 2, too"],
    [withKeys("title: [A"), 2, "the file: found"],
    [withKeys("just text"), 1, 'the file: found "just text", expected keys with values'],
    ["---\ntitle: A\n\nText.", 1, 'the file: found --- over "title", expected YAML between two lines ---'],
    ["\n\n---\ntitle: A\n---\n\nText.", 3, 'the file: found --- over "title"'],
    ['+++\ntitle = "A"\n+++\n\nText.', 1, 'the file: found +++ over "title"'],
    ["---\nlink: https://a.example\n---\n", 1, "title: found nothing, and no text to make one from"],
  ];
  test.each(rows)("%j", (text, lineNumber, value) => {
    const { article, isDraft, problems } = read(text);
    expect({ article, isDraft }).toEqual({ article: null, isDraft: false });
    const [problem] = problems.filter(({ isMistake }) => isMistake);
    expect(problem).toMatchObject({ kind: "front-matter-mistake", lineNumber });
    expect(problem?.value.slice(0, value.length)).toBe(value);
  });

  test("every one of them at once", () => {
    const { problems } = read(withKeys("title: 7\nslug: A B\nlayout: post\ndate: x"));
    expect(problems.map(({ kind, lineNumber }) => `${lineNumber} ${kind}`)).toEqual([
      "2 front-matter-mistake",
      "3 front-matter-mistake",
      "4 unknown-key",
      "5 front-matter-mistake",
    ]);
  });

  test.each(["", "\n\n", "<!-- later -->", "# Only a title", withKeys("title: A", "")])(
    "no text is one: %j",
    (text) => {
      const { article, problems } = read(text);
      expect(article).toBe(null);
      expect(problems.map(({ kind, isMistake }) => ({ kind, isMistake }))).toEqual([
        { kind: "no-text", isMistake: true },
      ]);
    },
  );

  test("so is what is nested too deep to be read", () => {
    const { article, problems } = read(`a\n\n${">".repeat(200)} b`);
    expect(article).toBe(null);
    expect(problems).toContainEqual({ kind: "nested-too-deep", lineNumber: 3, value: "", isMistake: true });
  });
});

describe("an article needs no text", () => {
  test.each([
    "title: A\nlink: https://a.example",
    "title: A\nimage: crane.jpg",
    "title: A\nenclosures: [talk.mp3]",
  ])("if it has this: %j", (yaml) => {
    expect(read(withKeys(yaml, "")).article).toMatchObject({ title: "A", body: [], paragraphs: [] });
  });

  test("if it shows a picture", () => {
    expect(read(withKeys("title: A", "![](crane.jpg)")).article).toMatchObject({
      title: "A",
      paragraphs: [],
    });
  });
});

describe("a draft", () => {
  test.each(["draft: true", "draft: true\ntitle: 7\nfoo: 8", "title: [half\ndraft: true"])(
    "is neither article nor mistake: %j",
    (yaml) => {
      expect(read(withKeys(yaml, "a\u0001"))).toEqual({ article: null, isDraft: true, problems: [] });
    },
  );
});

describe("the title", () => {
  const rows: readonly (readonly [
    because: string,
    text: string,
    title: string,
    derived: boolean,
    body: string,
  ])[] = [
    [
      "is what front matter says",
      withKeys("title: A", "# B\n\nc"),
      "A",
      false,
      '<h1 id="crane--b">B</h1>\n<p>c</p>\n',
    ],
    [
      "is plain text in front matter",
      withKeys("title: '*A* <b> & `c`'"),
      "*A* <b> & `c`",
      false,
      "<p>Text.</p>\n",
    ],
    ["is said once", withKeys("title: A & B", "# A &amp; *B*\n\nc"), "A & B", false, "<p>c</p>\n"],
    ["is the heading at the start", "# *A* `<b>` 1 < 2\n\nc", "A <b> 1 < 2", false, "<p>c</p>\n"],
    ["has one space between words", "# A\u00ad  B\\\n\nc", "A\u00ad B\\", false, "<p>c</p>\n"],
    [
      "is the first sentence of a text without one",
      "One & *two*. Three.",
      "One & two",
      true,
      "<p>One &amp; <em>two</em>. Three.</p>\n",
    ],
    [
      "is no heading without words",
      "# ![](a.jpg)\n\nb",
      "b",
      true,
      '<h1 id="crane--section"><img src="F" alt=""/></h1>\n<p>b</p>\n',
    ],
    ["may be right to left", "# عاجل: فيضانات\n\nc", "عاجل: فيضانات", false, "<p>c</p>\n"],
  ];
  test.each(rows)("%s", (_, text, title, titleDerived, body) => {
    const { article } = read(text);
    expect(article).toMatchObject({ title, titleDerived });
    expect(article?.body.map((piece) => (typeof piece === "string" ? piece : "F")).join("")).toBe(body);
  });

  test("that was made of the text is told", () => {
    expect(read(withKeys("tags: a", "\n\nOne. Two.")).problems).toEqual([
      { kind: "title-derived", lineNumber: 6, value: "One", isMistake: false },
    ]);
  });
});

describe("the date", () => {
  test.each([
    ["articles/2026-01-16-crane.md", "2026-01-16"],
    ["articles/a/20260116_crane.md", "2026-01-16"],
    ["articles/2026-01-16T0930-crane.md", "2026-01-16T09:30:00"],
    ["articles/2026-01-16T09-30-15Z.md", "2026-01-16T09:30:15Z"],
    ["articles/2026-01-16T2530-crane.md", "2026-01-16"],
    ["articles/2026-01-16-crane/index.md", "2026-01-16"],
    ["articles/2026-02-30-crane.md", undefined],
    ["articles/2026-01-16/crane.md", undefined],
    ["articles/20260116123-crane.md", undefined],
  ])("stands in the name %s", (file, published) => {
    expect(read("Text.", file).article?.published).toBe(published);
  });

  test("in the front matter beats it", () => {
    const { article } = read(withKeys("date: 2026-02-01"), "articles/2026-01-16-crane.md");
    expect(article?.published).toBe("2026-02-01");
  });
});

describe("what is odd but harmless is told", () => {
  const rows: readonly (readonly [text: string, problem: object])[] = [
    [withKeys("title: A\nlayout: post"), { kind: "unknown-key", lineNumber: 3 }],
    ["# A\n\nb\u0007", { kind: "control-characters-removed", lineNumber: 3, value: "U+0007" }],
    ["# A\n\nb\u202e", { kind: "bidi-controls-removed", lineNumber: 3, value: "U+202E" }],
    ["# A\u200b\n\nb", { kind: "zero-width-removed", lineNumber: 1, value: "U+200B" }],
    ["# A\n\nb\n\n<SCRIPT>c</SCRIPT>", { kind: "unsafe-html-removed", lineNumber: 5, value: "<script>" }],
    ["# A\n\nb <style>c</style>", { kind: "unsafe-html-removed", lineNumber: 3, value: "<style>" }],
  ];
  test.each(rows)("%j", (text, problem) => {
    const { article, problems } = read(text);
    expect(article).toMatchObject({ title: "A" });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ ...problem, isMistake: false });
  });

  test("and code is not", () => {
    expect(read("# A\n\n`<script>`\n\n```html\n<script>\n```").problems).toEqual([]);
  });
});

test("paragraphs are the blocks' plain text", () => {
  const { article } = read("# T\n\nA *b* & c[^1]\n\n- d\n- e\n\n| f | g |\n|---|---|\n| h | i |\n\n[^1]: j");
  expect(article?.paragraphs).toEqual(["A b & c", "d", "e", "f", "g", "h", "i", "j"]);
});
