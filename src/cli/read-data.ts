import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Candidate } from "../edition/candidate.ts";
import { candidatesOf } from "../edition/candidates-of.ts";
import type { Ledger } from "../edition/ledger.ts";
import type { Media } from "../edition/media.ts";
import { parseLedger } from "../edition/parse-ledger.ts";
import { parseSite } from "../edition/parse-site.ts";
import type { Site } from "../edition/site.ts";
import { readNewswire } from "../newswire/read-newswire.ts";
import { openBytes, openIfThere, openText } from "./open-file.ts";
import { readArticles } from "./read-articles.ts";
import { readMedia } from "./read-media.ts";
import { CommandError } from "./run-command.ts";
import { describeSystemError, isMissing } from "./system-error.ts";

/** What a publisher keeps in `data/`, read and checked. */
export type Data = {
  readonly site: Site;
  /** Null where nothing was ever published. */
  readonly ledger: Ledger | null;
  /** In the order of the files' names, then of their lines. */
  readonly candidates: readonly Candidate[];
  /** Files that are shown or linked to, by their path below `data/`. */
  readonly media: ReadonlyMap<string, Media>;
  /** Files with a mistake: what they say is not published, and what they said is not taken back. */
  readonly held: ReadonlySet<string>;
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
 * @param url origin that everything is served from, if it is not the one in `site.yaml`
 * @throws {CommandError} for a file that can't be read, and the faults of `parseSite` and `parseLedger`
 */
export async function readData(folder: string, url?: string): Promise<Data> {
  const site = atAddress(parseSite(await openText(folder, "site.yaml")), url);
  const ledger = await readLedger(folder);
  const pages = await readPages(folder, await listFiles(folder, "newswire", ledger));
  const articles = await readArticles(folder, await listFiles(folder, "articles", ledger), site.url);
  const media = new Map(articles.media);
  const mistakes: string[] = [];
  for (const key of ["icon", "logo"] as const) {
    const link = site[key];
    if (link === null || typeof link === "string") continue;
    const file = await openIfThere(folder, link.file);
    if (file === null)
      mistakes.push(`  ${key}: found ${link.file}, expected an address or a file below ${folder}`);
    else media.set(link.file, readMedia(link.file, file));
  }
  if (mistakes.length > 0)
    throw new CommandError(`Cannot use the settings in site.yaml:\n${mistakes.join("\n")}`);
  return {
    site,
    ledger,
    candidates: [...articles.candidates, ...pages.candidates],
    media,
    held: articles.held,
    problems: [...articles.problems, ...pages.problems],
  };
}

/** The same publication with its links leading elsewhere. Ids don't depend on the address. */
function atAddress(site: Site, url = site.url): Site {
  const home = site.home.startsWith(`${site.url}/`) ? url + site.home.slice(site.url.length) : site.home;
  return { ...site, url, home };
}

async function readPages(folder: string, files: readonly string[]) {
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
  return { candidates, problems };
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

/** Every file of a folder of `data/` but hidden ones, as paths below `data/`, sorted by code unit. */
async function listFiles(folder: string, name: Folder, ledger: Ledger | null): Promise<readonly string[]> {
  const entries = await listEntries(folder, name, ledger);
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

type Folder = "newswire" | "articles";

async function listEntries(folder: string, name: Folder, ledger: Ledger | null): Promise<readonly Dirent[]> {
  const path = join(folder, name);
  try {
    return await readdir(path, { recursive: true, withFileTypes: true });
  } catch (error) {
    // git keeps no empty folder, so a publication without such a text may lack it; one that had some may not.
    if (isMissing(error) && !hadFilesIn(name, ledger)) return [];
    throw new CommandError(
      `Cannot read ${path}: ${describeSystemError(error)}; expected the folder that items were published from, empty if they are all to go`,
    );
  }
}

function hadFilesIn(name: Folder, ledger: Ledger | null): boolean {
  const living = (ledger?.items ?? []).filter(({ removed }) => removed === undefined);
  return living.some(({ files }) => Object.keys(files).some((file) => file.startsWith(`${name}/`)));
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
