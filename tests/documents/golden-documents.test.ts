import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import { goldenEdition } from "./golden-edition.ts";

// After a change that is meant: `GOLDEN=renew npm test`, and read the difference word by word before it is committed.
const renew = process.env.GOLDEN === "renew";

const goldenFiles: Readonly<Record<string, string>> = {
  "/rss.xml": "rss.xml",
  "/atom.xml": "atom.xml",
  "/feed.json": "feed.json",
  "/headlines/rss.xml": "headlines/rss.xml",
  "/headlines/atom.xml": "headlines/atom.xml",
  "/headlines/feed.json": "headlines/feed.json",
  "/articles/rss.xml": "articles/rss.xml",
  "/articles/atom.xml": "articles/atom.xml",
  "/articles/feed.json": "articles/feed.json",
  "/": "front-page.html",
  "/articles/harbour-reopens": "article-derived-title.html",
  "/articles/fish-prices-fall": "article.html",
  "/headlines/storm-closes-the-strait": "headline-with-address.html",
  "/headlines/ميناء-لومن": "headline-right-to-left.html",
};

const documents = renderDocuments(goldenEdition);

test.each(Object.entries(goldenFiles))("%s is the golden document %s, byte for byte", (path, file) => {
  const text = documents.find((document) => document.path === path)?.text ?? "";
  const golden = join(import.meta.dirname, "../golden", file);
  if (renew) {
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, text);
  }
  expect(text).toBe(readFileSync(golden, "utf8"));
});

test("an edition gives these documents, feeds first", () => {
  expect(documents.map(({ kind, path, mediaType }) => `${kind} ${path} ${mediaType}`)).toEqual([
    "feed /rss.xml application/rss+xml",
    "feed /atom.xml application/atom+xml",
    "feed /feed.json application/feed+json",
    "feed /headlines/rss.xml application/rss+xml",
    "feed /headlines/atom.xml application/atom+xml",
    "feed /headlines/feed.json application/feed+json",
    "feed /articles/rss.xml application/rss+xml",
    "feed /articles/atom.xml application/atom+xml",
    "feed /articles/feed.json application/feed+json",
    "page / text/html",
    "page /articles/harbour-reopens text/html",
    "page /articles/fish-prices-fall text/html",
    "page /headlines/storm-closes-the-strait text/html",
    "page /headlines/ميناء-لومن text/html",
    "page /headlines/港口重新开放 text/html",
    "page /headlines/family-day text/html",
    "page /headlines/markup text/html",
    expect.stringMatching(/^asset \/assets\/style-[0-9a-f]{16}\.css text\/css$/),
  ]);
});
