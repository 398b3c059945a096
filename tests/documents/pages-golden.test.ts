import { expect, test } from "vitest";
import { goldenEdition } from "./golden-edition.ts";
import { goldenText } from "./golden-file.ts";
import { textAt } from "./pages-by-path.ts";

const goldenFiles: Readonly<Record<string, string>> = {
  "/": "front-page.html",
  "/articles/harbour-reopens": "article-derived-title.html",
  "/articles/fish-prices-fall": "article.html",
  "/articles/o-guindaste-volta": "article-with-everything.html",
  "/articles/tide-tables": "link-post.html",
  "/articles/ferry-fares": "notice.html",
  "/articles/removed-long-ago": "removed.html",
  "/headlines/withdrawn-long-ago": "withdrawn.html",
  "/headlines/storm-closes-the-strait": "headline-with-address.html",
  "/headlines/ميناء-لومن": "headline-right-to-left.html",
  "/sections/harbour": "section.html",
  "/corrections": "corrections.html",
  "/feeds": "feeds.html",
  "/404": "missing.html",
  "/feeds.json": "feeds.json",
  "/feeds.opml": "feeds.opml",
  "/sitemap.xml": "sitemap.xml",
  "/news-sitemap.xml": "news-sitemap.xml",
  "/robots.txt": "robots.txt",
};

test.each(Object.entries(goldenFiles))("%s is the golden document %s, byte for byte", (path, file) => {
  const text = textAt(path, goldenEdition);
  expect(text).toBe(goldenText(file, text));
});
