import { assign, type Pair } from "./assign.ts";
import type { HeadlineCandidate } from "./candidate.ts";
import { foldText } from "./fold-text.ts";
import { isSameAddress } from "./is-same-address.ts";
import { ArticleJudge } from "./judge-articles.ts";
import { HeadlineJudge } from "./judge-headlines.ts";
import type { LedgerItem } from "./ledger.ts";
import { PageGaps } from "./page-gaps.ts";
import type { Pairing, Placement } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";
import { WordIndex } from "./word-index.ts";

/** Of more lost items in a file only those nearest in words are looked at. */
const NEAR_MAX = 24;
// See judge-headlines.ts for the unit of scores; an article's is the share of it that stayed.
const HEADLINE_SCORE_MIN = 3.5;
const HEADLINE_MARGIN = 2;
/** Shorter titles come again in other files. */
const TELLING_WORDS_MIN = 4;
/** Two texts that are alike in one file are likelier the same than two in different files. */
const ELSEWHERE = -6;
const ARTICLE_SCORE_MIN = 0.3;
const ARTICLE_MARGIN = 0.1;

type Guess = Pair<Placement, Sighting>;

/**
 * Pairs lost items with sightings whose text is similar: in the file where the item stood, or in one that took over
 * that file's items. Of two possible errors, a new id for an old item and one id for two items, it prefers the first.
 */
export function pairEdited(
  pairing: Pairing,
  sightings: readonly Sighting[],
  telling: (address: string) => boolean,
): void {
  if (pairing.lost.size === 0 || pairing.unpaired.size === 0) return;
  const heirs = new Heirs(pairing);
  const gaps = new PageGaps(pairing, sightings);
  const guesses = guessHeadlines(pairing, heirs, gaps, telling);
  for (const { a, b } of assign(guesses, HEADLINE_SCORE_MIN, HEADLINE_MARGIN, isSameAnswer))
    settle(pairing, a, b);
  for (const { a, b } of assign(guessArticles(pairing), ARTICLE_SCORE_MIN, ARTICLE_MARGIN, isSameAnswer))
    settle(pairing, a, b);
}

/** One item in several files, edited in all of them alike, is no doubt. */
function isSameAnswer(one: Guess, other: Guess): boolean {
  return one.a.owner === other.a.owner && one.b.digest === other.b.digest;
}

function settle(pairing: Pairing, placement: Placement, sighting: Sighting): void {
  if (!placement.owner.seen.has(sighting.file))
    pairing.pair(sighting, placement.owner, "similar-text", placement);
}

function guessHeadlines(
  pairing: Pairing,
  heirs: Heirs,
  gaps: PageGaps,
  telling: (address: string) => boolean,
): readonly Guess[] {
  const lost = [...pairing.lost].filter(({ record }) => record.kind === "headline");
  const isAnyNew = [...pairing.unpaired].some(({ candidate }) => candidate.kind === "headline");
  if (lost.length === 0 || !isAnyNew) return [];
  const judge = new HeadlineJudge(pairing, telling);
  const near = new Nearby(lost, (placement) => judge.wordsOf(placement.record.title));
  const gaveWay = pagesThatGaveWay(pairing);
  const guesses: Guess[] = [];
  const elsewhere: Guess[] = [];
  for (const sighting of pairing.unpaired) {
    if (sighting.candidate.kind !== "headline") continue;
    for (const placement of near.find(sighting, judge.wordsOf(sighting.candidate.title))) {
      if (gaveWay.has(placement.file) && !hasSameAddress(placement.record, sighting.candidate)) continue;
      const text = judge.weigh(placement, sighting, gaps.isSame(placement, sighting));
      if (text === null) continue;
      if (placement.file === sighting.file)
        guesses.push({ a: placement, b: sighting, score: text + gaps.weigh(placement, sighting) });
      else elsewhere.push({ a: placement, b: sighting, score: text });
    }
  }
  const certain = elsewhere.filter(({ a }) => isTelling(judge, a));
  for (const { a, b } of assign(certain, HEADLINE_SCORE_MIN, HEADLINE_MARGIN, isSameAnswer))
    heirs.add(a.file, b.file);
  for (const { a, b, score } of elsewhere) {
    if (heirs.has(a.file, b.file)) guesses.push({ a, b, score: score + gaps.weigh(a, b) });
    else if (isTelling(judge, a)) guesses.push({ a, b, score: score + ELSEWHERE });
  }
  return guesses;
}

