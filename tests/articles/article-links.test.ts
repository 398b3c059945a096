import { describe, expect, test } from "vitest";
import type { Article, FileLink } from "../../src/articles/article.ts";
import { articleBody } from "../../src/articles/article-body.ts";
import { linksOf, mediaFilesOf } from "../../src/articles/article-files.ts";
import { parseArticle } from "../../src/articles/parse-article.ts";

const FILE = "articles/harbour/2026-01-16-crane.md";

function read(markdown: string, file = FILE): Article {
  const { article, problems } = parseArticle(markdown, file, "https://wire.example");
  if (article === null) throw new Error(JSON.stringify(problems));
  return article;
}

/** The body with `file:` and a path where a file's address will be. */
function body(markdown: string, file = FILE): string {
  return articleBody(read(markdown, file), ({ file, fragment }: FileLink) => `file:${file}${fragment}`);
}

describe("an address in the text", () => {
  const rows: readonly (readonly [address: string, leadsTo: string])[] = [
    // Files are those beside the article.
    ["crane.jpg", "file:articles/harbour/crane.jpg"],
    ["./crane.jpg", "file:articles/harbour/crane.jpg"],
    ["big/crane.jpg", "file:articles/harbour/big/crane.jpg"],
    ["../crane.jpg", "file:articles/crane.jpg"],
    ["../mill/./a/../crane.jpg", "file:articles/mill/crane.jpg"],
    ["crane.jpg?w=100", "file:articles/harbour/crane.jpg"],
    ["film.mp4#t=10", "file:articles/harbour/film.mp4#t=10"],
    ["<big crane.jpg>", "file:articles/harbour/big crane.jpg"],
    ["big%20crane.jpg", "file:articles/harbour/big crane.jpg"],
    ["kraan-ö-港.jpg", "file:articles/harbour/kraan-ö-港.jpg"],
    ["100%.jpg", "file:articles/harbour/100%.jpg"],
    ["big\\\\crane.jpg", "file:articles/harbour/big/crane.jpg"],
    // Articles by file name, with the ids that they are published with.
    ["mill.md", "file:articles/harbour/mill.md"],
    ["../2025-12-31-mill.md#the-wheel", "file:articles/2025-12-31-mill.md#mill--the-wheel"],
    ["mill/index.md#the-wheel", "file:articles/harbour/mill/index.md#mill--the-wheel"],
    ["mill.md#räder", "file:articles/harbour/mill.md#mill--r%C3%A4der"],
    ["mill.md#r%C3%A4der", "file:articles/harbour/mill.md#mill--r%C3%A4der"],
    ["Old_Mill.markdown#x", "file:articles/harbour/Old_Mill.markdown#old-mill--x"],
    ["#the-crane", `file:${FILE}#crane--the-crane`],
    ["#", `file:${FILE}`],
    // Everything else is a URL.
    ["/about", "https://wire.example/about"],
    ["?page=2", "https://wire.example/?page=2"],
    ["//a.example/b", "https://a.example/b"],
    ["https://a.example/b/../c.jpg#d", "https://a.example/c.jpg#d"],
    ["mailto:ana@a.example", "mailto:ana@a.example"],
  ];
  test.each(rows)("%s leads to %s", (address, leadsTo) => {
    expect(body(`[a](${address})`)).toBe(`<p><a href="${leadsTo}">a</a></p>\n`);
  });
});

describe("an address that can't be meant", () => {
  const rows: readonly (readonly [address: string, kind: string, html: string])[] = [
    ["../../site.yaml", "file-outside", '<a href="https://wire.example/site.yaml">a</a>'],
    ["../../articles/crane.jpg", "file-outside", '<a href="https://wire.example/articles/crane.jpg">a</a>'],
    ["..%2f..%2fledger.json", "file-outside", '<a href="https://wire.example/..%2f..%2fledger.json">a</a>'],
    ["javascript:alert(1)", "unsafe-url-dropped", "a"],
    ["data:text/html,x", "unsafe-url-dropped", "a"],
    ["file:///etc/passwd", "unsafe-url-dropped", "a"],
    ["https://[", "unsafe-url-dropped", "a"],
  ];
  test.each(rows)("%s is told: %s", (address, kind, html) => {
    const markdown = `First\n\n[a](${address})`;
    expect(body(markdown)).toBe(`<p>First</p>\n<p>${html}</p>\n`);
    const { problems } = parseArticle(markdown, FILE, "https://wire.example");
    expect(problems).toContainEqual({ kind, lineNumber: 3, value: address, isMistake: false });
  });
});

