import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { linksOf, mediaFilesOf } from "../../src/articles/article-files.ts";
import { articleKeys } from "../../src/articles/article-schema.ts";
import { parseArticle } from "../../src/articles/parse-article.ts";

const root = join(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/articles.md"), "utf8");

test("the example in docs/articles.md is an article without problems", () => {
  const [, example = ""] = /\n```markdown\n(.*?)```\n/s.exec(guide) ?? [];
  const { article, problems } = parseArticle(example, "articles/2026/harbour.md", "https://wire.example");
  expect(problems).toEqual([]);
  if (article === null) throw new Error("the example is no article");
  expect(article.title).toBe("The harbour reopens");
  expect(mediaFilesOf(article)).toEqual(["articles/2026/crane.jpg"]);
  expect(linksOf(article)).toContain("articles/2026/floods.md");
});

test("docs/articles.md explains every key of the front matter", () => {
  const rows = guide.matchAll(/^\| `(\w+)`(?: \(`(\w+)`\))? \| /gm);
  const keys = [...rows].flatMap(([, key, twin]) => (twin === undefined ? [key] : [key, twin]));
  expect(keys.toSorted()).toEqual(articleKeys([]).toSorted());
});

test("docs/articles.md explains every kind of problem of an article", () => {
  const source = readFileSync(join(root, "src/articles/article-problem.ts"), "utf8");
  const kinds = [...source.matchAll(/^ {2}\| "([a-z0-9-]+)"/gm)].map(([, kind = ""]) => kind);
  expect(kinds.length).toBeGreaterThan(5);
  expect(kinds.filter((kind) => !guide.includes(`| \`${kind}\` |`))).toEqual([]);
});
