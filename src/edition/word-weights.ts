/**
 * How much it says that two titles share a word: the natural logarithm of how unlikely that is by chance. A word that
 * many titles have says little, a short one, which grammar asks for, too.
 */
export class WordWeights {
  readonly #counts = new Map<string, number>();
  readonly #titles: number;

  constructor(titles: readonly (readonly string[])[]) {
    this.#titles = titles.length;
    for (const words of titles) {
      for (const word of new Set(words)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    }
  }

  /** @param word one that two of the titles share; those two are left out of the count */
  of(word: string): number {
    const others = Math.max(0, (this.#counts.get(word) ?? 0) - 2);
    const weight = Math.log((this.#titles + UNSEEN_TITLES) / (others + UNSEEN_SHARE));
    return Math.min(weight, weightMax(word));
  }
}

/** As if this many more titles had been seen, with any word in one of 400 of them. */
const UNSEEN_TITLES = 50;
const UNSEEN_SHARE = UNSEEN_TITLES / 400;

/** Beyond it lie the scripts in which a letter counts as a word. */
const LAST_SPACED = 0x2e7f;

function weightMax(word: string): number {
  if (/^\p{N}+$/u.test(word)) return 3;
  if ((word.codePointAt(0) ?? 0) > LAST_SPACED) return 3;
  return [0, 1.5, 1.5, 2.5, 4][word.length] ?? 7;
}
