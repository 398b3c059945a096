import fc from "fast-check";
import { expect, test } from "vitest";
import type { Candidate } from "../../src/edition/candidate.ts";
import type { Channel, Edition } from "../../src/edition/edition.ts";
import { formatLedger } from "../../src/edition/format-ledger.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { parseLedger } from "../../src/edition/parse-ledger.ts";
import { parseSite } from "../../src/edition/parse-site.ts";
import { emptyLedger, headline, headlines, later, markdown, publish } from "./make-candidates.ts";

const site = parseSite("title: The Wire\nurl: https://wire.test\nfeed:\n  itemsMax: 10\n  itemsMin: 2\n");

const titles = (count: number, from = 0) =>
  Array.from(
    { length: count },
    (_, i) => `Headline ${from + i} of ${(from + i) * 7919} words ${"abcdefghij"[(from + i) % 10]}`,
  );

function all({ channels }: Edition): Channel {
  const [channel] = channels;
  if (channel === undefined) throw new Error("an edition has the channel all");
  return channel;
}

/** What a reader that follows the links finds: the open items and those of every archive. */
function walk(channel: Channel): readonly string[] {
  const open = channel.items.filter(({ id }) => channel.open.has(id));
  return [...open, ...channel.archives.flatMap(({ items }) => items)].map(({ id }) => id);
}

function membersOf({ archives }: Channel): readonly (readonly string[])[] {
  return archives.map(({ items }) => items.map(({ id }) => id));
}

test.each([
  [0, 0],
  [9, 0],
  [10, 0],
  [11, 1],
  [16, 1],
  [26, 2],
  [1000, 100],
])("%i items at once make %i archives, and every item is found once", (count, archives) => {
  const { edition } = publish(site, emptyLedger(), headlines("newswire/a.txt", titles(count)), later(0));
  const channel = all(edition);
  expect(channel.archives.length).toBe(archives);
  expect(new Set(walk(channel)).size).toBe(count);
  expect(walk(channel).length).toBe(count);
  expect(channel.open.size).toBeLessThanOrEqual(10);
});

test("the oldest are archived, and what is new is open", () => {
  const { edition } = publish(site, emptyLedger(), headlines("newswire/a.txt", titles(11)), later(0));
  const channel = all(edition);
  expect(channel.items.slice(0, 5).every(({ id }) => channel.open.has(id))).toBe(true);
  expect(channel.archives[0]?.items.map(({ id }) => id)).toEqual(channel.items.slice(5).map(({ id }) => id));
});

test("an article dated long ago is new to readers all the same", () => {
  const page = headlines("newswire/a.txt", titles(30));
  const first = publish(site, emptyLedger(), page, later(0));
  const old = markdown("articles/old.md", "An old story", ["Long ago."], { published: "1999-01-01" });
  const { edition } = publish(site, first.ledger, [...page, old], later(1));
  const item = edition.items.find(({ kind }) => kind === "article");
  expect(all(edition).open.has(item?.id ?? "")).toBe(true);
});

test("an item that is filed under a tag years later is open there", () => {
  const story = (tags: readonly string[]) => markdown("articles/s.md", "The story", ["Text."], { tags });
  const others = Array.from({ length: 15 }, (_, i) =>
    markdown(`articles/o${i}.md`, `Other ${i}`, [`Text ${i}.`], { tags: ["Rowing"] }),
  );
  const first = publish(site, emptyLedger(), [story([]), ...others], later(0));
  const { edition } = publish(site, first.ledger, [story(["Rowing"]), ...others], later(1));
  const channel = edition.channels.find(({ path }) => path === "/tags/rowing");
  const item = edition.items.find(({ title }) => title === "The story");
  expect(channel?.open.has(item?.id ?? "")).toBe(true);
});

test("a channel that is put together by the publisher has limits of its own", () => {
  const own = parseSite(
    "title: The Wire\nurl: https://wire.test\nchannels:\n  - name: Brief\n    itemsMax: 4\n    include:\n      kinds: [headlines]\n",
  );
  const { edition } = publish(own, emptyLedger(), headlines("newswire/a.txt", titles(9)), later(0));
  const brief = edition.channels.find(({ kind }) => kind === "selection");
  expect(brief?.archives.length).toBe(2);
  expect(all(edition).archives.length).toBe(0);
});

type Step = { readonly kind: "add" | "remove" | "edit" | "return"; readonly count: number };

