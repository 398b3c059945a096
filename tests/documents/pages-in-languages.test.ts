import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attributeOf, textIn } from "../../src/cli/check/html-tree.ts";
import { en } from "../../src/documents/pages/words/en.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { elementsAt } from "./pages-by-path.ts";
import { article, channelOf, editionOf, headline } from "./sample-edition.ts";

function rootOf(path: string, edition: Edition) {
  const [root] = elementsAt(path, edition, ({ tagName }) => tagName === "html");
  return { lang: attributeOf(root, "lang"), dir: attributeOf(root, "dir") };
}

test.each([
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["pa-Arab-PK", "rtl"],
  ["az-Latn", "ltr"],
  ["ar-Latn", "ltr"],
  ["arn", "ltr"],
  ["ja", "ltr"],
  ["zh-Hant-TW", "ltr"],
  ["en", "ltr"],
])("a page in %s runs in the direction of its language", (language, dir) => {
  const items = [article({ language })];
  const channel = channelOf("language", "languages/some", items, { language });
  const edition = { ...editionOf(items), channels: [channel] };
  expect(rootOf("/articles/plain-article", edition)).toEqual({ lang: language, dir });
  expect(rootOf("/languages/some", edition)).toEqual({ lang: language, dir });
  expect(rootOf("/", edition)).toEqual({ lang: "en-GB", dir: "ltr" });
});

test("the name of the site says its language on a page in another one, and only there", () => {
  const edition = editionOf([article({ language: "ja" }), headline()]);
  const nameOn = (path: string) => {
    const [link] = elementsAt(
      path,
      edition,
      (element) => textIn(element) === "The Lumen Wire" && element.tagName === "a",
    );
    return attributeOf(link, "lang");
  };
  expect(nameOn("/articles/plain-article")).toBe("en-GB");
  expect(nameOn("/headlines/plain-headline")).toBe(null);
});

test("a title in a list says its language if it is not that of the list", () => {
  const items = [
    headline({ title: "港口", language: "zh-Hans" }),
    headline({ slug: "other", title: "Harbour" }),
  ];
  const languageOf = (title: string) => {
    const [link] = elementsAt(
      "/",
      editionOf(items),
      (element) => element.tagName === "a" && textIn(element) === title,
    );
    return attributeOf(link, "lang");
  };
  expect(languageOf("港口")).toBe("zh-Hans");
  expect(languageOf("Harbour")).toBe(null);
});

/** What is marked as English on the page of an article, in a publication of the article's language. */
function englishOnArticle(language: string, words: Readonly<Record<string, string>> = {}) {
  const edition = editionOf([article({ language })], { rights: null, language });
  const theme = { ...edition.site.theme, words };
  const elements = elementsAt(
    "/articles/plain-article",
    { ...edition, site: { ...edition.site, theme } },
    () => true,
  );
  return elements
    .filter((element) => attributeOf(element, "lang") === "en")
    .map((element) => [textIn(element).trim(), attributeOf(element, "dir")] as const);
}

const formats = ["RSS", "Atom", "JSON Feed", "RSS", "Atom", "JSON Feed"].map((name) => [name, null]);

test("the words of the frame are in the language of the page, and names of formats are marked as English", () => {
  expect(englishOnArticle("ar")).toEqual(formats);
  const [skip] = elementsAt("/", editionOf([], { language: "de-AT" }), ({ tagName }) => tagName === "a");
  expect(skip && textIn(skip)).toBe("Zum Text springen");
});

test("where we have no words of a language they are English, and say so", () => {
  expect(englishOnArticle("ckb")).toEqual([
    ["Skip to the text", "ltr"],
    ["Front page\nArticles", "ltr"],
    ["Subscribe", "ltr"],
    ["Feeds", "ltr"],
    ...formats,
    ["All feeds", "ltr"],
    ["Archive", "ltr"],
  ]);
  expect(englishOnArticle("cy").map(([, dir]) => dir)).not.toContain("ltr");
});

test("words of the publisher's own are in the language of the publication", () => {
  const own = { skip: "Neidio i'r testun", trail: "Lle mae'r dudalen", archive: "Archif" };
  const names = formats.map(([name]) => name);
  // The way to the page is not all in one language any more.
  const crumbs = ["Front page", "Articles"];
  expect(englishOnArticle("cy", own).map(([text]) => text)).toEqual([
    ...crumbs,
    "Subscribe",
    "Feeds",
    ...names,
    "All feeds",
  ]);
});

