import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { PackStore } from "../delivery/cold-packs.ts";
import { codeDigest } from "./code-digest.ts";
import { writeWhole } from "./write-whole.ts";

/** What the Worker fetches lies below here: the `directory` of its static assets. */
export const ASSETS = "assets";

const LIST = z.object({
  /** Of the code that made them. */
  code: z.string(),
  /** Key, name and bytes of each. */
  packs: z.array(z.tuple([z.string(), z.string(), z.int()])),
});

type List = z.infer<typeof LIST>;

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
  readonly #known: ReadonlyMap<string, List["packs"][number]>;
  readonly #needed = new Map<string, List["packs"][number]>();

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
    if (pack === undefined || sizeOf(this.#pathOf(pack[1])) !== pack[2]) return undefined;
    this.#needed.set(pack[1], pack);
    return pack[1];
  }

  /** A file that is there already stays as it is. */
  async write(name: string, bytes: Uint8Array, key: string): Promise<void> {
    if (this.#needed.size === 0) await mkdir(this.#folder, { recursive: true });
    this.#needed.set(name, [key, name, bytes.length]);
    const path = this.#pathOf(name);
    if (sizeOf(path) === bytes.length) return;
    const neighbour = `${path}.${process.pid}.new`;
    await writeFile(neighbour, bytes);
    await rename(neighbour, path);
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

/** @param out folder of the build */
export function readPack(out: string, name: string): ArrayBuffer {
  return new Uint8Array(readFileSync(join(packFolder(out), fileOf(name)))).buffer;
}

function packFolder(out: string): string {
  return join(out, ASSETS, "packs");
}

function fileOf(name: string): string {
  return `${name}.bin`;
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
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
