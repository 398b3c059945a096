// How long it takes until one changed article is in a new edition: npm run bench -- one-change
// ITEMS says of how many, in place of 1,000 and 10,000. In one process, as `npm start` does it, and in a process of its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { bundleScripts } from "../src/cli/bundle-scripts.ts";
import { type CompiledEdition, compileEdition } from "../src/cli/compile-edition.ts";
import { DataReader } from "../src/cli/data-reader.ts";
import { requireLedger } from "../src/cli/require-ledger.ts";
import { renderDocuments } from "../src/documents/render-documents.ts";
import { formatLedger } from "../src/edition/format-ledger.ts";
import { ITEMS_PER_ARTICLE, writeSite } from "./mixed-site/write-site.ts";

const WORDS = 350;
const CHANGES = 5;
/** Files that were just written are not trusted to be unchanged. */
const SETTLED_MS = 3500;

type Stage = "start" | "read" | "compile" | "render";
type Times = Partial<Record<Stage, number>>;
/** What a process prints. */
type Report = { readonly full: Times; readonly changes: readonly Times[] };

const started = performance.now();
const scripts = await bundleScripts();
const [mode, folder = ""] = process.argv.slice(2);
if (mode === "live") console.log(JSON.stringify(await live(folder)));
else if (mode === "fresh") console.log(JSON.stringify(await fresh(folder)));
else for (const items of sizes()) await measure(items);

function sizes(): readonly number[] {
  return process.env.ITEMS === undefined ? [1000, 10_000] : [Number(process.env.ITEMS)];
}

async function measure(items: number): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), "teleprinter-one-change-"));
  try {
    writeSite(data, Math.round(items / ITEMS_PER_ARTICLE), WORDS);
    await setTimeout(SETTLED_MS);
    const { full, changes } = inProcess("live", data);
    rmSync(join(data, ".cache"), { recursive: true });
    await setTimeout(SETTLED_MS);
    const cold = inProcess("fresh", data).full;
    const warm = Array.from({ length: CHANGES }, (_, i) => {
      edit(data, i);
      return inProcess("fresh", data).full;
    });
    console.log(`${items} items, milliseconds`);
    print("in one process", full, median(changes));
    print("a process for each", cold, median(warm));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

function inProcess(kind: "live" | "fresh", data: string): Report {
  const { status, stdout } = spawnSync(process.execPath, ["--expose-gc", import.meta.filename, kind, data], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "teleprinter-bench-compiled"), ...process.env },
  });
  if (status !== 0) throw new Error(`Cannot measure: the process ended with ${status}`);
  return JSON.parse(stdout);
}

/** The first edition, with everything new, then one article changed again and again. */
async function live(data: string): Promise<Report> {
  const reader = new DataReader(data, undefined, join(data, ".cache"));
  let shown: Shown | undefined;
  const round = async () => {
    const times: Times = {};
    const read = await timed(times, "read", () => reader.read());
    const ledger = shown?.compiled.ledger ?? requireLedger(read.ledger, data);
    const compiled = await timed(times, "compile", () =>
      compileEdition({ ...read, ledger }, new Date(), "ingest"),
    );
    const parts = await timed(times, "render", () =>
      Array.from(renderDocuments(compiled.edition, scripts), (one) => one.parts),
    );
    shown = { compiled, parts };
    return times;
  };
  const full = await round();
  if (shown !== undefined) writeFileSync(join(data, "ledger.json"), formatLedger(shown.compiled.ledger));
  const changes: Times[] = [];
  for (let i = 0; i < CHANGES; i += 1) {
    edit(data, i);
    globalThis.gc?.();
    changes.push(await round());
  }
  return { full, changes };
}

/** What is served goes on being held. */
type Shown = { readonly compiled: CompiledEdition; readonly parts: readonly (readonly string[])[] };

/** As `npm run ingest` does it, without writing the ledger. */
async function fresh(data: string): Promise<Report> {
  const times: Times = { start: started };
  const reader = new DataReader(data, undefined, join(data, ".cache"));
  const read = await timed(times, "read", () => reader.read());
  const ledger = requireLedger(read.ledger, data);
  await timed(times, "compile", () => compileEdition({ ...read, ledger }, new Date(), "ingest"));
  return { full: times, changes: [] };
}

async function timed<T>(times: Times, stage: Stage, work: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times[stage] = performance.now() - start;
  return result;
}

/** One article says one thing more. */
function edit(data: string, i: number): void {
  const file = join(data, "articles/m0/story-7.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}\nEdit ${i}.\n`);
}

function median(rounds: readonly Times[]): Times {
  const stages = Object.keys(rounds[0] ?? {}).filter(isStage);
  return Object.fromEntries(
    stages.map((stage) => {
      const sorted = rounds.map((times) => times[stage] ?? 0).sort((a, b) => a - b);
      return [stage, sorted[Math.floor(sorted.length / 2)] ?? 0];
    }),
  );
}

function isStage(key: string): key is Stage {
  return ["start", "read", "compile", "render"].includes(key);
}

function print(title: string, full: Times, change: Times): void {
  console.log(`  ${title.padEnd(20)} ${"all new".padStart(8)} ${"one edit".padStart(9)}`);
  const row = (name: string, before: number, after: number) =>
    console.log(
      `    ${name.padEnd(18)} ${before.toFixed(0).padStart(8)} ${after.toFixed(0).padStart(9)}  ${(after / before).toFixed(2)}`,
    );
  for (const stage of Object.keys(full).filter(isStage)) row(stage, full[stage] ?? 0, change[stage] ?? 0);
  row("together", sum(full), sum(change));
}

function sum(times: Times): number {
  return Object.values(times).reduce((total, ms) => total + ms, 0);
}
