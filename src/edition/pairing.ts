import { instantMs } from "./instant.ts";
import type { LedgerItem } from "./ledger.ts";
import type { Sighting } from "./sighting.ts";

/** One headline on two pages is one item, and a removed item can come back, within this time. */
export const SAME_STORY_MS = 48 * 60 * 60 * 1000;

/** How a sighting was found to be an item. */
export type MatchedBy =
  | "same-text"
  | "moved"
  | "returned"
  | "copy"
  | "similar-text"
  | "same-file"
  | "same-name"
  | "new";

/** An item and where it was seen in this run. */
export type Owner = {
  /** Null if it is new. */
  readonly record: LedgerItem | null;
  /** Explicit date of publication, else first seen; milliseconds. */
  readonly dateMs: number;
  readonly seen: Map<string, { readonly sighting: Sighting; readonly by: MatchedBy }>;
};

/** A file in which the ledger says an item stands. */
export type Placement = {
  readonly owner: Owner;
  readonly record: LedgerItem;
  readonly file: string;
  readonly digest: string;
};

/**
 * Which sighting is which item, as far as it has been found out. An item has at most one sighting in a file; that is
 * why a second run finds every sighting by file and text.
 */
export class Pairing {
  readonly owners: Owner[] = [];
  /** Where living items stood, and have not been found. */
  readonly lost: Set<Placement>;
  /** Where living items stood before this run. */
  readonly placements: readonly Placement[];
  /** Files that are there now. */
  readonly files: ReadonlySet<string>;
  /** How many items stood in a file before this run. */
  readonly sizes = new Map<string, number>();
  /** How many items' very text went from one file to another: `from\nto`. */
  readonly moves = new Map<string, number>();
  /** Sightings not yet paired, in order. */
  readonly unpaired: Set<Sighting>;
  readonly now: Date;
  readonly #owners = new Map<Sighting, Owner>();

  constructor(records: readonly LedgerItem[], sightings: readonly Sighting[], now: Date) {
    this.now = now;
    this.unpaired = new Set(sightings);
    this.files = new Set(sightings.map(({ file }) => file));
    const placements: Placement[] = [];
    for (const record of records) {
      const owner = { record, dateMs: instantMs(record.published ?? record.firstSeen), seen: new Map() };
      this.owners.push(owner);
      if (record.removed !== undefined) continue;
      for (const [file, digest] of Object.entries(record.files)) {
        placements.push({ owner, record, file, digest });
      }
    }
    this.placements = placements;
    this.lost = new Set(placements);
    for (const { file } of placements) this.sizes.set(file, (this.sizes.get(file) ?? 0) + 1);
  }

  /** @param from where the item stood before, if it is no longer there */
  pair(sighting: Sighting, owner: Owner, by: MatchedBy, from?: Placement): void {
    owner.seen.set(sighting.file, { sighting, by });
    this.unpaired.delete(sighting);
    this.#owners.set(sighting, owner);
    if (from === undefined) return;
    if (by === "moved") {
      const way = `${from.file}\n${sighting.file}`;
      this.moves.set(way, (this.moves.get(way) ?? 0) + 1);
    }
    this.lost.delete(from);
  }

  add(sighting: Sighting): Owner {
    const owner = { record: null, dateMs: sighting.publishedMs ?? this.now.getTime(), seen: new Map() };
    this.owners.push(owner);
    this.pair(sighting, owner, "new");
    return owner;
  }

  ownerOf(sighting: Sighting): Owner | null {
    return this.#owners.get(sighting) ?? null;
  }

  isLost(placement: Placement): boolean {
    return this.lost.has(placement);
  }

  /** Living, or removed so short a time ago that it may come back. */
  isRecent(owner: Owner): boolean {
    const removed = owner.record?.removed;
    return removed === undefined || this.now.getTime() - instantMs(removed) <= SAME_STORY_MS;
  }
}
