import type { Move } from "../edition/edition.ts";

/** Follows addresses to where they have moved. */
export class MovedAddresses {
  /** By where something was, in lower case. */
  readonly #targets: ReadonlyMap<string, string>;
  readonly #segmentsMax: number;

  constructor(moves: readonly Move[]) {
    this.#targets = new Map(moves.map(({ from, to }) => [from.toLowerCase().normalize("NFC"), to]));
    this.#segmentsMax = moves.reduce((most, { from }) => Math.max(most, from.split("/").length - 1), 0);
  }

  /**
   * The path, then where what stood there has stood since, one move after the other. Each move is made once, so that moves in a
   * circle end.
   *
   * @param path in lower case, without a final slash
   */
  *trail(path: string): Generator<string> {
    const made = new Set<string>();
    let at = path;
    while (true) {
      yield at;
      const from = this.#longestMoved(at, made);
      if (from === undefined) return;
      made.add(from);
      at = `${this.#targets.get(from)}${at.slice(from.length)}` || "/";
    }
  }

  #longestMoved(path: string, made: ReadonlySet<string>): string | undefined {
    let longest: string | undefined;
    let end = 0;
    for (let segments = 0; segments < this.#segmentsMax && end < path.length; segments += 1) {
      const slash = path.indexOf("/", end + 1);
      end = slash === -1 ? path.length : slash;
      const from = path.slice(0, end);
      if (this.#targets.has(from) && !made.has(from)) longest = from;
    }
    return longest;
  }
}
