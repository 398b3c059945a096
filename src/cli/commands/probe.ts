// npm run probe -- URL    asks for a deployed feed as eight well-known readers do, and says in plain words what is wrong
import { shownUrl } from "../probe/ask.ts";
import { describeProbe } from "../probe/describe-probe.ts";
import { judgeProbe } from "../probe/judge-probe.ts";
import { printable } from "../probe/printable.ts";
import { BODY_BYTES_MAX, probeFeed, type Unreachable } from "../probe/probe-feed.ts";
import type { ProbeResult } from "../probe/probe-result.ts";
import { readAddress } from "../probe/read-address.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";

const USAGE = "npm run probe -- URL [--timeout SECONDS]";

await runCommand(async () => {
  const { values, positionals } = readArguments(
    { allowPositionals: true, options: { timeout: { type: "string", default: "15" } } },
    USAGE,
  );
  const [typed, ...others] = positionals;
  if (typed === undefined || others.length > 0)
    throw new CommandError(`Cannot probe ${positionals.length} addresses; expected one\nUsage: ${USAGE}`);
  const result = await probeFirst(readAddress(typed), readTimeout(values.timeout));
  const findings = judgeProbe(result);
  console.log(describeProbe(result, findings));
  if (findings.some(({ severity }) => severity !== "note")) process.exitCode = 1;
});

/** @throws {CommandError} if none can be reached, saying why of the first */
async function probeFirst(addresses: readonly [URL, ...URL[]], timeoutMs: number): Promise<ProbeResult> {
  const failed: Unreachable[] = [];
  for (const address of addresses) {
    const result = await probeFeed(address, { timeoutMs, bodyBytesMax: BODY_BYTES_MAX });
    if (!("is" in result)) return result;
    failed.push(result);
  }
  throw new CommandError(
    `Cannot reach ${printable(shownUrl(addresses[0]))}: ${printable(failed[0]?.failure.detail ?? "")}`,
  );
}

function readTimeout(value: string): number {
  const seconds = Number(value);
  if (/^\d+$/.test(value) && seconds >= 1 && seconds <= 120) return seconds * 1000;
  throw new CommandError(`Cannot wait ${JSON.stringify(value)} seconds; expected a number from 1 to 120`);
}
