import { formatInstant, instantMs } from "./instant.ts";
import type { Ledger } from "./ledger.ts";
import { turningPoints } from "./status-of.ts";

/**
 * When the mere passing of time last changed what is in a channel: an embargo ended, or a withdrawal's notice had stood long enough.
 *
 * @returns by name, without those in which nothing has come due since `since`
 */
export function newestEvents(ledger: Ledger, since: Date, now: Date): ReadonlyMap<string, Date> {
  const until = formatInstant(now);
  const from = formatInstant(since);
  const newest = new Map<string, string>();
  for (const record of ledger.items) {
    for (const point of turningPoints(record)) {
      if (point <= from || point > until) continue;
      for (const name of Object.keys(record.channels)) {
        if (point > (newest.get(name) ?? "")) newest.set(name, point);
      }
    }
  }
  return new Map(Array.from(newest, ([name, point]) => [name, new Date(instantMs(point))]));
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
