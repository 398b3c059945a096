import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type PackStore, packNameOf } from "../delivery/cold-packs.ts";
import { codeDigest } from "./code-digest.ts";
import { findFile } from "./list-files.ts";
import { CommandError } from "./run-command.ts";
import { writeWhole } from "./write-whole.ts";

/** What the Worker fetches lies below here: the `directory` of its static assets. */
export const ASSETS = "assets";

const LIST = z.object({
  /** Of the code that made them. */
  code: z.string(),
  /** Key, name and bytes of each, and the stamp of the file if that proves that it is still whole. */
  packs: z.array(z.tuple([z.string(), z.string(), z.int(), z.string()])),
});

type List = z.infer<typeof LIST>;
type Pack = List["packs"][number];

/**
 * The packs of a build, each a file named by its content. Nobody reads one before an edition refers to it: what a build that fails
 * leaves there does no harm.
 */
export class PackFolder implements PackStore {
  readonly #folder: string;
  /** Lists the packs of the edition that is in place. */
  readonly #list: string;
  readonly #code = codeDigest();
  readonly #before: List;
  readonly #known: ReadonlyMap<string, Pack>;
  readonly #needed = new Map<string, Pack>();

  /** @param out folder of the build */
  constructor(out: string) {
    this.#folder = packFolder(out);
    this.#list = join(out, "packs.json");
    this.#before = readList(this.#list);
    const isSameCode = this.#before.code === this.#code;
    this.#known = new Map(isSameCode ? this.#before.packs.map((pack) => [pack[0], pack]) : []);
  }

  /** Bytes of each file of this build. */
  get sizes(): readonly number[] {
    return Array.from(this.#needed.values(), ([, , bytes]) => bytes);
  }

  find(key: string): string | undefined {
    const pack = this.#known.get(key);
    if (pack === undefined) return undefined;
    const [, name, bytes, wholeStamp] = pack;
    // Before it is read: what is written to it meanwhile shows in the next build.
    const file = findFile(this.#folder, fileOf(name));
    if (file?.stamp !== wholeStamp && readWhole(this.#pathOf(name), name) === null) return undefined;
    this.#needed.set(name, [key, name, bytes, file?.isSettled ? file.stamp : ""]);
    return name;
  }

  /** A file that is there already and whole stays as it is. */
  async write(name: string, bytes: Uint8Array, key: string): Promise<void> {
    this.#needed.set(name, [key, name, bytes.length, ""]);
    const path = this.#pathOf(name);
    if (readWhole(path, name) === null) await writeWhole(path, bytes);
  }

  /**
   * To be called once the edition is in place: removes what neither it nor the one before needs, which may still be served from here.
   *
   * @param filesMax if both have more, only what this edition needs stays
   */
  async finish(filesMax: number): Promise<void> {
    const packs = [...this.#needed.values()];
    const both = new Set([...packs, ...this.#before.packs].map(([, name]) => fileOf(name)));
    const needed = both.size <= filesMax ? both : new Set(packs.map(([, name]) => fileOf(name)));
    await mkdir(this.#folder, { recursive: true });
    for (const file of await readdir(this.#folder)) {
      if (!needed.has(file)) await rm(join(this.#folder, file), { recursive: true });
    }
    await writeWhole(this.#list, JSON.stringify({ code: this.#code, packs } satisfies List));
  }

  #pathOf(name: string): string {
    return join(this.#folder, fileOf(name));
  }
}

/**
 * @param out folder of the build
 * @throws {CommandError} if it is missing or damaged
 */
export function readPack(out: string, name: string): ArrayBuffer {
  const path = join(packFolder(out), fileOf(name));
  const bytes = readWhole(path, name);
  if (bytes !== null) return new Uint8Array(bytes).buffer;
  throw new CommandError(`Cannot read ${path}: it is missing or damaged; build again: npm run build`, 1);
}

function packFolder(out: string): string {
  return join(out, ASSETS, "packs");
}

function fileOf(name: string): string {
  return `${name}.bin`;
}

/** Null if it is missing or damaged. Its name tells: a folder that was copied, or kept by a pipeline, may hold anything. */
function readWhole(path: string, name: string): Buffer | null {
  const bytes = existsSync(path) ? readFileSync(path) : null;
  return bytes !== null && packNameOf(bytes) === name ? bytes : null;
}

/** Of none where there is no list, or another file. */
function readList(path: string): List {
  const none = { code: "", packs: [] };
  if (!existsSync(path)) return none;
  try {
    return LIST.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return none;
  }
}
