import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bundleScript, bundleScripts } from "../../src/cli/bundle-scripts.ts";
import { runCli, temporaryFolder } from "./run-cli.ts";

/** What other sites may have written into their pages: a release that is here must stay as it is. */
const DIGESTS: Readonly<Record<string, string>> = {
  "1.0.0": "sha384-f15dErdnyRHdckYUXwGXOnNb/oo4tuMBvXz14ucLHtfQQoLxNk+Qs9unnZ8mAEBn",
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

test("a command makes a release, and none a second time", async () => {
  const out = temporaryFolder();
  expect(await runCli(["release-embed", "9.0.1", "--out", out])).toMatchObject({ status: 0, stderr: "" });
  const made = () => readFileSync(join(out, "embed-9.0.1.js"), "utf8");
  expect(made()).toBe(await bundleScript("embed"));
  for (const args of [["9.0.1"], [], ["9"], ["../9.0.2"], ["9.0.3", "9.0.4"]]) {
    const { status, stderr } = await runCli(["release-embed", ...args, "--out", out]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^(?:Cannot write|Expected a version)/)]);
  }
  expect(readdirSync(out)).toEqual(["embed-9.0.1.js"]);
});
