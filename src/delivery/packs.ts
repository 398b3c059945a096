/**
 * Fetches a pack, or a chunk of a large file.
 *
 * @param name 16 hex digits
 */
export type LoadPack = (name: string) => Promise<ArrayBuffer>;

const KEPT_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Packs that were fetched, the last few of which are kept. Only whole ones: a promise that one request made must not be awaited by
 * another (workerd ends a request's work with the request), so that two that come at once fetch twice.
 */
export class Packs {
  readonly #load: LoadPack;
  /** The one that was used last stands last. */
  readonly #kept = new Map<string, ArrayBuffer>();
  #keptBytes = 0;

  constructor(load: LoadPack) {
    this.#load = load;
  }

  /** Rejects when it can't be had now. */
  async get(name: string): Promise<ArrayBuffer> {
    const pack = this.#kept.get(name) ?? (await this.#load(name));
    this.#forget(name);
    this.#kept.set(name, pack);
    this.#keptBytes += pack.byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#keptBytes <= KEPT_BYTES_MAX) break;
      this.#forget(oldest);
    }
    return pack;
  }

  #forget(name: string): void {
    this.#keptBytes -= this.#kept.get(name)?.byteLength ?? 0;
    this.#kept.delete(name);
  }
}
