import { describe, expect, test } from "vitest";
import { compileEdition } from "../../src/cli/compile-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { renderFeeds } from "../../src/documents/render-channel.ts";
import { OVERLAP_EDITIONS } from "../../src/documents/select-deltas.ts";
import type { Candidate } from "../../src/edition/candidate.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { parseSite } from "../../src/edition/parse-site.ts";
import { article, emptyLedger, headline, later } from "../edition/make-candidates.ts";

const site = parseSite(
  "title: Wire\nurl: https://wire.example\nfeed: { itemsMax: 1000, itemsMin: 1000, bytesMax: 100000000 }\n",
);

const story = (number: number) =>
  article(`newswire/${number}.txt`, `Story number ${number}`, [
    `What story ${number} says. `.repeat(40 + (number % 7)),
  ]);
const line = (number: number) => headline(`newswire/${number}.txt`, `Headline ${number} of that day`);

/** A publication that is ingested again and again. */
class History {
  readonly candidates: Candidate[] = [];
  #ledger: Ledger = emptyLedger();

  /** @param hours since the start */
  ingest(hours: number) {
    const data = {
      site,
      candidates: this.candidates,
      media: new Map(),
      held: new Set<string>(),
      problems: [],
    };
    const compiled = compileEdition({ ...data, ledger: this.#ledger }, later(hours), "ingest");
    this.#ledger = compiled.ledger;
    const feed = (path: string) => {
      const document = renderFeeds(compiled.edition).find((one) => one.path === path);
      if (document === undefined) throw new Error(`No document at ${path}`);
      const etags = this.#ledger.documents
        .find((one) => one.path === path)
        ?.validators.map(({ etag }) => etag);
      return { document, deltas: compiled.deltasOf(document), etags: etags ?? [] };
    };
    return { rss: feed("/rss.xml"), atom: feed("/atom.xml"), json: feed("/feed.json"), ledger: this.#ledger };
  }
}

/** So many at first, then one more with each edition. */
function play(make: (number: number) => Candidate, first: number, editions: number, hours = 24) {
  const history = new History();
  for (let i = 0; i < first; i += 1) history.candidates.push(make(i));
  history.ingest(0);
  for (let i = 1; i < editions; i += 1) {
    history.candidates.push(make(first + i));
    history.ingest(i * hours);
  }
  history.candidates.push(make(first + editions));
  return { history, feeds: history.ingest(editions * hours) };
}

const piecesIn = ({ parts }: Pick<Document, "parts">) => parts.slice(1, -1);

describe("a feed of a hundred articles that gets one after the other", () => {
  const { feeds } = play(story, 60, 49);

  test.each(["rss", "atom"] as const)("has deltas for its last editions, the newest first (%s)", (format) => {
    const { document, deltas, etags } = feeds[format];
    expect(deltas.length).toBeGreaterThan(15);
    expect(deltas.length).toBeLessThanOrEqual(20);
    expect(deltas.map(({ base }) => base)).toEqual(etags.slice(1, 1 + deltas.length));
    for (const [i, delta] of deltas.entries())
      expect(piecesIn(delta)).toEqual(piecesIn(document).slice(0, 1 + i + OVERLAP_EDITIONS));
  });

  test.each(["rss", "atom"] as const)("never says in a delta that this is all (%s)", (format) => {
    const { document, deltas } = feeds[format];
    expect(document.parts[0]).toContain("fh:complete");
    for (const { parts } of deltas) expect(parts[0]).not.toContain("complete");
    expect(new Set(deltas.map(({ parts }) => parts[0])).size).toBe(1);
  });

  test("has none as JSON Feed, and nothing is counted for it", () => {
    expect(feeds.json.deltas).toEqual([]);
    expect(feeds.ledger.documents.find(({ path }) => path === "/feed.json")?.validators[0]?.parts).toBe(
      undefined,
    );
  });
});

test.each([
  { what: "18 headlines", make: line, first: 4, editions: 13 },
  { what: "30 headlines", make: line, first: 15, editions: 14 },
  { what: "20 articles", make: story, first: 5, editions: 14 },
])("a feed of $what has no deltas, and nothing is counted for it", ({ make, first, editions }) => {
  const { feeds } = play(make, first, editions);
  expect([feeds.rss.deltas, feeds.atom.deltas]).toEqual([[], []]);
  expect(JSON.stringify(feeds.ledger.documents)).not.toContain("parts");
});

describe("when an item was removed", () => {
  /** How many editions have deltas in RSS and in Atom, in the edition that removes one and in those after it. */
  function afterRemoval(editions: number, hours: number) {
    const { history } = play(story, 80, 12, hours);
    history.candidates.shift();
    let feeds = history.ingest(13 * hours);
    for (let i = 1; i <= editions; i += 1) {
      history.candidates.push(story(1000 + i));
      feeds = history.ingest((13 + i) * hours);
    }
    return { rss: feeds.rss.deltas.length, atom: feeds.atom.deltas.length };
  }

  test("RSS has no deltas until no reader can have it, and Atom goes on", () => {
    expect(afterRemoval(0, 24)).toEqual({ rss: 0, atom: expect.any(Number) });
    expect(afterRemoval(0, 24).atom).toBeGreaterThan(0);
    expect(afterRemoval(OVERLAP_EDITIONS, 24).rss).toBe(0);
    expect(afterRemoval(OVERLAP_EDITIONS + 1, 24).rss).toBe(1);
  });

  test("Atom has deltas only as long as its head tells of the removal", () => {
    const editions = OVERLAP_EDITIONS;
    expect(afterRemoval(editions, 24).atom).toBeGreaterThan(1);
    expect(afterRemoval(editions, 24 * 7).atom).toBe(0);
  });
});
