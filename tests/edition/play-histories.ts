import type { Candidate } from "../../src/edition/candidate.ts";
import { foundLedger } from "../../src/edition/found-ledger.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { reconcile } from "../../src/edition/reconcile.ts";
import { type Habits, Newsroom } from "./newsroom.ts";
import { SeededRandom } from "./seeded-random.ts";

/** How the ids that were given compare with what really happened. */
export type Figures = {
  readonly histories: number;
  /** Headlines and articles edited and still there. */
  readonly edits: number;
  /** Items that were there before and after a step, edited or not. */
  readonly survivals: number;
  /** Ids that were given to two stories. */
  readonly falseMerges: number;
  /** Stories that were given another id. */
  readonly falselyNew: number;
  /** Second runs that changed anything. */
  readonly restless: number;
  /** What went wrong, in words. */
  readonly faults: readonly string[];
};

const HOUR_MS = 60 * 60 * 1000;

/** Plays random histories of a newsroom, each with its own seed, and keeps the books. */
export function playHistories(count: number, steps: number, habits: Habits, firstSeed: number): Figures {
  const sum = {
    histories: 0,
    edits: 0,
    survivals: 0,
    falseMerges: 0,
    falselyNew: 0,
    restless: 0,
    faults: [] as string[],
  };
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const figures = playHistory(steps, habits, seed);
    sum.histories += 1;
    sum.edits += figures.edits;
    sum.survivals += figures.survivals;
    sum.falseMerges += figures.falseMerges;
    sum.falselyNew += figures.falselyNew;
    sum.restless += figures.restless;
    sum.faults.push(...figures.faults.map((fault) => `seed ${seed}: ${fault}`));
  }
  return sum;
}

function playHistory(steps: number, habits: Habits, seed: number): Figures {
  const random = new SeededRandom(seed * 7919 + 1);
  const newsroom = new Newsroom(random, habits);
  const books = new Books();
  let ledger = foundLedger("2b1f3c58-3a50-4f0e-9c1b-5f3c7a1d9e02", new Date("2026-01-01T00:00:00Z"));
  let nowMs = Date.parse("2026-01-01T08:00:00Z");
  let restless = 0;
  for (let step = 0; step <= steps; step += 1) {
    if (step > 0) newsroom.work(nowMs);
    ledger = books.enter(newsroom, ledger, nowMs, step);
    const again = reconcile(
      ledger,
      newsroom.pages().map(({ candidate }) => candidate),
      new Date(nowMs + 72 * HOUR_MS),
      "UTC",
    );
    if (again.ledger !== ledger || again.changes.length > 0) restless += 1;
    nowMs += random.between(1, random.chance(0.3) ? 100 : 8) * HOUR_MS;
  }
  return { histories: 1, edits: newsroom.edits, restless, ...books.figures() };
}

/** Which id belongs to which story. */
class Books {
  readonly #idOfStory = new Map<number, string>();
  readonly #idsOfStory = new Map<number, Set<string>>();
  readonly #storyOfId = new Map<string, number>();
  readonly #titles = new Map<number, string>();
  readonly #merged = new Set<number>();
  #survivals = 0;
  #falselyNew = 0;
  #falseMerges = 0;
  readonly #faults: string[] = [];

  enter(newsroom: Newsroom, ledger: Ledger, nowMs: number, step: number): Ledger {
    const pages = newsroom.pages();
    const storyOf = new Map<Candidate, number>(pages.map(({ candidate, story }) => [candidate, story]));
    const result = reconcile(
      ledger,
      pages.map(({ candidate }) => candidate),
      new Date(nowMs),
      "UTC",
    );
    for (const { record, candidates } of result.matches) {
      for (const candidate of candidates)
        this.#check(storyOf.get(candidate) ?? -1, record.id, candidate, step);
    }
    return result.ledger;
  }

  figures() {
    return {
      survivals: this.#survivals,
      falselyNew: this.#falselyNew,
      falseMerges: this.#falseMerges,
      faults: this.#faults,
    };
  }

  #check(story: number, id: string, { title, file }: Candidate, step: number): void {
    const known = this.#idOfStory.get(story);
    const before = this.#titles.get(story) ?? "";
    if (known !== undefined) this.#survivals += 1;
    const ids = this.#idsOfStory.get(story) ?? new Set();
    this.#idsOfStory.set(story, ids);
    if (known !== undefined && !ids.has(id)) {
      this.#falselyNew += 1;
      this.#faults.push(`step ${step}, falsely new in ${file}: "${before}" -> "${title}"`);
    }
    const other = this.#storyOfId.get(id);
    if (other !== undefined && other !== story && !this.#merged.has(story)) {
      this.#merged.add(story);
      this.#falseMerges += 1;
      this.#faults.push(`step ${step}, false merge in ${file}: "${this.#titles.get(other)}" with "${title}"`);
    }
    ids.add(id);
    this.#idOfStory.set(story, id);
    if (other === undefined) this.#storyOfId.set(id, story);
    this.#titles.set(story, title);
  }
}
