import type { LedgerItem } from "./ledger.ts";
import type { Pairing, Placement } from "./pairing.ts";
import { SAME_STORY_MS } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";
import { wordsOf } from "./words-of.ts";

/** Pairs the sightings that have an item's very text: where it stood, where it moved to, where it came back. */
export function pairExact(pairing: Pairing): void {
  pairUnmoved(pairing);
  pairMoved(pairing);
  pairReturned(pairing);
  pairWithdrawn(pairing);
}

/** A withdrawn text stays withdrawn, whenever and wherever it stands again: in a copy, or brought back from a backup. */
function pairWithdrawn(pairing: Pairing): void {
  const withdrawn = new Map<string, Pairing["owners"][number]>();
  for (const owner of pairing.owners) {
    if (owner.record?.withdrawn === undefined) continue;
    for (const digest of [owner.record.text, ...Object.values(owner.record.files)])
      withdrawn.set(digest, owner);
  }
  for (const sighting of pairing.unpaired) {
    const owner = withdrawn.get(sighting.digest);
    if (owner?.record == null || owner.seen.has(sighting.file)) continue;
    const dateMs = sighting.publishedMs ?? pairing.now.getTime();
    if (Math.abs(dateMs - owner.dateMs) > SAME_STORY_MS && comesAgain(owner.record)) continue;
    pairing.pair(sighting, owner, "returned");
  }
}

/** "Weather" is another one next week. */
function comesAgain({ kind, title }: LedgerItem): boolean {
  return kind === "headline" && wordsOf(title).length < TELLING_WORDS_MIN_DATED;
}

function pairUnmoved(pairing: Pairing): void {
  const stood = new Map<string, Map<string, Placement>>();
  for (const placement of pairing.lost) {
    const inFile = stood.get(placement.file) ?? new Map<string, Placement>();
    stood.set(placement.file, inFile.set(placement.digest, placement));
  }
  for (const sighting of pairing.unpaired) {
    const placement = stood.get(sighting.file)?.get(sighting.digest);
    if (placement === undefined) continue;
    pairing.pair(sighting, placement.owner, "same-text", placement);
  }
}

function pairReturned(pairing: Pairing): void {
  const stood = new Map<string, Pairing["owners"][number]>();
  for (const owner of pairing.owners) {
    if (owner.record?.removed === undefined || !pairing.isRecent(owner)) continue;
    for (const [file, digest] of Object.entries(owner.record.files)) stood.set(`${file}\n${digest}`, owner);
  }
  for (const sighting of pairing.unpaired) {
    const owner = stood.get(`${sighting.file}\n${sighting.digest}`);
    if (owner !== undefined && !owner.seen.has(sighting.file)) pairing.pair(sighting, owner, "returned");
  }
}

/**
 * A text that its file lost and another file has. Where a text was lost more than once, the file from which most went
 * to the new one is the one it came from.
 */
function pairMoved(pairing: Pairing): void {
  const lostByDigest = Map.groupBy(pairing.lost, ({ digest }) => digest);
  const flow = new Map<string, number>();
  const witnesses = new Map<string, number>();
  const moves: { sighting: Sighting; from: readonly Placement[] }[] = [];
  for (const sighting of pairing.unpaired) {
    const from = lostByDigest.get(sighting.digest);
    if (from === undefined) continue;
    moves.push({ sighting, from });
    for (const { file, record } of from) {
      const way = `${file}\n${sighting.file}`;
      flow.set(way, (flow.get(way) ?? 0) + 1);
      if (isWitness(record)) witnesses.set(way, (witnesses.get(way) ?? 0) + 1);
    }
  }
  for (const { sighting, from } of moves) {
    const flowOf = ({ file }: Placement) => flow.get(`${file}\n${sighting.file}`) ?? 0;
    const open = from.filter((one) => pairing.isLost(one) && !one.owner.seen.has(sighting.file));
    const best = chooseOrigin(open, flowOf);
    if (best === null) continue;
    const { placement, isSure } = best;
    const witnessed = witnesses.get(`${placement.file}\n${sighting.file}`) ?? 0;
    const isCertain = isSure && movedWithOthers(pairing, placement, flowOf(placement), witnessed);
    if (isCertain || !isAnotherDay(placement, sighting, pairing.now)) {
      pairing.pair(sighting, placement.owner, "moved", placement);
    }
  }
}

/** The first of those with the most flow, and whether no other item has as much. */
function chooseOrigin(
  open: readonly Placement[],
  flowOf: (placement: Placement) => number,
): { readonly placement: Placement; readonly isSure: boolean } | null {
  const most = open.reduce((max, one) => Math.max(max, flowOf(one)), 0);
  const [placement, ...others] = open.filter((one) => flowOf(one) === most);
  if (placement === undefined) return null;
  return { placement, isSure: others.every(({ owner }) => owner === placement.owner) };
}

/**
 * Whether so much went the same way that it was the page that moved, not a headline.
 *
 * @param witnesses how many of the texts that went are none that come again
 */
function movedWithOthers(pairing: Pairing, { file }: Placement, count: number, witnesses: number): boolean {
  const size = pairing.sizes.get(file) ?? 0;
  return (witnesses > 0 && 2 * count >= size) || (witnesses > 1 && 3 * witnesses >= size);
}

/** The next issue has "Weather" and "Sport", too; it has no article of the last one, and no long headline. */
function isWitness({ kind, title }: LedgerItem): boolean {
  return kind === "article" || wordsOf(title).length >= WITNESS_WORDS_MIN;
}

const WITNESS_WORDS_MIN = 5;

/** Shorter headlines come again: "Weather", "Bank strike". */
export const TELLING_WORDS_MIN = 3;
const TELLING_WORDS_MIN_DATED = 4;

/** "Weather" gone from last week's page, and "Weather" on another one today, are two items unless more moved with it. */
function isAnotherDay({ owner, record }: Placement, sighting: Sighting, now: Date): boolean {
  if (record.kind === "article") return false;
  const dateMs = sighting.publishedMs ?? now.getTime();
  if (Math.abs(dateMs - owner.dateMs) <= SAME_STORY_MS) return false;
  const wordsMin = sighting.publishedMs === null ? TELLING_WORDS_MIN : TELLING_WORDS_MIN_DATED;
  return wordsOf(record.title).length < wordsMin;
}
