/** Texts and lists of texts, each once: a number tells its place. */
export class SharedTexts {
  readonly #places = new Map<string, number>();
  readonly #listPlaces = new Map<string, number>();
  readonly lists: Uint32Array[] = [];

  get texts(): readonly string[] {
    return [...this.#places.keys()];
  }

  has(text: string): boolean {
    return this.#places.has(text);
  }

  placeOf(text: string): number {
    return placeIn(this.#places, text);
  }

  placeOfList(list: Iterable<string>): number {
    const texts = Uint32Array.from(list, (text) => this.placeOf(text));
    const place = placeIn(this.#listPlaces, texts.join());
    this.lists[place] ??= texts;
    return place;
  }
}

/** The next one, if it has none yet. */
export function placeIn(places: Map<string, number>, key: string): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, places.size);
  return places.size - 1;
}

/** @throws {RangeError} if nothing stands there */
export function at<T>(values: readonly T[], place: number): T {
  const value = values[place];
  if (value === undefined) throw new RangeError(`nothing stands at ${place}`);
  return value;
}
