import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import type { ColdHead } from "./cold-head.ts";
import type { EntryBody } from "./entry.ts";
import { type ColdEntry, writePackedFile } from "./write-packed-file.ts";

/** Where packs are put, and the Worker's `LoadPack` finds them. Names are 16 hex digits, made from the content. */
export type PackStore = {
  /**
   * Name of a file that is there already.
   *
   * @param key tells what it was made from, by the same code
   */
  readonly find: (key: string) => string | undefined;
  /** One of that name has those bytes already. */
  readonly write: (name: string, bytes: Uint8Array, key: string) => Promise<void>;
};

/** Something that will lie in a pack. Its body is made when the pack is written. */
export type ColdItem = {
  readonly cold: ColdHead;
  /** About what it takes in a pack, in bytes. From what is known before anything is compressed. */
  readonly weight: number;
  readonly body: () => EntryBody;
};

/** Of their weights: no border below the first, then on the average after the second, none much above the last. */
const PACK_WEIGHT = { min: 128_000, further: 128_000, max: 512_000 };

/**
 * Cuts what lies in packs into packs, in the order in which it comes. Where one ends is decided by the paths: what is new or has
 * changed somewhere moves no border elsewhere, so that all other packs stay the same files.
 */
export class ColdPacks {
  readonly #store: PackStore;
  readonly #names: string[] = [];
  readonly #cold: ColdEntry[] = [];
  #open: ColdItem[] = [];
  #weight = 0;

  constructor(store: PackStore) {
    this.#store = store;
  }

  async add(item: ColdItem): Promise<void> {
    const { head, headers } = item.cold;
    this.#cold.push({ head, headers, pack: this.#names.length });
    this.#open.push(item);
    this.#weight += item.weight;
    if (isBorder(item, this.#weight)) await this.close();
  }

  /** Ends the pack that is being filled. */
  async close(): Promise<void> {
    if (this.#open.length === 0) return;
    const items = this.#open;
    this.#open = [];
    this.#weight = 0;
    const key = digestOf(items.map(({ cold }) => cold.digest).join("\n"));
    this.#names.push(
      await this.writeFile(key, () => {
        const entries = items.map(({ cold, body }) => ({ ...cold.head, body: body(), deltas: [] }));
        return Buffer.concat(writePackedFile({ entries, cold: [], packs: [], moves: [] }));
      }),
    );
  }

  /** Puts a file there, if there is none that was made from the same. @returns its name */
  async writeFile(key: string, make: () => Uint8Array): Promise<string> {
    const known = this.#store.find(key);
    if (known !== undefined) return known;
    const bytes = make();
    const name = packNameOf(bytes);
    await this.#store.write(name, bytes, key);
    return name;
  }

  /** What was put into packs, and their names. */
  async finish(): Promise<{ readonly cold: readonly ColdEntry[]; readonly packs: readonly string[] }> {
    await this.close();
    return { cold: this.#cold, packs: this.#names };
  }
}

/** 16 hex digits. */
export function packNameOf(bytes: Uint8Array): string {
  return digestOf(bytes).slice(0, 16);
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Behind what is heavy a border is that much likelier. */
function isBorder({ cold, weight }: ColdItem, packWeight: number): boolean {
  if (packWeight < PACK_WEIGHT.min) return false;
  return packWeight >= PACK_WEIGHT.max || cold.chance < weight / PACK_WEIGHT.further;
}
