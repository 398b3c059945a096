import type { Candidate } from "./candidate.ts";
import type { Change } from "./change.ts";
import { compareText } from "./compare-text.ts";
import { type DateProblem, dateProblems } from "./date-problem.ts";
import { wholeSeconds } from "./instant.ts";
import { lazily } from "./lazily.ts";
import type { Ledger, LedgerItem } from "./ledger.ts";
import { type SlugMinter, slugMinter } from "./make-slug.ts";
import { mintNamedId } from "./mint-id.ts";
import { itemMinter } from "./mint-item.ts";
import { Copies } from "./pair-copies.ts";
import { pairEdited } from "./pair-edited.ts";
import { pairExact, TELLING_WORDS_MIN } from "./pair-exact.ts";
import { isMarkdown, pairMarkdown } from "./pair-markdown.ts";
import { Pairing } from "./pairing.ts";
import { type Settling, settleRecord } from "./settle-record.ts";
import { type Sighting, sightingsOf } from "./sighting.ts";
import { tellingAddresses } from "./telling-addresses.ts";
import { wordsOf } from "./words-of.ts";

/** An item and the candidates it was made from; the first is the one that readers are shown. */
export type Match = {
  readonly record: LedgerItem;
  readonly candidates: readonly [Candidate, ...Candidate[]];
};

export type Reconciled = {
  /** The very ledger that was given, if nothing changed. */
  readonly ledger: Ledger;
  /** Everything that is published now. */
  readonly matches: readonly Match[];
  readonly changes: readonly Change[];
  /** Dates of new items that could not be used. */
  readonly problems: readonly DateProblem[];
};

/**
 * Finds out which item each candidate is, mints ids, slugs and first-seen instants for those that are new, and notes
 * what was edited, moved or removed. Pure; once more with its own result it changes nothing, at any later `now`.
 *
 * @param candidates everything in `data/`, files in the order in which their items are to be published
 * @param timeZone IANA name, for explicit dates without a zone
 * @param held files that can't be used as they are now: what stands in them stays as it was
 */
export function reconcile(
  ledger: Ledger,
  candidates: readonly Candidate[],
  now: Date,
  timeZone: string,
  held: ReadonlySet<string> = new Set(),
): Reconciled {
  const second = wholeSeconds(now);
  const sightings = sightingsOf(candidates, now, timeZone);
  const pairing = new Pairing(ledger.items, sightings, second);
  pairExact(pairing);
  pairMarkdown(pairing);
  const telling = tellingAddresses(pairing, sightings);
  if ([...pairing.unpaired].every(isMarkdown)) addArticles(pairing, sightings, telling);
  else addOthers(pairing, sightings, telling);
  return settle(ledger, pairing, second, held);
}

/** Two Markdown files are two articles, whatever they say: where nothing else is left, nothing is compared with all there is. */
function addArticles(pairing: Pairing, sightings: readonly Sighting[], telling: Telling): void {
  pairEdited(pairing, sightings, telling);
  for (const sighting of pairing.unpaired) pairing.add(sighting);
}

function addOthers(pairing: Pairing, sightings: readonly Sighting[], telling: Telling): void {
  const copies = new Copies(pairing, telling);
  pairCopies(pairing, copies);
  pairEdited(pairing, sightings, telling);
  for (const owner of pairing.owners) {
    for (const { sighting } of owner.seen.values()) copies.add(owner, sighting);
  }
  pairCopiesOrAdd(pairing, copies);
}

/** Whether an address says something about a text. */
type Telling = (address: string) => boolean;

/** Short headlines wait until it is known which pages took over from which: they may have come from there. */
function pairCopies(pairing: Pairing, copies: Copies): void {
  for (const sighting of pairing.unpaired) {
    if (isMarkdown(sighting)) continue;
    if (wordsOf(sighting.candidate.title).length < TELLING_WORDS_MIN) continue;
    const owner = copies.find(sighting);
    if (owner !== undefined) pairing.pair(sighting, owner, "copy");
  }
}

function pairCopiesOrAdd(pairing: Pairing, copies: Copies): void {
  for (const sighting of pairing.unpaired) {
    // Two Markdown files are two articles, whatever they say.
    const owner = isMarkdown(sighting) ? undefined : copies.find(sighting);
    if (owner !== undefined) pairing.pair(sighting, owner, "copy");
    copies.add(owner ?? pairing.add(sighting), sighting);
  }
}

function settle(ledger: Ledger, pairing: Pairing, now: Date, held: ReadonlySet<string>): Reconciled {
  const count = pairing.owners.filter(({ record }) => record === null).length;
  // All that was ever published is looked through for them, and as a rule little is new or nothing.
  const slugs = lazily(() => slugMinter(ledger.items.flatMap(({ slug, aliases }) => [slug, ...aliases])));
  const mintSlug: SlugMinter = (title, kind, id) => slugs()(title, kind, id);
  const items = lazily(() => itemMinter(ledger, count, now, mintSlug));
  const settling: Settling = {
    now,
    held,
    mint: (sighting, files) => items()(sighting, files),
    mintSlug,
    mintCorrection: (name) => mintNamedId(ledger.namespace, "correction", name),
  };
  const settled = pairing.owners.map((owner) => settleRecord(owner, settling));
  const changes = settled.flatMap((one) => one.changes);
  const matches = settled.flatMap(({ record, candidates: [first, ...rest] }): readonly Match[] =>
    first === undefined ? [] : [{ record, candidates: [first, ...rest] }],
  );
  const problems = dateProblems(pairing.owners);
  if (changes.length === 0) return { ledger, matches, changes, problems };
  const records = settled.map(({ record }) => record).sort((a, b) => compareText(a.id, b.id));
  return { ledger: { ...ledger, items: records }, matches, changes, problems };
}
