import { countInOrder, isEdit, isEditOf, type Overlap, overlapOf } from "./compare-headlines.ts";
import { foldText } from "./fold-text.ts";
import { instantMs } from "./instant.ts";
import { isSameAddress } from "./is-same-address.ts";
import type { LedgerItem } from "./ledger.ts";
import { type Pairing, type Placement, SAME_STORY_MS } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";
import { foldedTitle, titleWords } from "./title-of.ts";
import { WordIndex } from "./word-index.ts";
import { WordWeights } from "./word-weights.ts";
import { wordsOf } from "./words-of.ts";

/** More words of one line would only cost time. */
const WORDS_MAX = 64;
const RIVALS_MAX = 12;
// The figures below were found by playing histories (bench/histories.ts); see docs/identity.md.
const SAME_TITLE = 20;
const SAME_ADDRESS = 8;
const OTHER_ADDRESS = -8;
/** What a word with a mended typing mistake counts, of a word that stayed. */
const MENDED_SHARE = 0.6;
const SWAPPED = -4;
/** What has to have stayed at least, in weight, and more where more speaks for another story. */
const SEVERAL_CHANGED = 4;
const NUMBERED = 4;
const MOVED = 1;
/** So many words have to have stayed where a number changed and another word with it. */
const SHARED_MIN_NUMBERS = 7;
/** Of so few words that stayed none may have changed places, if several others went. */
const SHUFFLED_SHARED_MAX = 4;
/** A title of so many words is hardly given twice by chance. */
const TELLING_WORDS_MIN = 4;
/** Shorter words keep their small letters in titles that capitalise the others. */
const LONG_WORD_CHARS = 4;

type Title = { readonly text: string; readonly words: readonly string[]; readonly fold: string };

/**
 * Weighs what two headlines' texts say for and against the one being an edit of the other: natural logarithms of how
 * much likelier they are if it is, added up.
 */
export class HeadlineJudge {
  readonly #weights: WordWeights;
  readonly #others = new WordIndex<LedgerItem>();
  readonly #rivals = new Map<LedgerItem, readonly LedgerItem[]>();
  readonly #titles = new Map<string, Title>();
  readonly #now: Date;
  readonly #telling: (address: string) => boolean;

  constructor(pairing: Pairing, telling: (address: string) => boolean) {
    this.#now = pairing.now;
    this.#telling = telling;
    const all: (readonly string[])[] = [];
    for (const { record } of pairing.owners) {
      if (record === null || record.kind !== "headline") continue;
      const { words } = this.#note(record);
      this.#others.add(record, words);
      all.push(words);
    }
    for (const { candidate } of pairing.unpaired) {
      if (candidate.kind === "headline") all.push(this.#note(candidate).words);
    }
    this.#weights = new WordWeights(all);
  }

  wordsOf(title: string): readonly string[] {
    return this.#read(title).words;
  }

  /**
   * Null if it cannot be an edit.
   *
   * @param inPlace whether the sighting stands just where the item stood
   */
  weigh({ record }: Placement, { candidate }: Sighting, inPlace: boolean): number | null {
    if (candidate.kind !== "headline") return null;
    const addresses = this.#weighAddresses(record, candidate.address);
    const before = this.#read(record.title);
    const after = this.#read(candidate.title);
    if (before.fold === after.fold) return sameTitle(before, addresses);
    const overlap = overlapOf(before.words, after.words);
    if (addresses > 0 && this.#isSameAddressEdit(record, overlap)) return SAME_TITLE;
    if (!isEdit(overlap)) return null;
    const swaps = swapsIn(overlap, before, after);
    const shared = this.#weighShared(record, overlap);
    if (isAnotherOfItsKind(overlap, before, after) || shared < sharedMin(overlap, swaps, inPlace))
      return null;
    return shared + addresses + SWAPPED * swaps;
  }

  #weighAddresses({ address }: LedgerItem, other: string | undefined): number {
    if (address === undefined || other === undefined) return 0;
    if (!isSameAddress(address, other)) return OTHER_ADDRESS;
    return this.#telling(address) ? SAME_ADDRESS : 0;
  }

  /** At one address a headline may be rewritten wholly while it is fresh; later, some of it must have stayed. */
  #isSameAddressEdit(record: LedgerItem, { shared, gone, come }: Overlap): boolean {
    const ageMs = this.#now.getTime() - instantMs(record.published ?? record.firstSeen);
    return ageMs <= SAME_STORY_MS || 2 * shared.length >= Math.max(gone.length, come.length);
  }

