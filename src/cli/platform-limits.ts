import { CommandError } from "./run-command.ts";

const MIB = 1024 * 1024;

/** https://developers.cloudflare.com/workers/platform/limits/ */
const WORKER_BYTES_MAX = 64 * MIB;
const FILE_BYTES_MAX = 25 * MIB;
export const FILES_MAX = { free: 20_000, paid: 100_000 };

export type Plan = keyof typeof FILES_MAX;

/** All in bytes. */
export type BuildSizes = {
  readonly script: number;
  readonly representations: number;
  /** Of each file beside the Worker. */
  readonly packs: readonly number[];
};

/**
 * Says what a build takes, and of how much.
 *
 * @throws {CommandError} if Cloudflare would refuse it
 */
export function describeSizes({ script, representations, packs }: BuildSizes, plan: Plan): string {
  const worker = script + representations;
  const largest = packs.reduce((most, bytes) => Math.max(most, bytes), 0);
  const filesMax = FILES_MAX[plan];
  if (worker > WORKER_BYTES_MAX) {
    throw tooLarge(`the Worker has ${mebibytes(worker)}, Cloudflare takes ${mebibytes(WORKER_BYTES_MAX)}`);
  }
  if (packs.length > filesMax) {
    const more = plan === "free" ? `; a paid plan takes ${FILES_MAX.paid}: build and deploy with --paid` : "";
    throw tooLarge(`it has ${packs.length} packs, Cloudflare takes ${filesMax} files${more}`);
  }
  if (largest > FILE_BYTES_MAX) {
    throw tooLarge(
      `a pack has ${mebibytes(largest)}, Cloudflare takes files of ${mebibytes(FILE_BYTES_MAX)}`,
    );
  }
  const inWorker = `Worker ${mebibytes(worker)} of ${mebibytes(WORKER_BYTES_MAX)}`;
  if (packs.length === 0) return inWorker;
  const inPacks = packs.reduce((sum, bytes) => sum + bytes, 0);
  return `${inWorker}, ${packs.length} of ${filesMax} packs with ${mebibytes(inPacks)}, the largest ${mebibytes(largest)} of ${mebibytes(FILE_BYTES_MAX)}`;
}

function tooLarge(why: string): CommandError {
  return new CommandError(`Cannot publish this: ${why}`, 1);
}

function mebibytes(bytes: number): string {
  // Rounded up: what is a byte too large must not look as if it fitted.
  return `${(Math.ceil((bytes / MIB) * 100) / 100).toFixed(2)} MiB`;
}
