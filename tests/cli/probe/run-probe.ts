import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describeProbe } from "../../../src/cli/probe/describe-probe.ts";
import { judgeProbe } from "../../../src/cli/probe/judge-probe.ts";
import { BODY_BYTES_MAX, probeFeed } from "../../../src/cli/probe/probe-feed.ts";
import { type Outcome, root } from "../run-cli.ts";

/** Runs the command as it is run behind `npm run probe --`. */
export async function runProbe(...args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, "src/cli/commands/probe.ts"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}

/** What the command prints, without a process of its own: for tables of many rows. */
export async function probeHere(url: string): Promise<string> {
  const result = await probeFeed(new URL(url), { timeoutMs: 15_000, bodyBytesMax: BODY_BYTES_MAX });
  return "is" in result ? result.failure.detail : describeProbe(result, judgeProbe(result));
}

/** What it found, one line each: `WRONG (everybody): There is no ETag`. */
export function findingsIn(stdout: string): readonly string[] {
  return Array.from(
    stdout.matchAll(/^(BROKEN|WRONG|NOTE): (.*)\n {2}for: (.*)\n {2}do: {2}.+$/gm),
    ([, severity, what, whom]) => `${severity} (${whom}): ${what}`,
  );
}
