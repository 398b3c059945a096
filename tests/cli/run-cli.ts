import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export const root = join(import.meta.dirname, "../..");

export type Outcome = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a command as `npm run` does, through the launcher, with nobody at the terminal. */
export async function runCli(
  args: readonly string[],
  settings: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, "src/cli/launch.mjs"), ...args], {
    cwd: root,
    env: { ...process.env, ...settings.env, INIT_CWD: settings.cwd ?? root },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
