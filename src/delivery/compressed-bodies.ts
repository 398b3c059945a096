import { availableParallelism } from "node:os";
import { brotlied, gzipped } from "./compress.ts";
import type { Stored } from "./entry.ts";
import { SideBySide } from "./side-by-side.ts";

/** The best brotli takes sixteen times as long as the one below, for some 8 % fewer bytes: it is for what is polled most. */
const BEST_BYTES_MAX = 2_000_000;
const NEXT_QUALITY = 9;

/** The encoded bodies of what is stored whole, made side by side on all cores. */
export class CompressedBodies {
  readonly #before: ReadonlyMap<string, Stored>;
  readonly #kept = new Map<string, Stored>();
  readonly #brotliQuality: number;
  readonly #compressors = new SideBySide(availableParallelism());
  readonly #waiting: Promise<void>[] = [];
  #bytes = 0;

  /** @param before of an earlier edition with the same quality: what has not changed is taken from there */
  constructor(before: ReadonlyMap<string, Stored>, brotliQuality: number) {
    this.#before = before;
    this.#brotliQuality = brotliQuality;
  }

  /** @param etag of the text */
  add(identity: Uint8Array, etag: string): { readonly gzip: Stored; readonly br: Stored } {
    this.#bytes += identity.length;
    const quality =
      this.#bytes <= BEST_BYTES_MAX ? this.#brotliQuality : Math.min(this.#brotliQuality, NEXT_QUALITY);
    return {
      gzip: this.#once(`gzip ${etag}`, () => gzipped(identity)),
      br: this.#once(`br ${quality} ${etag}`, () => brotlied(identity, quality)),
    };
  }

  /** By what they were made from, when the last is made. */
  async finish(): Promise<ReadonlyMap<string, Stored>> {
    await Promise.all(this.#waiting);
    return this.#kept;
  }

  #once(key: string, make: () => Promise<Uint8Array>): Stored {
    const known = this.#kept.get(key) ?? this.#before.get(key);
    if (known === undefined) return this.#make(key, make);
    this.#kept.set(key, known);
    return known;
  }

  #make(key: string, make: () => Promise<Uint8Array>): Stored {
    const body: { bytes: Uint8Array } = { bytes: new Uint8Array() };
    const fill = async () => {
      body.bytes = await make();
    };
    this.#kept.set(key, body);
    this.#waiting.push(this.#compressors.run(fill));
    return body;
  }
}
