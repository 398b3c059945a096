import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandError } from "./run-command.ts";
import { describeSystemError, isMissing } from "./system-error.ts";

/** @throws {CommandError} for a file that can't be read */
export async function openBytes(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    throw new CommandError(`Cannot read ${join(folder, file)}: ${describeSystemError(error)}`);
  }
}

/** @throws {CommandError} for a file that can't be read, or is not UTF-8 */
export async function openText(folder: string, file: string): Promise<string> {
  const bytes = await openBytes(folder, file);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new CommandError(`Cannot read ${join(folder, file)}: it is not UTF-8; save it in that encoding`);
  }
}

/** Null for a file that is not there. */
export async function openIfThere(folder: string, file: string): Promise<Uint8Array | null> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    if (isMissing(error)) return null;
    throw new CommandError(`Cannot read ${join(folder, file)}: ${describeSystemError(error)}`);
  }
}
