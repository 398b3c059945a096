// How long it takes until one changed article is in a new edition: npm run bench -- one-change
// ITEMS says of how many, in place of 1,000 and 10,000. In one process, as `npm start` does it, and as `npm run ingest` and
// `npm run build` do it, each in a process of its own and from its start to its end.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { bundleScripts } from "../src/cli/bundle-scripts.ts";
import { compileEdition } from "../src/cli/compile-edition.ts";
import { DataReader } from "../src/cli/data-reader.ts";
import { packPreview } from "../src/cli/preview.ts";
import { PreviewPacks } from "../src/cli/preview-packs.ts";
import { requireLedger } from "../src/cli/require-ledger.ts";
import { replaceRepresentations } from "../src/cli/write-worker.ts";
import type { Made } from "../src/delivery/pack-edition.ts";
import type { Ledger } from "../src/edition/ledger.ts";
import { measureCommand } from "./mixed-site/measure-command.ts";
import { ITEMS_PER_ARTICLE, writeSite } from "./mixed-site/write-site.ts";

const WORDS = 350;
const CHANGES = 5;
const BUILDS = 3;
/** Files that were just written are not trusted to be unchanged. */
const SETTLED_MS = 3500;

/** Milliseconds of each stage. */
type Times = Readonly<Record<string, number>>;
/** What a process prints. */
type Report = { readonly full: Times; readonly changes: readonly Times[] };

const [mode, folder = ""] = process.argv.slice(2);
if (mode === "live") console.log(JSON.stringify(await live(folder)));
else for (const items of sizes()) await measure(items);

function sizes(): readonly number[] {
  return process.env.ITEMS === undefined ? [1000, 10_000] : [Number(process.env.ITEMS)];
}

async function measure(items: number): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "teleprinter-one-change-"));
  try {
    writeSite(dataIn(place), Math.round(items / ITEMS_PER_ARTICLE), WORDS);
    await setTimeout(SETTLED_MS);
    const { full, changes } = inProcess(place);
    console.log(`${items} items, milliseconds`);
    print("in one process", full, median(changes));
    await setTimeout(SETTLED_MS);
    const cold = withCommands(place);
    const warm = Array.from({ length: BUILDS }, (_, i) => {
      edit(place, CHANGES + i);
      return withCommands(place);
    });
    print("a process for each", cold, median(warm));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function dataIn(place: string): string {
  return join(place, "data");
}

function inProcess(place: string): Report {
  const { status, stdout } = spawnSync(process.execPath, [import.meta.filename, "live", place], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`Cannot measure: the process ended with ${status}`);
  return JSON.parse(stdout);
}

/** The first edition, with everything new, then one article changed again and again. */
async function live(place: string): Promise<Report> {
  const out = join(place, "preview");
  const scripts = await bundleScripts();
  const packs = new PreviewPacks(join(out, "assets"));
  await packs.clear();
  mkdirSync(join(out, "worker"));
  const reader = new DataReader(dataIn(place), undefined, null);
  let ledger: Ledger | undefined;
  let made: Made | undefined;
  const round = async (): Promise<Times> => {
    const started = performance.now();
    const data = await reader.read();
    const read = performance.now();
    const known = ledger ?? requireLedger(data.ledger, place);
    const compiled = compileEdition({ ...data, ledger: known }, new Date(), "ingest");
    const compile = performance.now();
    const packed = await packPreview(compiled, scripts, packs, made);
    const pack = performance.now();
    await replaceRepresentations(join(out, "worker"), packed.pieces, join(out, "next.bin"));
    const write = performance.now();
    ({ ledger } = compiled);
    ({ made } = packed);
    return { read: read - started, compile: compile - read, pack: pack - compile, write: write - pack };
  };
  const full = await round();
  const changes: Times[] = [];
  for (let i = 0; i < CHANGES; i += 1) {
    edit(place, i);
    changes.push(await round());
  }
  return { full, changes };
}

/** What a publisher runs. */
function withCommands(place: string): Times {
  const data = ["--data", dataIn(place)];
  const ingest = measureCommand("ingest", ...data);
  const build = measureCommand("build", ...data, "--out", join(place, "dist"));
  return { ingest: ingest.seconds * 1000, build: build.seconds * 1000 };
}

/** One article says one thing more. */
function edit(place: string, i: number): void {
  const file = join(dataIn(place), "articles/m0/story-7.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}\nEdit ${i}.\n`);
}

function median(rounds: readonly Times[]): Times {
  const stages = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    stages.map((stage) => {
      const sorted = rounds.map((times) => times[stage] ?? 0).sort((a, b) => a - b);
      return [stage, sorted[Math.floor(sorted.length / 2)] ?? 0];
    }),
  );
}

function print(title: string, full: Times, change: Times): void {
  console.log(`  ${title.padEnd(20)} ${"all new".padStart(8)} ${"one edit".padStart(9)}`);
  const row = (name: string, before: number, after: number) =>
    console.log(
      `    ${name.padEnd(18)} ${before.toFixed(0).padStart(8)} ${after.toFixed(0).padStart(9)}  ${(after / before).toFixed(2)}`,
    );
  for (const [stage, ms] of Object.entries(full)) row(stage, ms, change[stage] ?? 0);
  row("together", sum(full), sum(change));
}

function sum(times: Times): number {
  return Object.values(times).reduce((total, ms) => total + ms, 0);
}
