import type { SaidCorrection } from "./corrections-of.ts";
import { digest } from "./digest-text.ts";
import type { LedgerCorrection } from "./ledger.ts";

/**
 * The ledger's notes of what a text says was corrected: new ones are added, a mended note is updated, one that is no longer said is
 * removed.
 *
 * @param known the notes made before
 * @param now as the ledger writes it; nothing is dated later
 * @param mint makes a correction's id from its key
 */
export function noteCorrections(
  said: readonly SaidCorrection[],
  known: readonly LedgerCorrection[],
  now: string,
  mint: (key: string) => string,
): readonly LedgerCorrection[] {
  const notes = new Map(known.map((one) => [one.id, one]));
  const left = new Set(notes.keys());
  for (const { key, date, note } of said) {
    const id = mint(key);
    left.delete(id);
    notes.set(id, noteOne(notes.get(id), { id, date: earlier(date, now), text: digest(note) }, now));
  }
  for (const id of left) {
    const gone = notes.get(id);
    if (gone !== undefined && gone.removed === undefined) notes.set(id, { ...gone, removed: now });
  }
  return [...notes.values()];
}

function noteOne(
  known: LedgerCorrection | undefined,
  seen: Pick<LedgerCorrection, "id" | "date" | "text">,
  now: string,
): LedgerCorrection {
  if (known === undefined) return { ...seen, updated: seen.date, channels: {} };
  const { removed, ...kept } = known;
  if (removed !== undefined) return { ...kept, text: seen.text, updated: now, channels: {} };
  return known.text === seen.text ? known : { ...known, text: seen.text, updated: now };
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
