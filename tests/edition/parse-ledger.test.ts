import { describe, expect, test } from "vitest";
import { formatLedger } from "../../src/edition/format-ledger.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { parseLedger } from "../../src/edition/parse-ledger.ts";
import { reconcile } from "../../src/edition/reconcile.ts";
import { recordDocuments } from "../../src/edition/record-documents.ts";
import { article, emptyLedger, headlines, later, START, TITLES } from "./make-candidates.ts";

const page = [article("ü\u2028.txt", "A story", ["One.", "Two."]), ...headlines("a.txt", TITLES)];
const run = reconcile(emptyLedger(), page, START, "UTC");
const gone = reconcile(run.ledger, page.slice(0, 5), later(1), "UTC");
const ledger = recordDocuments(gone.ledger, new Map([["/rss.xml", 'W/"1"']]), START);
const text = formatLedger(ledger);

test("a ledger survives its file, and the file is written the same way again", () => {
  expect(parseLedger(text)).toEqual(ledger);
  expect(formatLedger(parseLedger(text))).toBe(text);
  expect(text.endsWith("]\n}\n")).toBe(true);
});

test("the file has one record a line, sorted, so that an edit changes one line", () => {
  const ids = text.split("\n").flatMap((line) => /^\{"id":"([^"]+)"/.exec(line)?.[1] ?? []);
  expect(ids).toHaveLength(11);
  expect(ids).toEqual(ids.toSorted());
  const [first] = TITLES;
  const edited = page.map((one) => (one.title === first ? { ...one, title: `${first} again` } : one));
  const next = formatLedger(reconcile(run.ledger, edited, later(1), "UTC").ledger).split("\n");
  const before = formatLedger(run.ledger).split("\n");
  expect(next.filter((line, i) => line !== before[i])).toHaveLength(1);
});

test("records may stand in any order, as after a merge", () => {
  const lines = text.split("\n");
  const [from, to] = [
    lines.findIndex((line) => line.startsWith('{"id"')),
    lines.findLastIndex((line) => line.startsWith('{"id"')),
  ];
  const records = lines.slice(from, to + 1).map((line) => line.replace(/,$/, ""));
  const merged = [...lines.slice(0, from), records.toReversed().join(",\n"), ...lines.slice(to + 1)].join(
    "\n",
  );
  expect(formatLedger(parseLedger(merged))).toBe(text);
});

describe("a ledger that git merged from two branches", () => {
  const [title = ""] = TITLES;
  /** What a union of the two branches' lines gives. */
  function union(one: Ledger, other: Ledger): Ledger {
    const both = {
      ...one,
      items: [...one.items, ...other.items],
      documents: [...one.documents, ...other.documents],
    };
    return parseLedger(formatLedger(both));
  }

  test("holds an item once that both have, in the files of both, as old as the older", () => {
    const ours = reconcile(emptyLedger(), headlines("a.txt", [title]), START, "UTC").ledger;
    const theirs = reconcile(emptyLedger(), headlines("b.txt", [title]), later(1), "UTC").ledger;
    const { items } = union(theirs, ours);
    expect(items.map(({ firstSeen, files }) => [firstSeen, Object.keys(files).sort()])).toEqual([
      [ours.items[0]?.firstSeen, ["a.txt", "b.txt"]],
    ]);
    const texts = [...headlines("a.txt", [title]), ...headlines("b.txt", [title])];
    expect(reconcile(union(ours, theirs), texts, later(2), "UTC").changes).toEqual([]);
  });

  test("says what the last to edit it said, and has it gone only if both removed it", () => {
    const ledger = reconcile(emptyLedger(), headlines("a.txt", [title]), START, "UTC").ledger;
    const removed = reconcile(ledger, [], later(1), "UTC").ledger;
    const edited = reconcile(ledger, headlines("a.txt", [`${title} again`]), later(2), "UTC").ledger;
    expect(union(removed, edited).items).toEqual(edited.items);
    expect(union(removed, removed).items).toEqual(removed.items);
  });

  test("gives the later of two items with one slug a number", () => {
    const ours = reconcile(emptyLedger(), headlines("a.txt", ["Ports close"]), START, "UTC").ledger;
    const theirs = reconcile(emptyLedger(), headlines("b.txt", ["Ports, close!"]), later(1), "UTC").ledger;
    const slugs = union(theirs, ours)
      .items.map(({ title, slug }) => [title, slug])
      .sort();
    expect(slugs).toEqual([
      ["Ports close", "ports-close"],
      ["Ports, close!", "ports-close-2"],
    ]);
  });

  test("keeps one history of a document, newest first", () => {
    const ours = recordDocuments(emptyLedger(), new Map([["/rss.xml", 'W/"1"']]), later(1));
    const theirs = recordDocuments(emptyLedger(), new Map([["/rss.xml", 'W/"2"']]), later(2));
    expect(union(ours, theirs).documents.map(({ validators }) => validators.map(({ etag }) => etag))).toEqual(
      [['W/"2"', 'W/"1"']],
    );
  });
});

describe("a ledger that cannot be used says where and what was expected", () => {
  test.each<readonly [string, (text: string) => string, RegExp]>([
    ["of another version", (s) => s.replace('"version": 1', '"version": 2'), /version: found 2, expected 1/],
    ["cut off", (s) => s.slice(0, 100), /^Cannot read the ledger: the file: found no JSON/],
    ["empty", () => "{}", /version: found nothing, expected 1/],
    [
      "with a list inside out",
      (s) => s.replace(/"items": \[[\s\S]*?\n\],/, '"items": {},'),
      /items: found a group of keys, expected a list/,
    ],
    [
      "with a bad instant",
      (s) => s.replace("2026-01-16T09:30:00Z", "2026-13-16T09:30:00Z"),
      /found "2026-13-16T09:30:00Z", expected an instant/,
    ],
  ])("%s", (_, spoil, message) => {
    const spoilt = spoil(text);
    expect(spoilt).not.toBe(text);
    expect(() => parseLedger(spoilt)).toThrow(message);
  });
});

describe("recordDocuments()", () => {
  const etags = (etag: string) => new Map([["/rss.xml", etag]]);

  test("changes nothing for an ETag that it knows as the newest", () => {
    expect(recordDocuments(ledger, etags('W/"1"'), later(5))).toBe(ledger);
  });

  test("gives a new ETag the time of now, at least a second after the one before", () => {
    const next = recordDocuments(ledger, etags('W/"2"'), new Date(START.getTime() + 400));
    expect(next.documents[0]?.validators.map(({ lastModified }) => lastModified)).toEqual([
      "2026-01-16T09:30:01Z",
      "2026-01-16T09:30:00Z",
    ]);
    const last = recordDocuments(next, etags('W/"1"'), new Date("2020-01-01T00:00:00Z"));
    expect(last.documents[0]?.validators[0]).toEqual({ etag: 'W/"1"', lastModified: "2026-01-16T09:30:02Z" });
  });

  test("keeps the last 50, and the history of a document that is no longer made", () => {
    let grown = ledger;
    for (let i = 2; i < 100; i += 1) grown = recordDocuments(grown, etags(`W/"${i}"`), later(i));
    grown = recordDocuments(grown, new Map([["/atom.xml", 'W/"a"']]), later(200));
    expect(grown.documents.map(({ path, validators }) => [path, validators.length])).toEqual([
      ["/atom.xml", 1],
      ["/rss.xml", 50],
    ]);
    expect(grown.documents[1]?.validators[0]?.etag).toBe('W/"99"');
  });
});
