import { spawnSync } from "node:child_process";
import { join } from "node:path";

export type Measured = {
  readonly seconds: number;
  /** The most it held at once, in MB. */
  readonly memory: number;
  /** The line that says what came of it: its last, or that with the sizes. */
  readonly said: string;
};

/**
 * Runs a command of the project in a process of its own.
 *
 * @throws {Error} with what it said if it fails
 */
export function measureCommand(command: string, ...args: readonly string[]): Measured {
  const script = join(import.meta.dirname, `../../src/cli/commands/${command}.ts`);
  const report = join(import.meta.dirname, "report-memory.ts");
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", report, script, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`npm run ${command} ended with ${status}: ${stderr.slice(-2000)}`);
  const memory = Number(/^peak memory (\d+) MB$/m.exec(stderr)?.[1]);
  const lines = stdout.trim().split("\n");
  const said = lines.findLast((line) => line.startsWith("Built ")) ?? lines.at(-1) ?? "";
  return { seconds, memory, said };
}