test("archives only ever lose items, none is in two, and no item is lost: whatever happens", () => {
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.record({
      kind: fc.constantFrom(
        "add" as const,
        "add" as const,
        "remove" as const,
        "edit" as const,
        "return" as const,
      ),
      count: fc.integer({ min: 1, max: 14 }),
    }),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(steps, (list) => {
      let ledger: Ledger = emptyLedger();
      let next = 0;
      let texts: Candidate[] = [];
      let lost: Candidate[] = [];
      let before: readonly (readonly string[])[] = [];
      for (const [hour, { kind, count }] of list.entries()) {
        if (kind === "add") {
          for (const title of titles(count, next)) texts.push(headline("newswire/a.txt", title));
          next += count;
        } else if (kind === "remove") lost = texts.splice(count % 3, Math.min(count, 5));
        else if (kind === "return") {
          texts = [...texts, ...lost];
          lost = [];
        } else
          texts = texts.map((one, i) => (i % count === 0 ? { ...one, title: `${one.title} again` } : one));
        const result = publish(site, ledger, texts, later(hour));
        ledger = result.ledger;
        const channel = all(result.edition);
        const members = membersOf(channel);
        for (const [i, ids] of before.entries()) {
          const known = new Set(ids);
          expect(members[i]?.filter((id) => !known.has(id))).toEqual([]);
        }
        const found = walk(channel);
        expect(new Set(found).size).toBe(found.length);
        expect(found.toSorted()).toEqual(channel.items.map(({ id }) => id).toSorted());
        expect(channel.open.size).toBeLessThanOrEqual(10);
        before = members;
      }
    }),
    { numRuns: 60, seed: 5005 },
  );
});

test("what changes in an archive is told in the subscription document, however full it is", () => {
  let ledger: Ledger = emptyLedger();
  const texts: Candidate[] = [];
  for (const [hour, title] of titles(40).entries()) {
    texts.push(headline("newswire/a.txt", title));
    const { edition, ledger: next } = publish(site, ledger, texts, later(hour));
    ledger = next;
    const channel = all(edition);
    // Room for a few that changed, beside all that is open.
    if (channel.archives.length > 0) expect(channel.open.size).toBeLessThanOrEqual(8);
  }
});

test("archives that two branches closed are opened again, and what stood in them is found", () => {
  const base = publish(site, emptyLedger(), headlines("newswire/a.txt", titles(12)), later(0));
  const grow = (file: string, from: number) => [
    ...headlines("newswire/a.txt", titles(12)),
    ...headlines(file, titles(9, from)),
  ];
  const ours = publish(site, base.ledger, grow("newswire/b.txt", 100), later(1));
  const theirs = publish(site, base.ledger, grow("newswire/c.txt", 200), later(2));
  expect([ours, theirs].map(({ edition }) => all(edition).archives.length)).toEqual([2, 2]);
  const lines = (ledger: Ledger) => formatLedger(ledger).split("\n");
  const merged = parseLedger(union(lines(ours.ledger), lines(theirs.ledger)));
  const texts = [...grow("newswire/b.txt", 100), ...headlines("newswire/c.txt", titles(9, 200))];
  const { edition } = publish(site, merged, texts, later(3));
  const channel = all(edition);
  expect(walk(channel).toSorted()).toEqual(channel.items.map(({ id }) => id).toSorted());
  const before = new Set([
    ...(membersOf(all(ours.edition))[1] ?? []),
    ...(membersOf(all(theirs.edition))[1] ?? []),
  ]);
  expect(membersOf(channel)[1]?.filter((id) => !before.has(id))).toEqual([]);
  expect(membersOf(channel)[1]).toEqual([]);
  expect(membersOf(channel)[0]).toEqual(membersOf(all(base.edition))[0]);
});

/** What git's union merge makes of two ledgers: the lines of both, where they differ. */
function union(ours: readonly string[], theirs: readonly string[]): string {
  const record = /^\{"(?:id|name|path)":"[^"]*"/;
  const records = [
    ...new Set(
      [...ours, ...theirs].filter((line) => record.test(line)).map((line) => line.replace(/,$/, "")),
    ),
  ];
  const pick = (start: string) => records.filter((line) => line.startsWith(start)).join(",\n");
  const head = ours.slice(1, 4).join("\n");
  return `{\n${head}\n"items": [${pick('{"id"')}],\n"channels": [${pick('{"name"')}],\n"documents": [${pick('{"path"')}]}`;
}

test("of a back catalogue the newest are open, whatever their files are called", () => {
  const texts = Array.from({ length: 30 }, (_, i) =>
    markdown(`articles/${String((i * 7) % 30).padStart(2, "0")}.md`, `Story ${i}`, [`Text ${i}.`], {
      published: `2025-01-${String(i + 1).padStart(2, "0")}`,
    }),
  );
  const { edition, ledger } = publish(site, emptyLedger(), texts, later(0));
  const channel = all(edition);
  const newest = channel.items.slice(0, channel.open.size).map(({ id }) => id);
  expect(newest.every((id) => channel.open.has(id))).toBe(true);
  expect(publish(site, ledger, texts, later(1)).ledger).toBe(ledger);
});

test("while notices stand, nothing is archived again", () => {
  const page = headlines("newswire/a.txt", titles(40));
  const first = publish(site, emptyLedger(), page, later(0));
  const withdrawn: Ledger = {
    ...first.ledger,
    items: first.ledger.items.map((item) =>
      (item.channels.all ?? 0) === 1
        ? { ...item, withdrawn: { at: "2026-01-16T10:30:00Z", reason: "No" } }
        : item,
    ),
  };
  const then = publish(site, withdrawn, page, later(2));
  expect(then.ledger).toBe(withdrawn);
  expect(all(then.edition).items.filter(({ kind }) => kind === "notice").length).toBe(10);
});
