import { GROWTH_BYTES_MAX, judgeGrowth, WARM_UP_REQUESTS } from "./judge-growth.ts";
import type { Share } from "./poll.ts";
import type { Soak } from "./run-soak.ts";
import type { Look } from "./watch-process.ts";

export type Verdict = {
  readonly lines: readonly string[];
  readonly isSound: boolean;
};

/** Connections that are closed may take a moment longer than we wait for them. */
const OPEN_FILES_MORE_MAX = 4;

/**
 * Says what came of a run.
 *
 * @param planned how many requests there should have been
 */
export function describeSoak(soak: Soak, planned: number): Verdict {
  const { tally, seconds, looks } = soak;
  const asked = `Asked ${count(tally.asked)} of ${count(planned)} requests in ${seconds.toFixed(0)} s: ${count(tally.asked / seconds)} a second`;
  const memory = describeMemory(looks);
  const openFiles = describeOpenFiles(looks);
  const isSound = tally.wrong === 0 && tally.asked > 0 && memory.isSound && openFiles.isSound;
  const lines = [
    asked + (tally.asked < planned * 0.99 ? " (no more in that time)" : ""),
    `Mix: ${SHARES.map((share) => `${share} ${percent(tally.shares.get(share) ?? 0, tally.asked)}`).join(", ")}`,
    `Answers: ${[...tally.statuses]
      .sort()
      .map(([status, times]) => `${status} ${count(times)}`)
      .join(", ")}`,
    describeLatency(soak),
    ...memory.lines,
    ...openFiles.lines,
    `Wrong answers: ${count(tally.wrong)}`,
    ...tally.complaints.map((complaint) => `  ${complaint}`),
  ];
  return { lines, isSound };
}

const SHARES: readonly Share[] = ["conditional", "unconditional", "other"];

function describeLatency({ tally: { latency } }: Soak): string {
  if (latency.count === 0) return "Time to the end of an answer: nothing was answered";
  const at = (name: string, microseconds: number) => `${name} ${(microseconds / 1000).toFixed(2)} ms`;
  const figures = [
    at("p50", latency.percentile(50)),
    at("p99", latency.percentile(99)),
    at("p99.9", latency.percentile(99.9)),
    at("longest", latency.max),
  ];
  return `Time to the end of an answer: ${figures.join(", ")}`;
}

function describeMemory(looks: readonly Look[]): Verdict {
  const [first] = looks;
  if (first === undefined)
    return { lines: ["Memory of the server: this system does not tell (Linux does)"], isSound: true };
  const most = looks.reduce((a, { memoryBytes }) => Math.max(a, memoryBytes), 0);
  const memory = `Memory of the server: ${megabytes(first.memoryBytes)} before, ${megabytes(most)} at most`;
  const growth = judgeGrowth(looks);
  if (growth === null) return { lines: [`${memory}; too short a run to tell growth`], isSound: true };
  const { early, late, leakPerRequest, isGrowing } = growth;
  const lines = [
    `${memory}; after ${count(WARM_UP_REQUESTS)} requests, median of the first third ${megabytes(early)}, of the last ${megabytes(late)}`,
    `Growth: ${megabytes(late - early)}, ${isGrowing ? "MORE than" : "of"} ${megabytes(GROWTH_BYTES_MAX)} that are let pass; a leak of ${count(leakPerRequest)} bytes a request would be noticed`,
  ];
  return { lines, isSound: !isGrowing };
}

function describeOpenFiles(looks: readonly Look[]): Verdict {
  const [first, last] = [looks.at(0)?.openFiles, looks.at(-1)?.openFiles];
  if (first === undefined || last === undefined) return { lines: [], isSound: true };
  const most = looks.reduce((a, { openFiles }) => Math.max(a, openFiles), 0);
  const isSound = last <= first + OPEN_FILES_MORE_MAX;
  const line = `Open files of the server: ${first} before, ${most} at most, ${last} after`;
  return { lines: [isSound ? line : `${line}: they stay OPEN`], isSound };
}

function count(number: number): string {
  return Math.round(number).toLocaleString("en-US");
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
