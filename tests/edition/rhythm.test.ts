import { describe, expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import type { Candidate } from "../../src/edition/candidate.ts";
import { formatInstant } from "../../src/edition/instant.ts";
import type { Ledger, LedgerItem } from "../../src/edition/ledger.ts";
import { parseSite } from "../../src/edition/parse-site.ts";
import { rhythmOf } from "../../src/edition/rhythm-of.ts";
import { emptyLedger, later, markdown, NAMESPACE, publish } from "./make-candidates.ts";
import { SeededRandom } from "./seeded-random.ts";

const SITE = parseSite("title: The Wire\nurl: https://wire.test\n");
const MINUTE = 1 / 60;
const DAY = 24;
const MONTH = 30 * DAY;

const MINUTES_5 = 300;
const MINUTES_15 = 900;
const HOUR = 3600;

/** What is in `data/`, by file. */
type Data = Map<string, Candidate>;
/** An ingest: hours after the one before, and what was done to `data/` until then. */
type Step = readonly [hours: number, work: (data: Data) => void];

function write(data: Data, name: string | number, more: Partial<Article> = {}, text = ""): void {
  data.set(
    `${name}`,
    markdown(`articles/${name}.md`, `Story ${name}`, [`The text of ${name}. ${text}`], more),
  );
}

/** Writes so many new stories. */
const stories =
  (count: number, more: (index: number) => Partial<Article> = () => ({})) =>
  (data: Data) => {
    const before = data.size;
    for (let i = 0; i < count; i += 1) write(data, before + i, more(i));
  };

function every(hours: number, times: number, work: Step[1] = stories(1)): readonly Step[] {
  return Array.from({ length: times }, () => [hours, work]);
}

function play(steps: readonly Step[]) {
  const data: Data = new Map();
  let hours = 0;
  let played = publish(SITE, emptyLedger(), [], later(0));
  for (const [after, work] of steps) {
    hours += after;
    work(data);
    played = publish(SITE, played.ledger, [...data.values()], later(hours));
  }
  return { ...played, hours };
}

const freshSeconds = (steps: readonly Step[], channel = "all") =>
  play(steps).edition.channels.find(({ name }) => name === channel)?.freshSeconds;

/** Writes a story, and mends it a few minutes later. */
const mendedDaily: readonly Step[] = Array.from({ length: 12 }, (_, day): readonly Step[] => [
  [DAY, (data) => write(data, day)],
  [3 * MINUTE, (data) => write(data, day, {}, "Mended.")],
]).flat();

/** Written at first without the tag, which it is given when others have it. */
const taggedAfterwards: readonly Step[] = [
  [0, (data) => write(data, "late")],
  ...every(
    0.1,
    3,
    stories(1, () => ({ tags: ["Rowing"] })),
  ),
  [0.1, (data) => write(data, "late", { tags: ["Rowing"] })],
];

const everyThirtiethIsTagged = (i: number) => (i % 30 === 0 ? { tags: ["Rowing"] } : {});
const firstAndLastAreTagged = (i: number) => (i % 16 === 0 ? { tags: ["Rowing"] } : {});
const ofOldDays = (i: number) => ({ published: formatInstant(later(-i * DAY)) });
const ofThisHour = (i: number) => ({ published: formatInstant(later(-i * MINUTE)) });

type Row = readonly [channel: string, history: string, steps: readonly Step[], seconds: number];
const rows: readonly Row[] = [
  ["all", "a live ticker, a line every three minutes", every(3 * MINUTE, 25), MINUTES_5],
  ["all", "a wire that is filed every half hour", every(0.5, 25, stories(2)), MINUTES_5],
  ["all", "a wire that is filed every two hours", every(2, 25), MINUTES_15],
  ["all", "a page of seventeen headlines every morning", every(DAY, 12, stories(17)), HOUR],
  [
    "tags/rowing",
    "the first and the last of seventeen",
    every(DAY, 12, stories(17, firstAndLastAreTagged)),
    HOUR,
  ],
  ["all", "a post a month", every(MONTH, 12), HOUR],
  ["all", "a post a day, each mended after three minutes", mendedDaily, HOUR],
  [
    "all",
    "a ticker that had a month of holidays",
    [...every(0.1, 10), [MONTH, stories(1)], ...every(0.1, 6)],
    MINUTES_5,
  ],
  ["all", "a ticker for as long as it takes to tell", every(0.1, 4), MINUTES_15],
  ["all", "a ticker, a change later", every(0.1, 5), MINUTES_5],
  ["all", "a blog that was slow and is a ticker now", [...every(DAY, 9), ...every(0.1, 21)], MINUTES_5],
  ["all", "sixty days imported at once", [[0, stories(60, ofOldDays)]], MINUTES_15],
  [
    "all",
    "sixty days imported at once into a ticker",
    [...every(0.1, 9), [0.1, stories(60, ofOldDays)]],
    MINUTES_5,
  ],
  [
    "all",
    "an hour imported at once, then a post a day",
    [[0, stories(60, ofThisHour)], ...every(DAY, 9)],
    HOUR,
  ],
  ["tags/rowing", "every thirtieth of 600 imported", [[9, stories(600, everyThirtiethIsTagged)]], MINUTES_15],
  [
    "all",
    "nothing but removals",
    [[0, stories(9)], ...every(DAY, 8, (data) => data.delete(`${data.size - 1}`))],
    HOUR,
  ],
  [
    "tags/rowing",
    "a tag on a ticker",
    [...every(0.1, 9), ...every(DAY, 9, stories(1, everyThirtiethIsTagged))],
    HOUR,
  ],
  ["tags/rowing", "what an old story joins", taggedAfterwards, MINUTES_5],
  ["articles", "a channel that never had an item", [], MINUTES_15],
];

describe("how long a feed may be kept", () => {
  test.each(rows)("%s: %s", (channel, _, steps, seconds) => {
    expect(freshSeconds(steps, channel)).toBe(seconds);
  });

  test("what waits for its time counts when it comes, not when it was filed", () => {
    const planned = (i: number) => ({ published: formatInstant(later(DAY + i * 0.1)) });
    const { editionAt } = play([[0, stories(9, planned)]]);
    const at = (hours: number) => editionAt(later(hours)).channels[0]?.freshSeconds;
    expect([at(1), at(DAY + 0.35), at(DAY + 0.45)]).toEqual([MINUTES_15, MINUTES_15, MINUTES_5]);
  });

  test("what was taken back before its time never counts", () => {
    const planned = (i: number) => ({ published: formatInstant(later(DAY + i * 0.1)) });
    const { editionAt } = play([
      [0, stories(9, planned)],
      [1, (data) => data.clear()],
    ]);
    expect(editionAt(later(2 * DAY)).channels[0]?.freshSeconds).toBe(MINUTES_15);
  });

  test("old corrections that come with an imported article are one change", () => {
    const corrections = Array.from({ length: 9 }, (_, i) => ({
      date: formatInstant(later(-DAY - i * 0.1)),
      note: `Mended ${i}`,
    }));
    const steps: readonly Step[] = [[0, (data) => write(data, 0, { corrections })]];
    expect(freshSeconds(steps, "corrections")).toBe(MINUTES_15);
  });

  test("it does not move by what another channel does, however soon after", () => {
    const sport = stories(1, () => ({ section: "Sport" }));
    const world = stories(30, () => ({ section: "World" }));
    // The last pause is three seconds short of the next step, and thirty items are dated back by more than that.
    const before: readonly Step[] = [...every(0.1, 4, sport), [3597 / 3600, sport]];
    expect(freshSeconds(before, "sections/sport")).toBe(MINUTES_5);
    expect(freshSeconds([...before, [5 / 3600, world]], "sections/sport")).toBe(MINUTES_5);
    expect(freshSeconds([...before.slice(0, 4), [3600 / 3600, sport]], "sections/sport")).toBe(MINUTES_15);
  });

  test("a site without any rhythm changes its step in less than one of ten ingests", () => {
    const random = new SeededRandom(5);
    for (const meanHours of [0.5, 1, 1.5, 2, 3, 4, 6, 8]) {
      const items: LedgerItem[] = [];
      const steps = new Set<number>();
      let moves = 0;
      let hours = 0;
      let last: number | undefined;
      for (let i = 0; i < 300; i += 1) {
        hours -= Math.log(1 - random.next()) * meanHours;
        items.push(ledgerItem(i, hours));
        const seconds = rhythmOf({ ...ledgerOf(items) }, formatInstant(later(hours)))("all");
        if (i > 20 && seconds !== last) moves += 1;
        steps.add(seconds);
        last = seconds;
      }
      expect(moves, `a mean of ${meanHours} hours`).toBeLessThan(30);
      expect([MINUTES_5, MINUTES_15, HOUR]).toEqual(expect.arrayContaining([...steps]));
    }
  });
});

function ledgerOf(items: readonly LedgerItem[]): Ledger {
  return { ...emptyLedger(), namespace: NAMESPACE, items };
}

function ledgerItem(place: number, hours: number): LedgerItem {
  const instant = formatInstant(later(hours));
  return {
    id: `urn:uuid:${place}`,
    kind: "headline",
    slug: `${place}`,
    aliases: [],
    files: {},
    title: "",
    text: "",
    paragraphs: [],
    place,
    firstSeen: instant,
    updated: instant,
    channels: { all: 0 },
  };
}
