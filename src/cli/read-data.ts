import type { Candidate } from "../edition/candidate.ts";
import type { Ledger } from "../edition/ledger.ts";
import type { Media } from "../edition/media.ts";
import type { Site } from "../edition/site.ts";
import { DataReader } from "./data-reader.ts";

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
 * Reads a publication's folder once. See {@link DataReader}.
 *
 * @param url origin that everything is served from, if it is not the one in `site.yaml`
 */
export async function readData(folder: string, url?: string): Promise<Data> {
  return new DataReader(folder, url).read();
}

/** `newswire/seed.txt:1 title-derived: Mexican Foreign Minister...` */
export function describeFileProblem({ file, lineNumber, kind, value }: FileProblem): string {
  return `${file}${lineNumber === undefined ? "" : `:${lineNumber}`} ${kind}${value === "" ? "" : `: ${value}`}`;
}
