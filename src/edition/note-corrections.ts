import { formatInstant } from "./instant.ts";
import type { LedgerCorrection } from "./ledger.ts";
import type { Sighting } from "./sighting.ts";

/**
 * The ledger's notes of what a text says was corrected, oldest first. A correction is known by its date and, where two have the same one,
 * by their order; so its note may be mended.
 *
 * @param known the notes made before
 * @param mint makes an id from a name
 */
export function noteCorrections(
  itemId: string,
  { corrections }: Pick<Sighting, "corrections">,
  known: readonly LedgerCorrection[],
  mint: (name: string) => string,
): readonly LedgerCorrection[] {
  const counts = new Map<string, number>();
  return corrections.map(({ dateMs }) => {
    const date = formatInstant(new Date(dateMs));
    const count = (counts.get(date) ?? 0) + 1;
    counts.set(date, count);
    const id = mint(`${itemId}\n${date}${count === 1 ? "" : `\n${count}`}`);
    return known.find((one) => one.id === id) ?? { id, date, channels: {} };
  });
}
