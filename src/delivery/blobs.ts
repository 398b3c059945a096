/** Compressed bytes by what they were made from: a digest, and how. */
export type Made = ReadonlyMap<string, Uint8Array>;

/** The byte strings of an edition while it is packed, each made once, numbered in the order in which they were asked for. */
export class Blobs {
  readonly #made: Made;
  readonly #bytes: Uint8Array[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #waiting: Promise<void>[] = [];

  /** @param made by an earlier edition */
  constructor(made: Made) {
    this.#made = made;
  }

  /** Returns its number. */
  add(bytes: Uint8Array): number {
    return this.#bytes.push(bytes) - 1;
  }

  /**
   * Returns the number of the blob that has the key.
   *
   * @param make makes it if neither this edition nor the earlier one has it
   */
  addOnce(key: string, make: () => Uint8Array | Promise<Uint8Array>): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const made = this.#made.get(key) ?? make();
    const number = this.add(made instanceof Uint8Array ? made : new Uint8Array());
    this.#numbers.set(key, number);
    if (!(made instanceof Uint8Array)) this.#waiting.push(this.#fill(number, made));
    return number;
  }

  /** Empty while it is being made. */
  at(number: number): Uint8Array {
    return this.#bytes[number] ?? new Uint8Array();
  }

  /** All of them, when the last is made. */
  async finish(): Promise<readonly Uint8Array[]> {
    await Promise.all(this.#waiting);
    return this.#bytes;
  }

  /** The numbers by key, for `Made`. */
  numbers(): ReadonlyMap<string, number> {
    return this.#numbers;
  }

  async #fill(number: number, made: Promise<Uint8Array>): Promise<void> {
    this.#bytes[number] = await made;
  }
}
