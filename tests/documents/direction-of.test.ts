import { expect, test } from "vitest";
import * as inBrowsers from "../../src/browser/direction-of.ts";
import * as onPages from "../../src/documents/pages/language.ts";

const TAGS = "en ar AR ar-Latn arc ckb dv fa he iw ks ku ku-Arab nqo pa-Arab pnb ps sd syr ug ur yi zh".split(
  " ",
);
const TEXTS = [
  "Apple تطلق iPhone 17",
  "COVID-19: לא",
  "Sport 2026",
  "ޚަބަރު",
  "𞤀𞤣𞤤𞤢𞤥",
  "ܣܘܪܝܝܐ",
  "ߒߞߏ",
  "",
  "港の灯り",
];

test.each(TAGS)("what other sites show in %s runs as our pages do", (language) => {
  expect(inBrowsers.isRightToLeft(language)).toBe(onPages.isRightToLeft(language));
  const directions = TEXTS.map((text) => inBrowsers.directionOf(text, language));
  expect(directions).toEqual(TEXTS.map((text) => onPages.directionOf(text, language)));
});

test("a text in Arabic or Hebrew that begins with a Latin name is not turned round", () => {
  expect(inBrowsers.directionOf("Apple تطلق iPhone 17", "ar")).toBe("rtl");
  expect(inBrowsers.directionOf("Apple launches iPhone 17", "ar")).toBe("auto");
  expect(inBrowsers.directionOf("Apple تطلق iPhone 17", "en")).toBe("auto");
});
