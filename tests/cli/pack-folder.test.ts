import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findFile } from "../../src/cli/list-files.ts";
import { PackFolder, readPack } from "../../src/cli/pack-folder.ts";
import { packNameOf } from "../../src/delivery/cold-packs.ts";
import { temporaryFolder } from "./run-cli.ts";

const contents = new Map(
  ["one pack", "another", "a third", "the last"]
    .map((text) => Buffer.from(text))
    .map((bytes) => [packNameOf(bytes), bytes] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
const [A = "", B = "", C = "", D = ""] = contents.keys();

const bytesOf = (name: string) => contents.get(name) ?? Buffer.alloc(0);

/** A build that writes these packs, as far as it finds no earlier one. @returns those it wrote */
async function build(out: string, names: readonly string[], isGood = true): Promise<readonly string[]> {
  const folder = new PackFolder(out);
  const written: string[] = [];
  for (const name of names) {
    if (folder.find(`key of ${name}`) === name) continue;
    await folder.write(name, bytesOf(name), `key of ${name}`);
    written.push(name);
  }
  if (isGood) await folder.finish(3);
  expect(folder.sizes).toEqual(names.map((name) => bytesOf(name).length));
  return written;
}

const filesIn = (out: string) =>
  readdirSync(join(out, "assets/packs"))
    .map((file) => file.slice(0, -4))
    .sort();

test("Packs stay for one edition longer than they are needed", async () => {
  const out = temporaryFolder();
  expect(await build(out, [A, B])).toEqual([A, B]);
  expect(await build(out, [B])).toEqual([]);
  expect(filesIn(out)).toEqual([A, B]);
  expect(await build(out, [B, C])).toEqual([C]);
  expect(filesIn(out)).toEqual([B, C]);
  expect(Buffer.from(readPack(out, C))).toEqual(bytesOf(C));
});

test("Packs of the edition before go at once where there would be too many files", async () => {
  const out = temporaryFolder();
  await build(out, [A, B]);
  await build(out, [C, D]);
  expect(filesIn(out)).toEqual([C, D]);
});

test("What a build that failed has left is removed by the next", async () => {
  const out = temporaryFolder();
  await build(out, [A]);
  await build(out, [B, C], false);
  expect(filesIn(out)).toEqual([A, B, C]);
  await build(out, [A]);
  expect(filesIn(out)).toEqual([A]);
});

test("A pack that was damaged, or made by other code, is written again", async () => {
  const out = temporaryFolder();
  await build(out, [A, B]);
  writeFileSync(join(out, `assets/packs/${A}.bin`), "cut");
  expect(await build(out, [A, B])).toEqual([A]);
  // Of the right length, and wrong all the same.
  writeFileSync(join(out, `assets/packs/${B}.bin`), Buffer.alloc(bytesOf(B).length));
  expect(await build(out, [A, B])).toEqual([B]);
  expect(Buffer.from(readPack(out, B))).toEqual(bytesOf(B));
  const list = join(out, "packs.json");
  writeFileSync(list, readFileSync(list, "utf8").replace(/"code":"../, '"code":"zz'));
  expect(await build(out, [A, B])).toEqual([A, B]);
  writeFileSync(list, "no list");
  expect(await build(out, [A, B])).toEqual([A, B]);
});

test("A pack is read again only if its file is not as it was found whole", async () => {
  const out = temporaryFolder();
  await build(out, [A]);
  const file = join(out, `assets/packs/${A}.bin`);
  writeFileSync(file, "damaged");
  // As if that had been found whole, and long after the last change: what is as it was then is believed.
  const stamp = findFile(out, `assets/packs/${A}.bin`)?.stamp ?? "";
  const list = join(out, "packs.json");
  writeFileSync(list, readFileSync(list, "utf8").replace(',""]', `,"${stamp}"]`));
  expect(new PackFolder(out).find(`key of ${A}`)).toBe(A);
  writeFileSync(file, "damagee");
  expect(new PackFolder(out).find(`key of ${A}`)).toBeUndefined();
  rmSync(file);
  expect(new PackFolder(out).find(`key of ${A}`)).toBeUndefined();
});

test("What was changed just now is not believed next time, whatever its stamp says", async () => {
  const out = temporaryFolder();
  await build(out, [A]);
  const now = new Date("2100-01-01");
  utimesSync(join(out, `assets/packs/${A}.bin`), now, now);
  await build(out, [A]);
  const { packs } = JSON.parse(readFileSync(join(out, "packs.json"), "utf8"));
  expect(packs).toEqual([[`key of ${A}`, A, bytesOf(A).length, ""]]);
});
