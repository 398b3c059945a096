import { expect, test } from "vitest";
import { brokenRules } from "./spoiled-documents.ts";

/** What is made of the content of one format: the others disagree, too. */
const rows: readonly (readonly [from: string, to: string, rule: string])[] = [
  ["<p>O <a", "<p>O <svg></svg><a", "Item 10: The content holds only text and pictures"],
  [
    "<p>O <a",
    '<p>O <iframe src=\\"https://x.example/\\"></iframe><a',
    "Item 10: The content holds only text and pictures",
  ],
  ["<p>O <a", "<p>O <input><a", "Item 10: The content holds only text and pictures"],
  ["<p>O <a", '<p style=\\"color:red\\">O <a', "Item 10: The content has no styles and scripts"],
  ["<p><img ", '<p><img onerror=\\"x\\" ', "Item 10: The content has no styles and scripts"],
  [
    '<p><img src=\\"https://wire.example/',
    '<p><img src=\\"/',
    "Item 10: src in the content is an absolute URL",
  ],
  ['<p><img src=\\"https:', '<p><img src=\\"', "Item 10: src in the content is an absolute URL"],
  [
    "<p><img ",
    '<p><img srcset=\\"https://x.example/a.jpg 1x, b.jpg 2x\\" ',
    "Item 10: srcset in the content is an absolute URL",
  ],
  [
    "<p><img ",
    '<p><img srcset=\\"https://x.example/a.jpg 1x,b.jpg 2x\\" ',
    "Item 10: srcset in the content is an absolute URL",
  ],
  [
    "<p>O <a",
    '<p><video poster=\\"a.jpg\\"></video>O <a',
    "Item 10: poster in the content is an absolute URL",
  ],
  ["<p>O <a", '<p><q cite=\\"#note\\">x</q>O <a', "Item 10: cite in the content is an absolute URL"],
  [
    '<a href=\\"https://wire.example/articles/fish-prices-fall?a=1&amp;b=2\\"',
    '<a href=\\"javascript:x\\"',
    "Item 10: href in the content is an absolute URL",
  ],
  [
    '<a href=\\"https://wire.example/articles/fish-prices-fall?a=1&amp;b=2\\"',
    '<a href=\\"#o-guindaste\\"',
    "Item 10: href in the content is an absolute URL",
  ],
];

test.each(rows)("in a content, %j made %j: %s", (from, to, rule) => {
  const rules = brokenRules("/feed.json", from, to);
  expect(rules.filter((other) => !other.startsWith("The HTML of item"))).toEqual([rule]);
});
