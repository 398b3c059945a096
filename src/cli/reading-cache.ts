import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { ReadPage } from "./data-reader.ts";
import type { FileMemory, Kept } from "./file-memory.ts";
import type { ReadArticle } from "./read-article.ts";
import type { MediaFacts } from "./read-media.ts";
import { openArticle, type StoredArticle, storeArticle } from "./stored-article.ts";
import { writeWhole } from "./write-whole.ts";

/** What was read of the files of a publication. */
export type Reading = {
  readonly articles: FileMemory<ReadArticle>;
  readonly pages: FileMemory<ReadPage>;
  readonly media: FileMemory<MediaFacts>;
};

/** The same, of an earlier run. */
export type KeptReading = { readonly [Kind in keyof Reading]: Reading[Kind]["kept"] };

/** At the end of the file: where the index begins, and the digest of key and index. */
const FOOTER_BYTES = 8 + 32;
/** Of as many publications and addresses the newest are kept. */
const FILES_MAX = 8;

/**
 * Keeps what was read of a publication on disk for the next run, in one file: the articles' words, then an index with all else.
 * The index alone is read at first. What is there is taken only if this very code wrote it, for the same publication, and it is
 * whole; whatever is wrong with it, it is as if it weren't there.
 */
export class ReadingCache {
  readonly #folder: string;
  readonly #path: string;
  readonly #key: string;

  /**
   * @param folder where such files are kept; safe to delete
   * @param name of the publication
   * @param code a digest of all that reading depends on but the files
   */
  constructor(folder: string, name: string, code: string) {
    this.#folder = folder;
    this.#path = join(folder, `${createHash("sha256").update(name).digest("hex").slice(0, 16)}.reading`);
    this.#key = `${code}\n${name}\n`;
  }

  /** Null if there is nothing that can be used. @param reread reads an article's file again, whose words turn out to be damaged */
  load(reread: (path: string, digest: string) => ReadArticle): KeptReading | null {
    let file: number | undefined;
    try {
      file = openSync(this.#path, "r");
      const index: unknown = deserialize(this.#readIndex(file));
      if (!isIndex(index)) throw new RangeError("not what this code writes");
      const opened = file;
      const open = (path: string, { value, ...kept }: Kept<StoredArticle>) => {
        return { ...kept, value: openArticle(value, opened, () => reread(path, kept.digest)) };
      };
      return {
        articles: new Map(index.articles.map(([path, kept]) => [path, open(path, kept)])),
        pages: new Map(index.pages),
        media: new Map(index.media),
      };
    } catch {
      if (file !== undefined) closeSync(file);
      return null;
    }
  }

  /** Does nothing where it can't be written. */
  async store(reading: Reading): Promise<void> {
    try {
      await writeWhole(this.#path, this.#piecesOf(reading));
      this.#removeOldest();
    } catch {
      // Another run may do.
    }
  }

  #readIndex(file: number): Uint8Array {
    const { size } = fstatSync(file);
    const footer = readAt(file, size - FOOTER_BYTES, FOOTER_BYTES);
    const start = Number(footer.readBigUInt64LE());
    const index = readAt(file, start, size - FOOTER_BYTES - start);
    if (!this.#digestOf(index).equals(footer.subarray(8))) throw new RangeError("foreign or damaged");
    return index;
  }

  *#piecesOf({ articles, pages, media }: Reading): Generator<Uint8Array> {
    const stored: [string, Kept<StoredArticle>][] = [];
    let at = 0;
    for (const [path, { value, ...kept }] of articles.kept) {
      const { words, article } = storeArticle(value, at);
      stored.push([path, { ...kept, value: article }]);
      at += words.length;
      yield words;
    }
    const index: Index = { articles: stored, pages: [...pages.kept], media: [...media.kept] };
    const indexBytes = serialize(index);
    const footer = Buffer.alloc(8);
    footer.writeBigUInt64LE(BigInt(at));
    yield indexBytes;
    yield footer;
    yield this.#digestOf(indexBytes);
  }

  #digestOf(index: Uint8Array): Buffer {
    return createHash("sha256").update(this.#key).update(index).digest();
  }

  #removeOldest(): void {
    const files = readdirSync(this.#folder)
      .filter((name) => name.endsWith(".reading"))
      .map((name) => join(this.#folder, name))
      .map((path) => ({ path, writtenMs: statSync(path).mtimeMs }))
      .sort((a, b) => b.writtenMs - a.writtenMs);
    for (const { path } of files.slice(FILES_MAX)) rmSync(path, { force: true });
  }
}

type Index = {
  readonly articles: readonly (readonly [string, Kept<StoredArticle>])[];
  readonly pages: readonly (readonly [string, Kept<ReadPage>])[];
  readonly media: readonly (readonly [string, Kept<MediaFacts>])[];
};

/** Its digest says that this code wrote it: this is for the compiler, and for a digest that somebody made. */
function isIndex(value: unknown): value is Index {
  if (typeof value !== "object" || value === null) return false;
  return (
    ["articles", "media", "pages"].join() === Object.keys(value).sort().join() &&
    Object.values(value).every((list) => Array.isArray(list) && list.every(isEntry))
  );
}

function isEntry(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [path, kept] = value;
  return (
    typeof path === "string" &&
    typeof kept?.stamp === "string" &&
    typeof kept.digest === "string" &&
    typeof kept.value === "object" &&
    kept.value !== null
  );
}

/** @throws {RangeError} if there are not so many */
function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (position < 0 || readSync(file, bytes, 0, length, position) !== length)
    throw new RangeError("too short");
  return bytes;
}
