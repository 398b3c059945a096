import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileEdition } from "../../src/cli/compile-edition.ts";
import { readData } from "../../src/cli/read-data.ts";
import { startWorkerd, type Workerd } from "../../src/cli/start-workerd.ts";
import { formatLedger } from "../../src/edition/format-ledger.ts";
import { foundLedger } from "../../src/edition/found-ledger.ts";
import type { Ledger, Validators } from "../../src/edition/ledger.ts";
import { runCli } from "../cli/run-cli.ts";
import { SeededRandom } from "../edition/seeded-random.ts";
import { writeTitle } from "../edition/write-titles.ts";

const EDITIONS = 15;
const folder = mkdtempSync(join(tmpdir(), "teleprinter-deltas-"));
const [data, out] = [join(folder, "data"), join(folder, "out")];
const random = new SeededRandom(1);
let workerd: Workerd;
let ledger: Ledger = foundLedger("2b1f3c58-3a50-4f0e-9c1b-5f3c7a1d9e02", new Date("2020-01-01T00:00:00Z"));

beforeAll(async () => {
  mkdirSync(join(data, "newswire"), { recursive: true });
  writeFileSync(join(data, "site.yaml"), "title: The Delta Wire\nurl: https://delta.wire.test\n");
  writePage("first", 95);
  for (let day = 1; day <= EDITIONS; day += 1) {
    writePage(`day-${day}`, 1);
    const read = { ...(await readData(data)), ledger };
    ledger = compileEdition(read, new Date(Date.UTC(2020, 1, day)), "ingest").ledger;
  }
  writeFileSync(join(data, "ledger.json"), formatLedger(ledger));
  const { status, stderr } = await runCli(["build", "--data", data, "--out", out]);
  if (status !== 0) throw new Error(stderr);
  workerd = await startWorkerd(out);
}, 60_000);

afterAll(async () => {
  await workerd.stop();
  rmSync(folder, { recursive: true });
});

function writePage(name: string, headlines: number): void {
  const style = { vocabulary: 600, templates: 0, titleCase: 0 };
  const titles = Array.from({ length: headlines }, (_, i) => `${writeTitle(random, style)} ${name} ${i}`);
  writeFileSync(join(data, "newswire", `${name}.txt`), `${titles.join("\n")}\n`);
}

function ask(path: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`http://127.0.0.1:${workerd.port}${path}`, { headers });
}

function validatorsOf(path: string): readonly [now: Validators, before: Validators, ...Validators[]] {
  const [now, before, ...older] = ledger.documents.find((one) => one.path === path)?.validators ?? [];
  if (now === undefined || before === undefined) throw new Error(`${path} has no history`);
  return [now, before, ...older];
}

const items = (text: string) => text.match(/<(item|entry)\b.*?<\/\1>/gs) ?? [];

test.each(["/rss.xml", "/atom.xml", "/headlines/rss.xml", "/headlines/atom.xml"])(
  "the built Worker answers who has the last edition of %s with what is new and a little more",
  async (path) => {
    const [now, before] = validatorsOf(path);
    const whole = await (await ask(path, {})).text();
    const asks = { "A-IM": "feed", "If-None-Match": before.etag };
    for (const coding of ["identity", "gzip"]) {
      const response = await ask(path, { ...asks, "Accept-Encoding": coding });
      const { headers } = response;
      expect([response.status, headers.get("IM"), headers.get("Delta-Base")]).toEqual([
        226,
        "feed",
        before.etag,
      ]);
      expect(headers.get("Content-Encoding")).toBe(coding === "gzip" ? coding : null);
      expect([headers.get("ETag"), headers.get("Cache-Control")]).toEqual([now.etag, "no-store, im"]);
      const part = await response.text();
      expect(items(part)[0]).toBe(items(whole)[0]);
      expect(items(whole)).toEqual(expect.arrayContaining(items(part)));
      expect(items(part).length).toBeLessThan(items(whole).length / 2);
    }
    expect((await ask(path, { ...asks, "If-None-Match": now.etag })).status).toBe(304);
    expect((await ask(path, { "If-None-Match": before.etag })).status).toBe(200);
  },
);