  /**
   * The weight of what is shared, less what another living item shares, too: then it is a phrase ("Storm kills ... in
   * ...") rather than a story, and its words count as one.
   */
  #weighShared(record: LedgerItem, { shared, mended }: Overlap): number {
    const weights = new Map(shared.map((word) => [word, this.#weights.of(word)]));
    let sum = 0;
    for (const word of shared) sum += weights.get(word) ?? 0;
    for (const word of mended) sum += MENDED_SHARE * this.#weights.of(word);
    let phrase = 0;
    for (const rival of this.#rivalsOf(record)) {
      const common = overlapOf(shared, this.#read(rival.title).words).shared.map(
        (word) => weights.get(word) ?? 0,
      );
      const most = common.reduce((max, weight) => Math.max(max, weight), 0);
      phrase = Math.max(
        phrase,
        common.reduce((total, weight) => total + weight, -most),
      );
    }
    return sum - phrase;
  }

  /** Other items that share most with this one. A removed one that reads like it may be its own past, and is none. */
  #rivalsOf(record: LedgerItem): readonly LedgerItem[] {
    const known = this.#rivals.get(record);
    if (known !== undefined) return known;
    const { words } = this.#read(record.title);
    const rivals = this.#others.nearest(words, RIVALS_MAX).filter((other) => {
      if (other === record) return false;
      return other.removed === undefined || !isEdit(overlapOf(this.#read(other.title).words, words));
    });
    this.#rivals.set(record, rivals);
    return rivals;
  }

  /** So that it is known when it is read. */
  #note(one: { readonly title: string }): Title {
    const text = one.title;
    const title = { text, words: titleWords(one).slice(0, WORDS_MAX), fold: foldedTitle(one) };
    this.#titles.set(text, title);
    return title;
  }

  #read(text: string): Title {
    const known = this.#titles.get(text);
    if (known !== undefined) return known;
    const title = { text, words: wordsOf(text).slice(0, WORDS_MAX), fold: foldText(text) };
    this.#titles.set(text, title);
    return title;
  }
}

/**
 * Where several words changed, a number among them, or the rest lost its order as well, it is likelier another story
 * of the same kind: "Shares of Hale fall 5 percent", "Shares of Norden fall 2 percent".
 */
function isAnotherOfItsKind({ shared, gone, come }: Overlap, before: Title, after: Title): boolean {
  if (Math.min(gone.length, come.length) < 2) return false;
  if (gone.some(isNumber) && come.some(isNumber)) return shared.length < SHARED_MIN_NUMBERS;
  if (shared.length > SHUFFLED_SHARED_MAX) return false;
  const kept = countInOrder(before.words, after.words);
  return !isEditOf(before.words.length, before.words.length - kept, after.words.length - kept);
}

/**
 * What has to have stayed, in weight, if what is shared is not to be a phrase with gaps ("Shares of ... fall ...
 * percent"): the more where several words changed, where numbers or names did, and elsewhere on the page.
 */
function sharedMin({ shared, gone, come }: Overlap, swaps: number, inPlace: boolean): number {
  const several = Math.min(gone.length, come.length) > 1;
  const numbered = swaps > 0 || [...shared, ...gone].some(isNumber);
  return (several ? SEVERAL_CHANGED : 0) + (numbered ? NUMBERED : 0) + (inPlace ? 0 : MOVED);
}

/** The same words with another address are another "Weather", but no other "Bank holds rates after stormy session". */
function sameTitle({ words }: Title, addresses: number): number | null {
  return addresses >= 0 || words.length >= TELLING_WORDS_MIN ? SAME_TITLE : null;
}

/** Numbers and names that gave way to others: likelier two stories of one kind than one story. */
function swapsIn({ gone, come }: Overlap, before: Title, after: Title): number {
  const countOf = (words: readonly string[], names: ReadonlySet<string>) =>
    words.filter((word) => names.has(word) || isNumber(word)).length;
  const wentFor = countOf(gone, namesOf(before.text));
  const cameFor = countOf(come, namesOf(after.text));
  // The first word has a capital in any case: it counts as a name where one came or went for it.
  const wentAtAll = countOf(gone, new Set([...namesOf(before.text), ...before.words.slice(0, 1)]));
  const cameAtAll = countOf(come, new Set([...namesOf(after.text), ...after.words.slice(0, 1)]));
  return Math.max(Math.min(wentFor, cameAtAll), Math.min(wentAtAll, cameFor));
}

function isNumber(word: string): boolean {
  return /^\p{N}/u.test(word);
}

/** Words with a capital inside a title that doesn't capitalise every word. */
function namesOf(title: string): ReadonlySet<string> {
  if (!showsNames(title)) return new Set();
  const [, ...words] = title.split(" ");
  return new Set(words.filter(isCapital).flatMap((word) => wordsOf(word)));
}

/** Whether capitals mean something in a title: not if every longer word has one. */
function showsNames(title: string): boolean {
  const [, ...words] = title.split(" ");
  const long = words.filter((word) => word.length >= LONG_WORD_CHARS);
  return long.length === 0 || !long.every(isCapital);
}

function isCapital(word: string): boolean {
  return /^\p{P}*\p{Lu}/u.test(word);
}
