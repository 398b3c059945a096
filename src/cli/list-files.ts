import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import { join, relative } from "node:path";
import { CommandError } from "./run-command.ts";
import { describeSystemError, isMissing } from "./system-error.ts";

/** The coarsest clock of a file system still in use, FAT's, ticks every two seconds. */
const SETTLED_MS = 3000;

/** A file as it was found. */
export type DataFile = {
  /** Below the folder that was looked at, `/` as divider. */
  readonly path: string;
  /** Another one when the file has been written to or replaced, but by a change so soon after this one that no clock tells them apart. */
  readonly stamp: string;
  /** Whether its last change is so long ago that every later one shows in the stamp. */
  readonly isSettled: boolean;
};

/**
 * Every file of a folder of `data/` but hidden ones, sorted by path, code unit by code unit. Synchronous, because that takes a
 * quarter of the time where there are ten thousand.
 *
 * @param mayLack whether the folder may be missing
 * @throws {CommandError} for what can't be looked at
 */
export function listFiles(folder: string, name: string, mayLack: boolean): readonly DataFile[] {
  return (
    listEntries(join(folder, name), mayLack)
      .map((entry) => ({
        entry,
        path: relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
      }))
      // Editors keep locks and copies there.
      .filter(({ path }) => !path.split("/").some((part) => part.startsWith(".")))
      .flatMap(({ entry, path }) => lookAt(folder, path, entry))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  );
}

function listEntries(path: string, mayLack: boolean): readonly Dirent[] {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (isMissing(error) && mayLack) return [];
    throw new CommandError(
      `Cannot read ${path}: ${describeSystemError(error)}; expected the folder that items were published from, empty if they are all to go`,
    );
  }
}

/** What a link leads to counts. A pipe or a device is no file: it would be waited for. */
function lookAt(folder: string, path: string, entry: Dirent): readonly DataFile[] {
  if (entry.isDirectory()) return [];
  try {
    const found = statSync(join(folder, path));
    return found.isFile() ? [asFound(path, found)] : [];
  } catch (error) {
    // Taken away since the folder was listed; a link that leads nowhere is another matter.
    if (isMissing(error) && !entry.isSymbolicLink()) return [];
    throw new CommandError(`Cannot read ${join(folder, path)}: ${describeSystemError(error)}`);
  }
}

/** One file by its path below `folder`; null if it is not there. */
export function findFile(folder: string, path: string): DataFile | null {
  try {
    return asFound(path, statSync(join(folder, path)));
  } catch (error) {
    if (isMissing(error)) return null;
    throw new CommandError(`Cannot read ${join(folder, path)}: ${describeSystemError(error)}`);
  }
}

function asFound(path: string, { size, mtimeMs, ctimeMs, ino }: Stats): DataFile {
  const isSettled = Math.max(mtimeMs, ctimeMs) < Date.now() - SETTLED_MS;
  return { path, stamp: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, isSettled };
}
