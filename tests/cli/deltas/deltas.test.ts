import { expect, test } from "vitest";
import { type CompiledEdition, compileEdition } from "../../../src/cli/compile-edition.ts";
import { createApp } from "../../../src/delivery/create-app.ts";
import { packEdition } from "../../../src/delivery/pack-edition.ts";
import { unpackEdition } from "../../../src/delivery/unpack-edition.ts";
import { renderFeeds } from "../../../src/documents/render-channel.ts";
import { formatLedger } from "../../../src/edition/format-ledger.ts";
import { foundLedger } from "../../../src/edition/found-ledger.ts";
import type { Ledger } from "../../../src/edition/ledger.ts";
import { parseLedger } from "../../../src/edition/parse-ledger.ts";
import { joinPieces } from "../../delivery/join-pieces.ts";
import { SeededRandom } from "../../edition/seeded-random.ts";
import { Desk } from "./desk.ts";
import { type Ask, Cache, Reader } from "./readers.ts";

const ORIGIN = "https://delta.wire.test";
const HOUR_MS = 60 * 60 * 1000;
const EDITS = 50;
/** A cache may be so many editions ahead of the readers behind it; a step of the test makes two at most. */
const STEPS_BEHIND_MAX = 4;

test.each([
  { seed: 1, itemsMax: 500, path: "/rss.xml" },
  { seed: 2, itemsMax: 500, path: "/atom.xml" },
  { seed: 3, itemsMax: 60, path: "/rss.xml" },
  { seed: 4, itemsMax: 60, path: "/atom.xml" },
  { seed: 15, itemsMax: 500, path: "/tags/harbour/rss.xml" },
  { seed: 6, itemsMax: 500, path: "/tags/harbour/atom.xml" },
  { seed: 7, itemsMax: 60, path: "/tags/harbour/atom.xml" },
])(
  "who polls $path for deltas, alone or behind a cache, ends with the items of who reads it whole (seed $seed, $itemsMax items a feed)",
  async ({ seed, itemsMax, path }) => {
    const random = new SeededRandom(seed);
    const newsroom = new Newsroom(random, itemsMax, path);
    const [alone, behind] = [new Pair(), new Pair()];
    const cache = new Cache(newsroom.ask);
    let stepsBehind = 0;
    for (let edit = 0; edit < EDITS; edit += 1) {
      newsroom.work();
      // With and without an ingest since: what had to wait may have come due.
      for (const moment of ["at once", "later"]) {
        await newsroom.publish();
        if (random.chance(0.3)) await cache.ask({});
        if (random.chance(0.25)) await alone.poll(newsroom.ask, newsroom.ask, `edit ${edit}, ${moment}`);
        if (random.chance(0.3) || stepsBehind === STEPS_BEHIND_MAX) {
          stepsBehind = -1;
          await behind.poll(newsroom.ask, cache.ask, `edit ${edit}, ${moment}, behind the cache`);
        }
        newsroom.wait();
      }
      stepsBehind += 1;
    }
    expect(alone.deltas).toBeGreaterThan(0);
    expect(behind.deltas).toBeGreaterThan(0);
  },
);

/** A reader that always reads the whole feed, and one that takes deltas, who poll at the same moments. */
class Pair {
  readonly #whole = new Reader();
  readonly #frugal = new Reader({ "A-IM": "feed" });

  get deltas(): number {
    return this.#frugal.deltas;
  }

  async poll(origin: Ask, ask: Ask, when: string): Promise<void> {
    await this.#whole.poll(origin);
    await this.#frugal.poll(ask);
    const copyOf = ({ items, head }: Reader) => ({ when, head, items: [...items].sort() });
    expect(copyOf(this.#frugal)).toEqual(copyOf(this.#whole));
  }
}

/** Works, ingests and publishes one feed, by the same code as the commands. */
class Newsroom {
  readonly #random: SeededRandom;
  readonly #desk: Desk;
  readonly #path: string;
  #ledger: Ledger = foundLedger("2b1f3c58-3a50-4f0e-9c1b-5f3c7a1d9e02", new Date("2026-01-01T00:00:00Z"));
  #nowMs = Date.parse("2026-02-01T08:00:00Z");
  #app = createApp({ has: () => false, find: () => undefined, moves: () => [] }, () => new Date());

  constructor(random: SeededRandom, itemsMax: number, path: string) {
    this.#random = random;
    this.#desk = new Desk(random, itemsMax);
    this.#path = path;
    this.#ingest(this.#ledger);
  }

  work(): void {
    this.wait();
    this.#ingest(this.#desk.work(this.#ledger, this.#now));
  }

  wait(): void {
    this.#nowMs += this.#random.between(1, 24) * HOUR_MS;
  }

  async publish(): Promise<void> {
    const { edition, lastModifiedOf, deltasOf, ledgerIsBehind } = this.#compile(this.#ledger, "build");
    expect(ledgerIsBehind).toBe(false);
    const documents = renderFeeds(edition).filter(({ path }) => path === this.#path);
    const settings = { lastModifiedOf, deltasOf, brotliQuality: 0 };
    const { pieces } = await packEdition({ documents, media: [], moves: [] }, settings);
    this.#app = createApp(unpackEdition(joinPieces(pieces).buffer), () => this.#now);
  }

  readonly ask: Ask = async (headers) => {
    const response = await this.#app.fetch(new Request(`${ORIGIN}${this.#path}`, { headers }));
    const etag = response.headers.get("ETag") ?? "";
    return { status: response.status, etag, text: await response.text() };
  };

  get #now(): Date {
    return new Date(this.#nowMs);
  }

  #ingest(ledger: Ledger): void {
    // Through its file, as the next command finds it.
    this.#ledger = parseLedger(formatLedger(this.#compile(ledger, "ingest").ledger));
  }

  #compile(ledger: Ledger, mode: "ingest" | "build"): CompiledEdition {
    const { site, candidates } = this.#desk;
    const data = { site, candidates, ledger, media: new Map(), held: new Set<string>(), problems: [] };
    return compileEdition(data, this.#now, mode);
  }
}
