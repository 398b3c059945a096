import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { describePage } from "../../src/newswire/describe-page.ts";
import { parseNewswire } from "../../src/newswire/parse-newswire.ts";
import { readNewswire } from "../../src/newswire/read-newswire.ts";

type Case = {
  readonly name: string;
  readonly input?: string;
  readonly inputBase64?: string;
  readonly expect: Readonly<Record<string, unknown>> & { readonly warnings: readonly string[] };
};
const cases: readonly Case[] = JSON.parse(readFileSync(join(import.meta.dirname, "cases.json"), "utf8"));

test.each(cases)("$name", ({ input, inputBase64, expect: expected }) => {
  const page =
    input === undefined ? readNewswire(Buffer.from(inputBase64 ?? "", "base64")) : parseNewswire(input);
  expect(describePage(page)).toEqual({ ...expected, warnings: expected.warnings.toSorted() });
});
