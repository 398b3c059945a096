import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCompressed, writeCompressed } from "../../src/cli/compressed-memory.ts";
import { temporaryFolder } from "./run-cli.ts";

const bodies = new Map([
  ['gzip W/"1"', { bytes: Buffer.from("one") }],
  ['br 11 W/"1"', { bytes: Buffer.from("") }],
  ['br 9 W/"größe"', { bytes: Buffer.from([0, 10, 255]) }],
]);

test("What was compressed is there again for the next build", async () => {
  const out = temporaryFolder();
  expect((await readCompressed(out)).size).toBe(0);
  await writeCompressed(out, bodies);
  const read = await readCompressed(out);
  expect(Array.from(read, ([key, { bytes }]) => [key, [...bytes]])).toEqual(
    Array.from(bodies, ([key, { bytes }]) => [key, [...bytes]]),
  );
});

test.each([
  ["is damaged", (file: Buffer) => Buffer.from([...file.subarray(0, -1), 7])],
  ["is cut", (file: Buffer) => file.subarray(0, -1)],
  ["is another", () => Buffer.from("{}\n")],
  ["is empty", () => Buffer.alloc(0)],
  [
    "says other lengths",
    (file: Buffer) => Buffer.from(file.toString("latin1").replace(`",3]`, `",2]`), "latin1"),
  ],
  [
    "came from other code",
    (file: Buffer) => Buffer.from(file.toString("latin1").replace(/"digest":"../, '"digest":"zz'), "latin1"),
  ],
])("A file that %s is not used", async (_, spoil) => {
  const out = temporaryFolder();
  await writeCompressed(out, bodies);
  const file = join(out, "compressed.bin");
  writeFileSync(file, spoil(readFileSync(file)));
  expect((await readCompressed(out)).size).toBe(0);
});
