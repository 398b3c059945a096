import { formatInstant, instantMs } from "./instant.ts";
import type { Ledger } from "./ledger.ts";
import { turningPoints } from "./status-of.ts";

/**
 * When the mere passing of time last changed what is published: an embargo ended, or a withdrawal's notice had stood long enough.
 * Null if nothing has come due since `since`.
 */
export function newestEvent(ledger: Ledger, since: Date, now: Date): Date | null {
  const until = formatInstant(now);
  const from = formatInstant(since);
  let latest = from;
  for (const record of ledger.items) {
    for (const point of turningPoints(record)) if (point <= until && point > latest) latest = point;
  }
  return latest === from ? null : new Date(instantMs(latest));
}

/** When the ledger was written: the newest instant that an ingest took from the clock. */
export function ingestedAt({ founded, items, channels, documents }: Ledger): Date {
  let newest = founded;
  const note = (instant = "") => {
    if (instant > newest) newest = instant;
  };
  for (const { firstSeen, removed, returned, withdrawn } of items) {
    for (const instant of [firstSeen, removed, returned, withdrawn?.at]) note(instant);
  }
  for (const { changed } of channels) note(changed);
  for (const { validators } of documents) note(validators[0]?.lastModified);
  return new Date(instantMs(newest));
}
