import { expect, test } from "vitest";
import { PageWeights } from "../../src/cli/page-weights.ts";
import type { Document } from "../../src/documents/document.ts";
import { SeededRandom } from "../edition/seeded-random.ts";

/** Letters of which about a character stays a byte however they are compressed. */
function noise(kilobytes: number): string {
  const random = new SeededRandom(kilobytes);
  const code = () => random.between(0x100, 0xfff);
  return Array.from({ length: kilobytes * 620 }, () => String.fromCharCode(code())).join("");
}

function page(path: string, main: string, head = ""): Document {
  return {
    kind: "page",
    path,
    mediaType: "text/html",
    parts: [`<head>${head}</head>`, `<main>${main}</main>`, "<footer></footer>"],
    links: [],
  };
}

function weigh(...documents: readonly Document[]) {
  const weights = new PageWeights();
  for (const document of documents) weights.add(document);
  return weights.describe();
}

/** In KB, by kind. */
function weightsIn(summary: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...summary.matchAll(/(\S+) ([\d.]+) KB/g)].map(([, kind = "", kb]) => [kind, Number(kb)]),
  );
}

test("the heaviest page of each kind is named with its weight, the heaviest first", () => {
  const { summary, warnings } = weigh(
    page("/", noise(3)),
    page("/sections/a", noise(1)),
    page("/sections/b", noise(6)),
    page("/sections/c", noise(2)),
    { ...page("/404", "Nothing"), kind: "missing" },
  );
  const weights = weightsIn(summary);
  expect(Object.keys(weights)).toEqual(["/sections/…", "/", "missing"]);
  expect(weights["/sections/…"]).toBeGreaterThan(5);
  expect(weights["/sections/…"]).toBeLessThan(8);
  expect(warnings).toEqual([]);
});

test("style and scripts weigh with the page that loads them", () => {
  const asset = (path: string): Document => ({ ...page(path, ""), kind: "asset", parts: [noise(5)] });
  const { summary } = weigh(
    page("/", "", `<link rel="stylesheet" href="https://wire.example/assets/style-1.css">`),
    page("/feeds", ""),
    asset("/assets/style-1.css"),
    asset("/assets/script-1.js"),
  );
  const weights = weightsIn(summary);
  expect((weights["/"] ?? 0) - (weights["/feeds"] ?? 0)).toBeGreaterThan(4);
  expect(weights["/"]).toBeLessThan(8);
});

test("a page heavier than a first round trip brings is warned of, with its address", () => {
  const { warnings } = weigh(page("/tags/harbour", noise(20)), page("/tags/pier", noise(2)));
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^\/tags\/harbour weighs \d+\.\d KB; expected no more than 14\.0 KB/);
});

test("an item's own text may be as long as it is, but not what stands around it", () => {
  expect(weigh(page("/articles/long", noise(40))).warnings).toEqual([]);
  expect(weigh(page("/articles/long", "", noise(20))).warnings).toHaveLength(1);
  expect(weigh(page("/articles", noise(20))).warnings).toHaveLength(1);
});
