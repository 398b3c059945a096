import { parse } from "parse5";
import { expect, test } from "vitest";
import { attributeOf, elementsOf, textIn } from "../../../src/cli/check/html-tree.ts";
import { frameOpening, readFrameOptions } from "../../../src/documents/embed/frame-options.ts";
import { textAt } from "../pages-by-path.ts";
import { article, channelOf, editionOf, headline, manyHeadlines } from "../sample-edition.ts";

test.each([
  ["", 10, "auto", false],
  ["items=5&theme=dark&summary=yes", 5, "dark", true],
  ["items=30&theme=light&summary=no", 30, "light", false],
  ["items=31", 30, "auto", false],
  ["items=0", 10, "auto", false],
  ["items=-1&theme=pink&summary=1", 10, "auto", false],
  ["items=1e1&theme=auto", 10, "auto", false],
  ["items=007", 7, "auto", false],
  ['theme="><script>', 10, "auto", false],
  ["items=5&items=7", 5, "auto", false],
] as const)("the query '%s' asks for %i items, %s, summaries: %s", (query, items, theme, summary) => {
  expect(readFrameOptions(new URLSearchParams(query))).toEqual({ items, theme, summary });
});

test("each option is a class that the style sheet of the page knows", () => {
  const edition = editionOf(manyHeadlines(3));
  const page = textAt("/embed/all", edition);
  expect(page.startsWith(frameOpening(readFrameOptions(new URLSearchParams())))).toBe(true);
  const [, path = ""] = /href="([^"]+\.css)"/.exec(page) ?? [];
  const css = textAt(path, edition);
  for (const known of [".items-1 ", ".items-29 ", ".theme-auto", ".theme-dark", ".summary-no "])
    expect(css).toContain(known);
});

test("a frame holds the thirty newest, each a link out of it", () => {
  const tree = parse(textAt("/embed/headlines", editionOf(manyHeadlines(40))));
  const links = elementsOf(tree).filter(({ tagName }) => tagName === "a");
  expect(links.length).toBe(1 + 30);
  for (const link of links) {
    expect([attributeOf(link, "target"), attributeOf(link, "rel")]).toEqual(["_parent", "noopener"]);
  }
  expect(textIn(links[1] ?? tree)).toBe("Headline number 0");
});

test("a headline leads to its story, and says where its own page is", () => {
  const story = headline({ address: "https://story.example/1" });
  const tree = parse(textAt("/embed/all", editionOf([story])));
  const link = elementsOf(tree).find((element) => attributeOf(element, "href") === "https://story.example/1");
  expect(link && attributeOf(link, "data-page")).toBe("/headlines/plain-headline");
});

test("titles and summaries are text, in their own language and direction", () => {
  const title = `</a></main><script>alert(1)</script> "quoted" & 'more'`;
  const item = article({ title, summary: title, language: "he" });
  const tree = parse(textAt("/embed/all", editionOf([item])));
  const elements = elementsOf(tree);
  const [, link] = elements.filter(({ tagName }) => tagName === "a");
  expect(link && [textIn(link), attributeOf(link, "lang"), attributeOf(link, "dir")]).toEqual([
    title,
    "he",
    "auto",
  ]);
  expect(elements.filter(({ tagName }) => tagName === "script").map((script) => textIn(script))).toEqual([
    "",
  ]);
});

test("an empty channel says so, and one in Arabic runs from right to left", () => {
  const edition = editionOf(
    [],
    {},
    { channels: [channelOf("all", "all", [], { language: "ar", title: "سلك لومن" })] },
  );
  const page = textAt("/embed/all", edition);
  expect(page).toMatch(/^<!doctype html>\n<html class="items-10 theme-auto summary-no" lang="ar" dir="rtl">/);
  expect(page).not.toContain("<ul>");
  expect(page).toMatch(/<p>.+<\/p>/);
});

test("a frame changes only with its channel", () => {
  const [before, after] = [[headline()], [headline(), article()]].map((items) =>
    textAt("/embed/headlines", editionOf(items)),
  );
  expect(after).toBe(before);
});
