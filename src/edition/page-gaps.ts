import type { Owner, Pairing, Placement } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";

/** The nearest items above and below that were found again; null at the page's ends. */
type Gap = { readonly above: Owner | null; readonly below: Owner | null };

/** No more than this does a place on the page say, however long the page. */
const PLACE_WEIGHT_MAX = 3;
const MOVED_WEIGHT = -1;

/** Where lost items stood and unpaired sightings stand, among the items that were found again. */
export class PageGaps {
  readonly #before = new Map<Placement, Gap>();
  readonly #after = new Map<Sighting, Gap>();
  readonly #anchors = new Map<string, number>();

  constructor(pairing: Pairing, sightings: readonly Sighting[]) {
    for (const [file, placements] of Map.groupBy(pairing.placements, (placement) => placement.file)) {
      // The ledger keeps no page's order, but items first seen together kept theirs, and newer ones stand above.
      placements.sort((a, b) => b.record.place - a.record.place);
      const found = placements.map((one) => (pairing.isLost(one) ? null : one.owner));
      this.#anchors.set(file, found.filter((owner) => owner !== null).length);
      setGaps(this.#before, placements, found);
    }
    for (const group of Map.groupBy(sightings, ({ file }) => file).values()) {
      setGaps(
        this.#after,
        group,
        group.map((sighting) => pairing.ownerOf(sighting)),
      );
    }
  }

  /** Whether the sighting stands between the very items between which the lost one stood. */
  isSame(placement: Placement, sighting: Sighting): boolean {
    const before = this.#before.get(placement);
    const after = this.#after.get(sighting);
    if (before === undefined || after === undefined || (before.above ?? before.below) === null) return false;
    return before.above === after.above && before.below === after.below;
  }

  /** What the places say for the sighting being the lost item: positive near the same neighbours, negative elsewhere. */
  weigh(placement: Placement, sighting: Sighting): number {
    const before = this.#before.get(placement);
    const after = this.#after.get(sighting);
    const anchors = this.#anchors.get(placement.file) ?? 0;
    if (before === undefined || after === undefined || anchors === 0) return 0;
    const weight = Math.min(PLACE_WEIGHT_MAX, Math.log(anchors + 1));
    if (this.isSame(placement, sighting)) return weight;
    const oneSide =
      (before.above === after.above && before.above !== null) ||
      (before.below === after.below && before.below !== null);
    return oneSide ? weight / 2 : MOVED_WEIGHT;
  }
}

function setGaps<T>(gaps: Map<T, Gap>, row: readonly T[], found: readonly (Owner | null)[]): void {
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
    if (one !== undefined && owner === null) gaps.set(one, { above: aboves[i] ?? null, below });
    below = owner ?? below;
  }
}