/**
 * Files of which nothing was found as it was and of whose titles fewer than half are still there: the next issue took
 * their place, and titles that are alike ("Body found near Norden") are another day's. Where all titles are there, only
 * the addresses changed. Of very small pages every line may have been edited.
 */
function pagesThatGaveWay(pairing: Pairing): ReadonlySet<string> {
  const titles = new Set<string>();
  for (const { file, candidate } of pairing.unpaired) titles.add(`${file}\n${foldText(candidate.title)}`);
  const gaveWay = new Set<string>();
  for (const [file, lost] of Map.groupBy(pairing.lost, (placement) => placement.file)) {
    if (lost.length < GONE_MIN || lost.length !== pairing.sizes.get(file)) continue;
    const stayed = lost.filter(({ record }) => titles.has(`${file}\n${foldText(record.title)}`));
    if (2 * stayed.length < lost.length) gaveWay.add(file);
  }
  return gaveWay;
}

const GONE_MIN = 5;

function hasSameAddress(record: LedgerItem, { address }: HeadlineCandidate): boolean {
  return address !== undefined && record.address !== undefined && isSameAddress(address, record.address);
}

function isTelling(judge: HeadlineJudge, { record }: Placement): boolean {
  return judge.wordsOf(record.title).length >= TELLING_WORDS_MIN;
}

function guessArticles(pairing: Pairing): readonly Guess[] {
  const judge = new ArticleJudge(pairing);
  const lost = [...pairing.lost].filter(({ record }) => record.kind === "article");
  const near = new Nearby(lost, ({ record }) => record.paragraphs);
  const guesses: Guess[] = [];
  for (const sighting of pairing.unpaired) {
    if (sighting.candidate.kind !== "article") continue;
    for (const placement of near.find(sighting, judge.paragraphsOf(sighting))) {
      const score = judge.weigh(placement, sighting);
      if (score !== null) guesses.push({ a: placement, b: sighting, score });
    }
  }
  return guesses;
}

/** Lost items that a sighting may be: those of its file and those that share words with it. */
class Nearby {
  readonly #byFile: ReadonlyMap<string, readonly Placement[]>;
  readonly #index = new WordIndex<Placement>();

  constructor(lost: readonly Placement[], wordsOf: (placement: Placement) => readonly string[]) {
    this.#byFile = Map.groupBy(lost, ({ file }) => file);
    for (const placement of lost) this.#index.add(placement, wordsOf(placement));
  }

  find({ file }: Sighting, words: readonly string[]): ReadonlySet<Placement> {
    const here = this.#byFile.get(file) ?? [];
    const found = new Set(this.#index.nearest(words, NEAR_MAX));
    if (here.length <= NEAR_MAX) for (const placement of here) found.add(placement);
    return found;
  }
}

/** Which files took over the items of which: at least two, or half, of what a file held went there. */
class Heirs {
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #moves: Map<string, number>;

  constructor(pairing: Pairing) {
    this.#moves = new Map(pairing.moves);
    this.#sizes = pairing.sizes;
  }

  add(from: string, to: string): void {
    this.#moves.set(`${from}\n${to}`, (this.#moves.get(`${from}\n${to}`) ?? 0) + 1);
  }

  has(from: string, to: string): boolean {
    const moves = this.#moves.get(`${from}\n${to}`) ?? 0;
    return moves >= 2 || 2 * moves >= (this.#sizes.get(from) ?? 0);
  }
}
