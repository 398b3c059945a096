// How time, memory and sizes grow with a site, and whether all of it is served: npm run bench -- sizes
// ITEMS says how many, as in ITEMS=100,100000; WORDS how long an article is. Each command is a process of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askEverything } from "./mixed-site/ask-everything.ts";
import { measureCommand } from "./mixed-site/measure-command.ts";
import { ITEMS_PER_ARTICLE, writeSite } from "./mixed-site/write-site.ts";

const ITEMS = (process.env.ITEMS ?? "100,1000,10000").split(",").map(Number);
const WORDS = Number(process.env.WORDS ?? 120);

console.log(`Articles of about ${WORDS} words, ${ITEMS_PER_ARTICLE} items for each: itself and headlines`);
for (const items of ITEMS) await measure(items);

async function measure(items: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-sizes-"));
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  try {
    writeSite(data, Math.round(items / ITEMS_PER_ARTICLE), WORDS);
    console.log(`\n${items} items`);
    run(items, "ingest", "--data", data);
    run(items, "build", "--data", data, "--out", out);
    run(items, "build", "--data", data, "--out", out);
    console.log(await askEverything(out));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(items: number, command: string, ...args: string[]): void {
  const { seconds, memory, said } = measureCommand(command, ...args);
  const each = ((seconds / items) * 1000).toFixed(2);
  console.log(
    `${command.padEnd(6)} ${seconds.toFixed(1).padStart(6)} s, ${each.padStart(6)} ms an item, ${String(memory).padStart(5)} MB  ${said}`,
  );
}
