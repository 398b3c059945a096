import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleScript, bundleScripts } from "../../src/cli/bundle-scripts.ts";

/** What other sites may have written into their pages: a release that is here must stay as it is. */
const DIGESTS: Readonly<Record<string, string>> = {
  "1.0.0": "sha384-TnuwBIJ5VY6/NrFeCvyiZnt5hrkUA4Gf2Fh8K8iSjrfKZVi0al+f1eeBSUtx4SjH",
};

const { embed } = await bundleScripts();

test("the newest release is what its source says: whoever changes the one makes the other, with a number of its own", async () => {
  // How to make it: docs/embedding.md, "Versions".
  expect(embed.at(-1)?.text).toBe(await bundleScript("embed"));
});

test("no release has changed, and none has gone", () => {
  expect(Object.fromEntries(embed.map(({ version, integrity }) => [version, integrity]))).toEqual(DIGESTS);
  for (const { text, integrity } of embed) {
    expect(integrity).toBe(`sha384-${createHash("sha384").update(text).digest("base64")}`);
  }
});

test("the script weighs less than 3 KB compressed", () => {
  for (const { text } of embed) expect(gzipSync(text, { level: 9 }).length).toBeLessThan(3_000);
});
