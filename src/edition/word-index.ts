/** How many titles one look-up looks at. */
const VISITS_MAX = 400;

/** Finds titles by the words, and pairs of words, that they share with another: the rarest first, within a budget. */
export class WordIndex<T> {
  readonly #holders = new Map<string, T[]>();

  add(holder: T, words: readonly string[]): void {
    for (const key of keysOf(words)) {
      const holders = this.#holders.get(key);
      if (holders === undefined) this.#holders.set(key, [holder]);
      else holders.push(holder);
    }
  }

  /** Those that share most of what is rare, best first, at most `countMax`. */
  nearest(words: readonly string[], countMax: number): readonly T[] {
    const lists = keysOf(words).map((key) => this.#holders.get(key) ?? []);
    lists.sort((a, b) => a.length - b.length);
    const shares = new Map<T, number>();
    let visits = 0;
    for (const list of lists) {
      for (const holder of list) {
        shares.set(holder, (shares.get(holder) ?? 0) + 1 / list.length);
        visits += 1;
        if (visits === VISITS_MAX) return best(shares, countMax);
      }
    }
    return best(shares, countMax);
  }
}

function best<T>(shares: ReadonlyMap<T, number>, countMax: number): readonly T[] {
  const ranked = [...shares].sort(([, a], [, b]) => b - a);
  return ranked.slice(0, countMax).map(([holder]) => holder);
}

function keysOf(words: readonly string[]): readonly string[] {
  const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`);
  return [...new Set([...words, ...pairs])];
}
