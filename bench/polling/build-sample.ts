import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { DATA, ROOT } from "../../src/cli/paths.ts";

/**
 * Builds the publication of this repository, as its commands do.
 *
 * @param folder for a copy of the data, which `ingest` brings up to date
 * @returns the folder the Worker is in
 */
export function buildSample(folder: string): string {
  const [data, out] = [join(folder, "data"), join(folder, "dist")];
  cpSync(DATA, data, { recursive: true });
  for (const args of [["ingest"], ["build", "--out", out]]) {
    const [command, ...options] = args;
    const file = join(ROOT, "src/cli/commands", `${command}.ts`);
    const { status, stderr } = spawnSync(process.execPath, [file, ...options, "--data", data], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`Cannot build the sample: ${stderr}`);
  }
  return out;
}
