import type { DataFile } from "./list-files.ts";
import { digestBytes, openBytes } from "./open-file.ts";

/** What was made of a file. */
export type Kept<T> = {
  /** Of the file as it was; empty where the stamp proves nothing. */
  readonly stamp: string;
  /** Of its bytes: see `digestBytes`. */
  readonly digest: string;
  readonly value: T;
};

/** Remembers what was made of files, so that only those that changed are opened. The same bytes give the very same value. */
export class FileMemory<T> {
  readonly #folder: string;
  readonly #make: (bytes: Uint8Array<ArrayBuffer>, file: string) => T;
  readonly #kept: Map<string, Kept<T>>;
  /** Bytes of the files that were opened, and of those among them that were not known. */
  openedBytes = 0;
  madeBytes = 0;

  /** @param make depends on nothing but the bytes and the path; @param kept by the files' paths below `folder` */
  constructor(
    folder: string,
    make: (bytes: Uint8Array<ArrayBuffer>, file: string) => T,
    kept: Iterable<readonly [string, Kept<T>]> = [],
  ) {
    this.#folder = folder;
    this.#make = make;
    this.#kept = new Map(kept);
  }

  get kept(): ReadonlyMap<string, Kept<T>> {
    return this.#kept;
  }

  /** @throws {CommandError} for a file that can't be read */
  read({ path, stamp, isSettled }: DataFile): T {
    const known = this.#kept.get(path);
    if (known?.stamp === stamp) return known.value;
    const bytes = openBytes(this.#folder, path);
    const digest = digestBytes(bytes);
    const isKnown = known?.digest === digest;
    const value = isKnown ? known.value : this.#make(bytes, path);
    this.openedBytes += bytes.length;
    if (!isKnown) this.madeBytes += bytes.length;
    // A write in the same tick of the clock would leave the stamp as it is.
    this.#kept.set(path, { stamp: isSettled ? stamp : "", digest, value });
    return value;
  }

  forgetCosts(): void {
    this.openedBytes = 0;
    this.madeBytes = 0;
  }

  /** Forgets all other files. @param paths of those that are there */
  keepOnly(paths: Iterable<string>): void {
    const there = new Set(paths);
    for (const path of this.#kept.keys()) if (!there.has(path)) this.#kept.delete(path);
  }
}
