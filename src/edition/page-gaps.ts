import type { Owner, Pairing, Placement } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";

/** The nearest items above and below that were found again; null at the page's ends. */
type Gap = { readonly above: Owner | null; readonly below: Owner | null };
/** A page as it is now: which line everything stands on, 0 at the top, and how many lines there are. */
type Page = { readonly lines: ReadonlyMap<Owner | Sighting, number>; readonly size: number };

/** No more than this does a place on the page say, however long the page. */
const PLACE_WEIGHT_MAX = 3;
/** What it says at least, if the place is to be called the same. */
const PLACE_WEIGHT_MIN = 0.5;
const MOVED_WEIGHT = -1;

/** Where lost items stood and unpaired sightings stand, among the items that were found again. */
export class PageGaps {
  readonly #gaps = new Map<Placement, Gap>();
  readonly #pages = new Map<string, Page>();

  constructor(pairing: Pairing, sightings: readonly Sighting[]) {
    for (const placements of Map.groupBy(pairing.placements, (placement) => placement.file).values()) {
      // The ledger keeps no page's order, but items first seen together kept theirs, and newer ones stand above.
      placements.sort((a, b) => b.record.place - a.record.place);
      this.#addGaps(
        placements,
        placements.map((one) => (pairing.isLost(one) ? null : one.owner)),
      );
    }
    for (const [file, group] of Map.groupBy(sightings, (sighting) => sighting.file)) {
      const lines = new Map(group.map((sighting, i) => [pairing.ownerOf(sighting) ?? sighting, i]));
      this.#pages.set(file, { lines, size: group.length });
    }
  }

  /**
   * What the places say for the sighting being the lost item: between the items that stood around the lost one the more,
   * the less of the page lies between them; negative elsewhere; 0 if nothing around it was found again.
   */
  weigh(placement: Placement, sighting: Sighting): number {
    const gap = this.#gaps.get(placement);
    const page = this.#pages.get(sighting.file);
    const line = page?.lines.get(sighting);
    if (gap === undefined || page === undefined || line === undefined) return 0;
    if (gap.above === null && gap.below === null) return 0;
    const top = gap.above === null ? -1 : page.lines.get(gap.above);
    const bottom = gap.below === null ? page.size : page.lines.get(gap.below);
    if (top !== undefined && bottom !== undefined && top < line && line < bottom) {
      return Math.min(PLACE_WEIGHT_MAX, Math.log(page.size / (bottom - top - 1)));
    }
    return MOVED_WEIGHT;
  }

  /** Whether the sighting stands where the item stood. */
  isSame(placement: Placement, sighting: Sighting): boolean {
    return this.weigh(placement, sighting) >= PLACE_WEIGHT_MIN;
  }

  #addGaps(row: readonly Placement[], found: readonly (Owner | null)[]): void {
    const aboves: (Owner | null)[] = [];
    let above: Owner | null = null;
    for (const owner of found) {
      aboves.push(above);
      above = owner ?? above;
    }
    let below: Owner | null = null;
    for (let i = row.length - 1; i >= 0; i -= 1) {
      const one = row[i];
      const owner = found[i] ?? null;
      if (one !== undefined && owner === null) this.#gaps.set(one, { above: aboves[i] ?? null, below });
      below = owner ?? below;
    }
  }
}
