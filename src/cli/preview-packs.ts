import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackStore } from "../delivery/cold-packs.ts";

/** The newest, and the one before it, from which somebody may still be being answered. */
const EDITIONS_KEPT = 2;

/**
 * The packs of a preview, for as long as its process runs: nothing that an earlier one left is trusted. Not flushed to the disk,
 * because nobody needs them after that.
 */
export class PreviewPacks implements PackStore {
  /** Of the packs alone. */
  readonly folder: string;
  /** Names by key, of the editions whose packs are there, the newest first, which may be being packed. */
  #editions: readonly Map<string, string>[] = [new Map()];

  /** @param assets folder of what the Worker fetches */
  constructor(assets: string) {
    this.folder = join(assets, "packs");
  }

  /** To be called once, before anything is packed. */
  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
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

  /** To be called when an edition has been packed. */
  finish(): void {
    this.#editions = [new Map(), ...this.#editions];
  }

  /** Whether there are packs that only older editions need. */
  get hasOld(): boolean {
    return this.#oldNames().length > 0;
  }

  /** Removes them. To be called only when the newest edition is served, and nobody lists the folder: who does stops at what is gone. */
  async removeOld(): Promise<void> {
    for (const name of this.#oldNames()) await rm(this.#pathOf(name), { force: true });
    this.#editions = this.#editions.slice(0, EDITIONS_KEPT + 1);
  }

  /** The first of the editions is the one that comes next. */
  #oldNames(): readonly string[] {
    const namesOf = (editions: readonly Map<string, string>[]) =>
      new Set(editions.flatMap((packs) => [...packs.values()]));
    const needed = namesOf(this.#editions.slice(0, EDITIONS_KEPT + 1));
    return [...namesOf(this.#editions.slice(EDITIONS_KEPT + 1))].filter((name) => !needed.has(name));
  }

  #pathOf(name: string): string {
    return join(this.folder, `${name}.bin`);
  }
}
