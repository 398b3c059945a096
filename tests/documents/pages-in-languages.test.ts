import { expect, test } from "vitest";
import { attributeOf, textIn } from "../../src/cli/check/html-tree.ts";
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
  ["az-Latn", null],
  ["ar-Latn", null],
  ["arn", null],
  ["ja", null],
  ["zh-Hant-TW", null],
  ["en", null],
])("a page in %s runs in the direction of its language", (language, dir) => {
  const items = [article({ language })];
  const channel = channelOf("language", "languages/some", items, { language });
  const edition = { ...editionOf(items), channels: [channel] };
  expect(rootOf("/articles/plain-article", edition)).toEqual({ lang: language, dir });
  expect(rootOf("/languages/some", edition)).toEqual({ lang: language, dir });
  expect(rootOf("/", edition)).toEqual({ lang: "en-GB", dir: null });
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

test("the words of the frame are marked as English", () => {
  const edition = editionOf([article({ language: "ar", title: "ميناء", paragraphs: ["ميناء"] })], {
    title: "ميناء",
    description: "ميناء",
    rights: null,
    language: "ar",
  });
  const english = elementsAt(
    "/articles/plain-article",
    edition,
    (element) => attributeOf(element, "lang") === "en",
  );
  expect(english.map(textIn)).toEqual([
    "Skip to the text",
    "Feeds",
    ...["RSS", "Atom", "JSON Feed", "RSS", "Atom", "JSON Feed"],
    "All feeds",
  ]);
});

test.each<readonly [language: string, dir: string | null, because: string]>([
  ["en", "auto", "an article may be in another language than it says"],
  ["he", null, "a Latin word at its start must not turn it round"],
])("the markup of an article in %s has dir=%s: %s", (language, dir) => {
  const edition = editionOf([article({ language, html: "<p>iPhone</p>" })]);
  const [body] = elementsAt("/articles/plain-article", edition, ({ tagName }) => tagName === "div");
  expect(attributeOf(body, "dir")).toBe(dir);
});
