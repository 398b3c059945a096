// How long a site of mixed content takes and how much memory: npm run bench -- mixed-site
// ARTICLES and WORDS say how many and how long. Each command is a process of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureCommand } from "./mixed-site/measure-command.ts";
import { writeSite } from "./mixed-site/write-site.ts";

const ARTICLES = Number(process.env.ARTICLES ?? 10_000);
const WORDS = Number(process.env.WORDS ?? 350);

const folder = mkdtempSync(join(tmpdir(), "teleprinter-mixed-"));
const data = join(folder, "data");
const out = join(folder, "dist");
try {
  writeSite(data, ARTICLES, WORDS);
  console.log(`${ARTICLES} articles of about ${WORDS} words`);
  run("ingest, all new", "ingest", "--data", data);
  run("ingest, nothing new", "ingest", "--data", data);
  run("build", "build", "--data", data, "--out", out);
  run("check", "check", "--out", out);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(name: string, command: string, ...args: string[]): void {
  const { seconds, memory, said } = measureCommand(command, ...args);
  console.log(
    `${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s  ${String(memory).padStart(5)} MB  ${said}`,
  );
}
