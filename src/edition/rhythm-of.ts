import { instantMs, later } from "./instant.ts";
import type { Ledger, LedgerItem } from "./ledger.ts";
import { statusAt, visibleFrom } from "./status-of.ts";

/** Seconds a subscription document may be kept where the channel has too little history to tell. */
export const FRESH_SECONDS_DEFAULT = 900;

/** A channel's newest changes, as many as are looked at. */
const CHANGES_MAX = 21;
const CHANGES_MIN = 5;

/** Few and far apart, so that one change seldom takes a channel from one to the next. */
const STEPS_SECONDS = [3600, 900];
const FRESH_SECONDS_MIN = 300;

/**
 * How long the subscription documents of a channel may be kept, in seconds: about a quarter of the pause between two changes that
 * three of four of its pauses do not exceed. So neither mending a text twice in five minutes nor a holiday counts for much.
 *
 * A change is an ingest that did something to the channel, at the moment it did by its own clock: what sources say of their dates is
 * not asked, and what came together is one change. Without a clock of its own: it moves only when the channel changes.
 *
 * @param until what lies after it has not happened yet
 * @returns the seconds by the channel's name
 */
export function rhythmOf(ledger: Ledger, until: string): (channel: string) => number {
  const starts = ingestStarts(ledger.items);
  const changes = new Map<string, string[]>();
  const note = (instant: string | undefined, channels: readonly string[]) => {
    if (instant === undefined || instant > until) return;
    const start = starts.get(instant) ?? instant;
    for (const channel of channels) keepNewest(changes, channel, start);
  };
  for (const record of ledger.items) if (statusAt(record, until) !== "unheard") noteItem(record, note);
  for (const { name, changed } of ledger.channels) note(changed, [name]);
  return (channel) => freshSeconds(changes.get(channel) ?? []);
}

type Note = (instant: string | undefined, channels: readonly string[]) => void;

function noteItem(record: LedgerItem, note: Note): void {
  const { firstSeen, changed, removed, returned, withdrawn, corrections } = record;
  const from = visibleFrom(record);
  const channels = Object.keys(record.channels);
  for (const instant of [from, changed, removed, returned, withdrawn?.at]) note(instant, channels);
  for (const correction of corrections ?? []) {
    const own = Object.keys(correction.channels);
    // When it was first seen is not recorded, only that it was not before its article.
    for (const instant of [correction.date, correction.updated]) note(later(instant, firstSeen), own);
    note(correction.removed, own);
  }
}

/**
 * Items first seen together are dated a second apart, backwards. Of every second at which one was, the first of its row:
 * what is ingested later never changes that.
 */
function ingestStarts(items: readonly LedgerItem[]): ReadonlyMap<string, string> {
  const starts = new Map<string, string>();
  let start = "";
  let before = Number.NEGATIVE_INFINITY;
  for (const instant of [...new Set(items.map(({ firstSeen }) => firstSeen))].sort()) {
    const ms = instantMs(instant);
    if (ms - before > 1000) start = instant;
    starts.set(instant, start);
    before = ms;
  }
  return starts;
}

/** Oldest first, each once. */
function keepNewest(changes: Map<string, string[]>, channel: string, instant: string): void {
  const known = changes.get(channel);
  if (known === undefined) {
    changes.set(channel, [instant]);
    return;
  }
  const [oldest = ""] = known;
  if (known.length === CHANGES_MAX && instant <= oldest) return;
  const place = known.findLastIndex((one) => one <= instant);
  if (known[place] === instant) return;
  known.splice(place + 1, 0, instant);
  if (known.length > CHANGES_MAX) known.shift();
}

function freshSeconds(changes: readonly string[]): number {
  if (changes.length < CHANGES_MIN) return FRESH_SECONDS_DEFAULT;
  const instants = changes.map(instantMs);
  const pauses = instants.slice(1).map((ms, i) => (ms - (instants[i] ?? ms)) / 1000);
  const usual = pauses.sort((a, b) => a - b)[Math.floor(pauses.length * 0.75)] ?? 0;
  return STEPS_SECONDS.find((step) => usual >= 4 * step) ?? FRESH_SECONDS_MIN;
}
