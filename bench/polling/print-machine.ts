import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../src/cli/paths.ts";

/** What the figures were measured on, and with what. */
export function printMachine(): void {
  const [cpu] = cpus();
  const [load = 0] = loadavg();
  console.log(
    [
      `${cpus().length} cores of ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release()}`,
      `load before: ${load.toFixed(2)}`,
      `Node ${process.versions.node}, ${["workerd", "hono", "feed"].map((name) => `${name} ${versionOf(name)}`).join(", ")}`,
    ].join("\n"),
  );
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")).version;
}
