import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "./run-command.ts";
import { describeSystemError } from "./system-error.ts";

/** @throws {CommandError} for a file that can't be read */
export function openBytes(folder: string, file: string): Uint8Array<ArrayBuffer> {
  try {
    return readFileSync(join(folder, file));
  } catch (error) {
    throw new CommandError(`Cannot read ${join(folder, file)}: ${describeSystemError(error)}`);
  }
}

/** The bytes that were read before. @throws {CommandError} if they have changed since, or can't be read */
export function openAgain(folder: string, file: string, digest: string): Uint8Array<ArrayBuffer> {
  const bytes = openBytes(folder, file);
  if (digestBytes(bytes) === digest) return bytes;
  throw new CommandError(
    `Cannot go on with ${join(folder, file)}: it was changed since it was read; start again`,
  );
}

/** SHA-256 in hex. */
export function digestBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** @throws {CommandError} for a file that can't be read, or is not UTF-8 */
export function openText(folder: string, file: string): string {
  const bytes = openBytes(folder, file);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new CommandError(`Cannot read ${join(folder, file)}: it is not UTF-8; save it in that encoding`);
  }
}
