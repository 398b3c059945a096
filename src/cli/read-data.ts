import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Candidate } from "../edition/candidate.ts";
import { candidatesOf } from "../edition/candidates-of.ts";
import type { Ledger } from "../edition/ledger.ts";
import { parseLedger } from "../edition/parse-ledger.ts";
import { parseSite } from "../edition/parse-site.ts";
import type { Site } from "../edition/site.ts";
import { readNewswire } from "../newswire/read-newswire.ts";
import { CommandError } from "./run-command.ts";
import { describeSystemError, isMissing } from "./system-error.ts";

/** What a publisher keeps in `data/`, read and checked. */
export type Data = {
  readonly site: Site;
  /** Null where nothing was ever published. */
  readonly ledger: Ledger | null;
  /** In the order of the files' names, then of their lines. */
  readonly candidates: readonly Candidate[];
  readonly problems: readonly FileProblem[];
};

/** Something odd in a file of `data/`. */
export type FileProblem = {
  /** Path below `data/`. */
  readonly file: string;
  /** 1-based; absent where it is about the whole file. */
  readonly lineNumber?: number;
  readonly kind: string;
  readonly value: string;
};

/**
 * Reads a publication's folder. Odd text becomes a problem; what can't be opened stops everything, because
 * going on without it would look as if it had been taken back.
 *
 * @throws {CommandError} for a file that can't be read, and the faults of `parseSite` and `parseLedger`
 */
export async function readData(folder: string): Promise<Data> {
  const site = parseSite(await openText(folder, "site.yaml"));
  const ledger = await readLedger(folder);
  const files = await findPages(folder, ledger);
  const candidates: Candidate[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    if (!/\.txt$/i.test(file)) {
      problems.push({ file, kind: "unread-file", value: "newswire pages end in .txt" });
      continue;
    }
    const page = readNewswire(await openBytes(folder, file));
    for (const problem of page.problems) problems.push({ file, ...problem });
    for (const candidate of candidatesOf(file, page)) candidates.push(candidate);
  }
  return { site, ledger, candidates, problems };
}

/** `newswire/seed.txt:1 title-derived: Mexican Foreign Minister...` */
export function describeFileProblem({ file, lineNumber, kind, value }: FileProblem): string {
  return `${file}${lineNumber === undefined ? "" : `:${lineNumber}`} ${kind}${value === "" ? "" : `: ${value}`}`;
}

async function readLedger(folder: string): Promise<Ledger | null> {
  try {
    return parseLedger(await readFile(join(folder, "ledger.json"), "utf8"));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Every file below `newswire/` but hidden ones, as paths below the data folder, sorted by code unit. */
async function findPages(folder: string, ledger: Ledger | null): Promise<readonly string[]> {
  const entries = await listPages(folder, ledger);
  const paths = entries
    .map((entry) => ({
      entry,
      path: relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    }))
    // Editors keep locks and copies there.
    .filter(({ path }) => !path.split("/").some((part) => part.startsWith(".")));
  const files = await Promise.all(
    paths.map(async ({ entry, path }) => ((await isFile(folder, path, entry)) ? [path] : [])),
  );
  return files.flat().sort();
}

async function listPages(folder: string, ledger: Ledger | null): Promise<readonly Dirent[]> {
  const pages = join(folder, "newswire");
  try {
    return await readdir(pages, { recursive: true, withFileTypes: true });
  } catch (error) {
    // git keeps no empty folder, so a publication without a page may lack it; one that had pages may not.
    if (isMissing(error) && (ledger === null || ledger.items.length === 0)) return [];
    throw new CommandError(
      `Cannot read ${pages}: ${describeSystemError(error)}; expected a folder of newswire pages`,
    );
  }
}

/** What a link leads to counts. A pipe or a device is no file: it would be waited for. */
async function isFile(folder: string, path: string, entry: Dirent): Promise<boolean> {
  try {
    return (await stat(join(folder, path))).isFile();
  } catch (error) {
    // Taken away since the folder was listed; a link that leads nowhere is another matter.
    if (isMissing(error) && !entry.isSymbolicLink()) return false;
    throw new CommandError(`Cannot read ${join(folder, path)}: ${describeSystemError(error)}`);
  }
}

async function openText(folder: string, file: string): Promise<string> {
  const bytes = await openBytes(folder, file);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new CommandError(`Cannot read ${join(folder, file)}: it is not UTF-8; save it in that encoding`);
  }
}

async function openBytes(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    throw new CommandError(`Cannot read ${join(folder, file)}: ${describeSystemError(error)}`);
  }
}
