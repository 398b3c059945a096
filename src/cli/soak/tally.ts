import { createHistogram } from "node:perf_hooks";
import type { Answer } from "./answer.ts";
import type { Poll, Share } from "./poll.ts";

const COMPLAINTS_MAX = 10;

/** Counts what was asked and answered. */
export class Tally {
  readonly shares = new Map<Share, number>();
  readonly statuses = new Map<number, number>();
  /** In microseconds, from the request to the end of its answer. */
  readonly latency = createHistogram();
  /** The first few of what was wrong. */
  readonly complaints: string[] = [];
  asked = 0;
  wrong = 0;

  addAnswer({ share }: Poll, { status }: Answer, milliseconds: number): void {
    this.asked += 1;
    this.shares.set(share, (this.shares.get(share) ?? 0) + 1);
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.latency.record(Math.max(1, Math.round(milliseconds * 1000)));
  }

  addWrong({ method, address, headers }: Poll, complaint: string): void {
    this.wrong += 1;
    if (this.complaints.length >= COMPLAINTS_MAX) return;
    this.complaints.push(`${method} ${address} ${JSON.stringify(headers)}: ${complaint}`);
  }
}
