import type { Owner, Pairing } from "./pairing.ts";
import { SAME_STORY_MS } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";
import { foldedTitle } from "./title-of.ts";

/**
 * One story on two pages is one item: headlines if their addresses are the same, or their texts are and no addresses
 * differ; articles if their texts are; always within 48 hours.
 */
export class Copies {
  readonly #pairing: Pairing;
  readonly #owners = new Map<string, Owner[]>();
  readonly #telling: (address: string) => boolean;
  /** Of the time, in which something may be looked up: as a rule a few days of all there is. */
  readonly #slots: ReadonlySet<number>;

  /** For the sightings that are unpaired now. */
  constructor(pairing: Pairing, telling: (address: string) => boolean) {
    this.#pairing = pairing;
    this.#telling = telling;
    this.#slots = new Set([...pairing.unpaired].flatMap((sighting) => nearSlots(this.#dateOf(sighting))));
    for (const owner of pairing.owners) {
      if (!this.#slots.has(slotOf(owner.dateMs)) || !pairing.isRecent(owner)) continue;
      const { record } = owner;
      if (record !== null && record.kind === "headline")
        this.#addHeadline(owner, foldedTitle(record), record.address);
      else if (record !== null) this.#add(owner, `text\n${record.text}`);
      for (const { sighting } of owner.seen.values()) this.add(owner, sighting);
    }
  }

  /** From now on the owner is also known by what this sighting says. */
  add(owner: Owner, { candidate, digest }: Sighting): void {
    if (!this.#slots.has(slotOf(owner.dateMs))) return;
    if (candidate.kind === "article") this.#add(owner, `text\n${digest}`);
    else this.#addHeadline(owner, foldedTitle(candidate), candidate.address);
  }

  /** The item that this sighting is a copy of, standing in other files only. */
  find(sighting: Sighting): Owner | undefined {
    const { candidate, digest } = sighting;
    if (candidate.kind === "article") return this.#lookUp(sighting, `text\n${digest}`);
    const fold = foldedTitle(candidate);
    if (candidate.address === undefined) return this.#lookUp(sighting, `title\n${fold}`);
    return (
      this.#lookUp(sighting, `both\n${candidate.address}\n${fold}`) ??
      (this.#telling(candidate.address)
        ? this.#lookUp(sighting, `address\n${candidate.address}`)
        : undefined) ??
      this.#lookUp(sighting, `bare\n${fold}`)
    );
  }

  #addHeadline(owner: Owner, fold: string, address: string | undefined): void {
    this.#add(owner, `title\n${fold}`);
    if (address === undefined) {
      this.#add(owner, `bare\n${fold}`);
      return;
    }
    this.#add(owner, `both\n${address}\n${fold}`);
    this.#add(owner, `address\n${address}`);
  }

  #add(owner: Owner, key: string): void {
    const slot = `${key}\n${slotOf(owner.dateMs)}`;
    const owners = this.#owners.get(slot);
    if (owners === undefined) this.#owners.set(slot, [owner]);
    else if (owners.at(-1) !== owner) owners.push(owner);
  }

  #lookUp(sighting: Sighting, key: string): Owner | undefined {
    const dateMs = this.#dateOf(sighting);
    for (const near of nearSlots(dateMs)) {
      for (const owner of this.#owners.get(`${key}\n${near}`) ?? []) {
        if (Math.abs(owner.dateMs - dateMs) <= SAME_STORY_MS && !standsIn(owner, sighting.file)) return owner;
      }
    }
    return undefined;
  }

  #dateOf({ publishedMs }: Sighting): number {
    return publishedMs ?? this.#pairing.now.getTime();
  }
}

function slotOf(dateMs: number): number {
  return Math.floor(dateMs / SAME_STORY_MS);
}

/** Those in which something of the same story may be. */
function nearSlots(dateMs: number): readonly number[] {
  const slot = slotOf(dateMs);
  return [slot, slot - 1, slot + 1];
}

function standsIn({ record, seen }: Owner, file: string): boolean {
  return seen.has(file) || (record?.removed === undefined && record?.files[file] !== undefined);
}