test.each([
  ["en", "Friday, 16 January 2026", "January 2026"],
  ["en-US", "Friday, January 16, 2026", "January 2026"],
  ["de", "Freitag, 16. Januar 2026", "Januar 2026"],
  ["fr", "Vendredi 16 janvier 2026", "Janvier 2026"],
  ["es-MX", "Viernes, 16 de enero de 2026", "Enero de 2026"],
  ["ru", "Пятница, 16 января 2026", "Январь 2026"],
  ["ar", "الجمعة، 16 يناير 2026", "يناير 2026"],
  ["he", "יום שישי, 16 בינואר 2026", "ינואר 2026"],
  ["ja", "2026年1月16日金曜日", "2026年1月"],
  ["ko", "2026년 1월 16일 금요일", "2026년 1월"],
  ["zh-TW", "2026年1月16日星期五", "2026年1月"],
  ["cy", "2026-01-16", "2026-01"],
])("a publication in %s writes days as %s and months as %s", (language, day, month) => {
  const edition = editionOf([article({ language })], { language });
  const texts = (path: string, name: string) =>
    elementsAt(path, edition, ({ tagName }) => tagName === name).map(textIn);
  expect(texts("/articles", "h2")).toContain(day);
  expect(texts("/archive/2026-01", "h1")).toEqual([month]);
});

test("dates and hours are those of the publication's clocks, with their distance from UTC", () => {
  const site = { timeZone: "America/St_Johns" };
  const late = new Date("2026-01-16T02:00:00Z");
  const edition = editionOf([article({ published: late, updated: late })], site);
  const times = elementsAt("/articles/plain-article", edition, ({ tagName }) => tagName === "time");
  expect(times.map(textIn)).toEqual(["15 January 2026, 22:30 UTC−3:30"]);
  expect(attributeOf(times[0], "datetime")).toBe("2026-01-16T02:00:00Z");
});

test("of an item that was published at midnight nobody knows the hour", () => {
  const published = new Date("2026-01-16T00:00:00Z");
  const edition = editionOf([article({ published, updated: published })]);
  const times = elementsAt("/articles/plain-article", edition, ({ tagName }) => tagName === "time");
  expect(times.map(textIn)).toEqual(["16 January 2026"]);
});

test.each<readonly [language: string, dir: string | null, because: string]>([
  ["en", "auto", "an article may be in another language than it says"],
  ["he", null, "a Latin word at its start must not turn it round"],
])("the markup of an article in %s has dir=%s: %s", (language, dir) => {
  const edition = editionOf([article({ language, html: "<p>iPhone</p>" })]);
  const [body] = elementsAt("/articles/plain-article", edition, ({ tagName }) => tagName === "div");
  expect(attributeOf(body, "dir")).toBe(dir);
});

test.each([
  "/",
  "/all",
  "/articles/apple",
  "/articles/later",
  "/headlines/plain-headline",
  "/archive/2026-01",
])("on %s a text from right to left is not turned round by a Latin name at its start", (path) => {
  const title = "Apple تطلق iPhone 17 في مصر (بسعر $999)";
  const language = "ar-EG";
  const items = [
    article({ slug: "later", title: "Whose?", language }),
    article({ slug: "apple", title, language, summary: title, html: null, paragraphs: [title] }),
    headline({ title, language }),
  ];
  const edition = { ...editionOf(items, { language }), channels: [channelOf("all", "all", items)] };
  const directions = new Map<string, Set<string | null>>();
  for (const element of elementsAt(path, edition, (one) => attributeOf(one, "dir") !== null)) {
    const text = textIn(element);
    directions.set(text, (directions.get(text) ?? new Set()).add(attributeOf(element, "dir")));
  }
  expect([...(directions.get(title) ?? [])]).toEqual(["rtl"]);
  // What is in another language, though nobody said so, is not turned round either.
  expect([...(directions.get("Whose?") ?? ["auto"])]).toEqual(["auto"]);
});

test("each table of words has as many gaps in each text as the English one", async () => {
  const folder = join(import.meta.dirname, "../../src/documents/pages/words");
  const files = readdirSync(folder).filter((file) => /^[a-z]{2}(?:-[a-z]+)?\.ts$/.test(file));
  expect(files.length).toBeGreaterThan(10);
  const gapsIn = (table: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(table).map(([key, text]) => [key, text.split("{}").length - 1]));
  for (const file of files) {
    const [table] = Object.values<Readonly<Record<string, string>>>(await import(join(folder, file)));
    expect([file, gapsIn(table ?? {})]).toEqual([file, gapsIn(en)]);
  }
});
