import { expect, test } from "vitest";
import { slugMinter, slugOf } from "../../src/edition/make-slug.ts";
import { idMinter, uuidV5 } from "../../src/edition/mint-id.ts";
import { SeededRandom } from "./seeded-random.ts";
import { writeTitle } from "./write-titles.ts";

test("a version 5 UUID is that of RFC 9562, appendix A.4", () => {
  expect(uuidV5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
});

test("a number settles clashes of ids, the same way every time", () => {
  const namespace = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
  const mint = idMinter(namespace, []);
  const [one = "", two = "", three = ""] = [mint("Weather"), mint("Weather"), mint("Weather")];
  expect(new Set([one, two, three]).size).toBe(3);
  expect(idMinter(namespace, [one])("Weather")).toBe(two);
  expect(idMinter(namespace, [one, two])("Weather")).toBe(three);
});

const mint = (title: string, taken: readonly string[] = []) =>
  slugMinter(taken)(title, "headline", "urn:uuid:840f6b63-2b2d");

test.each([
  ["Trump Signs Executive Order", "trump-signs-executive-order"],
  ["U.S.-Denmark-Greenland Talks", "us-denmark-greenland-talks"],
  ["Café prices rise 25%", "cafe-prices-rise-25percent"],
  ["Ναυτικός", "naytikos"],
  ["中央銀行、金利を据え置き", "中央銀行-金利を据え置き"],
  ["日本銀行の総裁 50 元", "日本銀行の総裁-50-元"],
  ["विश्व समाचार", "विश्व-समाचार"],
  ["🚀🔥", "headline-840f6b63"],
  ["---", "headline-840f6b63"],
  ["Archive", "archive-2"],
  ["RSS", "rss-2"],
  ["\ud800 lone", "lone"],
])("the slug of %s is %s", (title, slug) => {
  expect(mint(title)).toBe(slug);
});

test("Arabic titles have slugs that differ", () => {
  const slugs = ["هل يرتفع سعر الخبز؟", "البنك المركزي يثبت الفائدة"].map((title) => mint(title));
  expect(slugs.every((slug) => slug.length > 5)).toBe(true);
  expect(new Set(slugs).size).toBe(2);
});

test("a slug has at most 80 characters, ends at a word and cuts no character in two", () => {
  const long = mint("harbour ".repeat(30));
  expect(long).toBe(Array.from({ length: 10 }, () => "harbour").join("-"));
  expect(Array.from(mint("𠮷".repeat(200)))).toHaveLength(80);
  expect(mint("𠮷".repeat(200))).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  // The eightieth letter has a mark that would not fit: it goes with it.
  expect(mint(`${"क".repeat(79)}कि`)).toBe("क".repeat(79));
  expect(slugOf(`${"a".repeat(79)} b`)).toBe("a".repeat(79));
  const second = slugMinter(["x".repeat(80)])("x".repeat(80), "headline", "");
  expect(second).toBe(`${"x".repeat(78)}-2`);
});

test("slugs that are or were somebody's are not given again", () => {
  const next = slugMinter(["weather", "weather-2"]);
  expect([next("Weather", "headline", ""), next("weather!", "article", "")]).toEqual([
    "weather-3",
    "weather-4",
  ]);
});

test("30,000 real-looking titles, and 30,000 equal ones, have slugs that are neither empty nor equal", () => {
  const random = new SeededRandom(7);
  const style = { vocabulary: 200, templates: 0.5, titleCase: 0.5 };
  const real = Array.from({ length: 30_000 }, () => writeTitle(random, style));
  const equal = Array.from({ length: 30_000 }, () => "Weather");
  const next = slugMinter([]);
  const slugs = [...real, ...equal].map((title, i) => next(title, "headline", `urn:uuid:${i}`));
  expect(slugs.filter((slug) => slug === "" || Array.from(slug).length > 80)).toEqual([]);
  expect(new Set(slugs).size).toBe(60_000);
});
