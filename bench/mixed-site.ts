// How long a site of mixed content takes and how much memory: npm run bench -- mixed-site
// ARTICLES and WORDS say how many and how long. Each command is a process of its own.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** Runs a command and says its time and the most memory it held at once. */
function run(name: string, command: string, ...args: string[]): void {
  const script = join(import.meta.dirname, `../src/cli/commands/${command}.ts`);
  const report = join(import.meta.dirname, "mixed-site/report-memory.ts");
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", report, script, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const memory = /^peak memory (\d+) MB$/m.exec(stderr)?.[1] ?? "?";
  const said = stdout.trim().split("\n").at(-1) ?? "";
  console.log(`${name.padEnd(20)} ${seconds.padStart(6)} s  ${memory.padStart(5)} MB  ${said}`);
  if (status === 0) return;
  process.exitCode = 1;
  console.error(stderr.slice(-2000));
}