test("every place for an address takes files", () => {
  const markdown = `# T
![a](a.jpg)
<video src="b.mp4" poster="c.jpg"><source src="d.webm"><track src="e.vtt"></video>
<picture><source srcset="f.avif 1x, https://a.example/g.avif 2x"><img srcset="h.jpg 100w, i%20j.jpg 200w" src="h.jpg"></picture>
<audio src="k.mp3"></audio> <a href="l.pdf">l</a> <q cite="m.md">m</q>`;
  const article = read(markdown);
  expect(mediaFilesOf(article)).toEqual(
    ["a.jpg", "b.mp4", "c.jpg", "d.webm", "e.vtt", "f.avif", "h.jpg", "i j.jpg", "k.mp3", "l.pdf"].map(
      (name) => `articles/harbour/${name}`,
    ),
  );
  expect(linksOf(article)).toEqual(["articles/harbour/m.md"]);
  const html = body(markdown);
  for (const [, address] of html.matchAll(/(?:href|src|poster|cite)="([^"]*)"/g)) {
    expect(address).toMatch(/^(?:file:articles\/|https:\/\/)/);
  }
  expect(html).toContain('srcset="file:articles/harbour/f.avif 1x, https://a.example/g.avif 2x"');
});

test("files of the front matter count, each file once", () => {
  const article = read(`---
title: T
image: { src: crane.jpg, alt: A crane }
enclosures: [talk.mp3, crane.jpg, { src: "https://a.example/b.mp3", length: 9 }]
---
![a](crane.jpg) [b](mill.md) [c](mill.md#d) [e](../f.md)`);
  expect(mediaFilesOf(article)).toEqual(["articles/harbour/crane.jpg", "articles/harbour/talk.mp3"]);
  expect(linksOf(article)).toEqual(["articles/harbour/mill.md", "articles/f.md"]);
  expect(article.image).toEqual({
    src: { file: "articles/harbour/crane.jpg", fragment: "" },
    alt: "A crane",
  });
});

describe("ids", () => {
  test("of headings, notes and typed ones carry the article's prefix, and links lead to them", () => {
    const markdown = '## The crane\n\na[^1] [up](#the-crane) <a id="x">x</a> [x](#x)\n\n[^1]: b';
    const html = body(markdown);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["crane--the-crane", "crane--fnref:1", "crane--x", "crane--fn:1"]);
    const targets = [...html.matchAll(/href="file:[^"]*#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.toSorted()).toEqual(ids.toSorted());
  });

  test("in any script are led to", () => {
    const html = body("## مرحبا\n\n[a](#مرحبا)", "articles/2026-01-16-港.md");
    expect(html).toContain('<h2 id="港--مرحبا">');
    const [, fragment = ""] = /#([^"]+)"/.exec(html) ?? [];
    expect(decodeURIComponent(fragment)).toBe("港--مرحبا");
  });

  test.each([
    ["articles/2026-01-16-crane.md", "crane--a"],
    ["articles/2026/20260117T0930-Crane.markdown", "crane--a"],
    ["articles/crane/index.md", "crane--a"],
    ["articles/2026-01-16-crane/index.md", "crane--a"],
    ["articles/2026-01-16.md", "2026-01-16--a"],
    ["articles/index.md", "index--a"],
    ["articles/!!.md", "article--a"],
  ])("in %s stay when it is moved or dated anew", (file, id) => {
    expect(body("## A", file)).toContain(`id="${id}"`);
  });
});
