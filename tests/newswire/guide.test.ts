import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describePage } from "../../src/newswire/describe-page.ts";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";

const root = join(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/newswire.md"), "utf8");

test("the example in docs/newswire.md becomes what the guide says", () => {
  const page = /\n```\n(.*?)```\n/s.exec(guide)?.[1] ?? "";
  const json = /\n```json\n(.*?)```\n/s.exec(guide)?.[1] ?? "";
  expect(describePage(parseNewswire(page))).toEqual(JSON.parse(json));
});

test("docs/newswire.md explains every kind of problem, in their order", () => {
  const kinds = readFileSync(join(root, "src/newswire/problem.ts"), "utf8").matchAll(
    /^ {2}\| "([a-z0-9-]+)"/gm,
  );
  const explained = guide.matchAll(/^\| `([a-z0-9-]+)` \| \S/gm);
  expect([...explained].map(([, kind]) => kind)).toEqual([...kinds].map(([, kind]) => kind));
});
