import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackStore } from "../delivery/cold-packs.ts";

/** Saves may come faster than wrangler takes up an edition: an older one may still be served. */
const EDITIONS_KEPT = 4;

/**
 * The packs of a preview, for as long as its process runs: nothing that an earlier one left is trusted. Not flushed to the disk,
 * because nobody needs them after that.
 */
export class PreviewPacks implements PackStore {
  readonly #folder: string;
  /** Names by key, of the last editions, the newest first, which may be being packed. */
  #editions: readonly Map<string, string>[] = [new Map()];

  /** @param assets folder of what the Worker fetches */
  constructor(assets: string) {
    this.#folder = join(assets, "packs");
  }

  /** To be called once, before anything is packed. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { recursive: true });
  }

  find(key: string): string | undefined {
    const name = this.#editions.find((packs) => packs.has(key))?.get(key);
    if (name !== undefined) this.#editions[0]?.set(key, name);
    return name;
  }

  async write(name: string, bytes: Uint8Array, key: string): Promise<void> {
    await writeFile(this.#pathOf(name), bytes);
    this.#editions[0]?.set(key, name);
  }

  /** To be called when an edition has been packed: removes what only those need that have not been served for long. */
  async finish(): Promise<void> {
    const kept = this.#editions.slice(0, EDITIONS_KEPT);
    const needed = new Set(kept.flatMap((packs) => [...packs.values()]));
    for (const packs of this.#editions.slice(EDITIONS_KEPT)) {
      for (const name of packs.values()) if (!needed.has(name)) await rm(this.#pathOf(name), { force: true });
    }
    this.#editions = [new Map(), ...kept];
  }

  #pathOf(name: string): string {
    return join(this.#folder, `${name}.bin`);
  }
}
