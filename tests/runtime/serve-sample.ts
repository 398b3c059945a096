import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWorkerd } from "../../src/cli/start-workerd.ts";
import { runCli } from "../cli/run-cli.ts";

/** The sample publication, ingested and built by the real commands, in a real edge runtime. */
export async function serveSample(): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-sample-"));
  const [data, out] = [join(folder, "data"), join(folder, "out")];
  cpSync("tests/cli/sample", data, { recursive: true });
  for (const args of [["ingest"], ["build", "--out", out]]) {
    const { status, stderr } = await runCli([...args, "--data", data]);
    if (status !== 0) throw new Error(stderr);
  }
  const { port, stop } = await startWorkerd(out);
  return {
    port,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
