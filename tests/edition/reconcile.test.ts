import { describe, expect, test } from "vitest";
import type { Candidate } from "../../src/edition/candidate.ts";
import { describeChange } from "../../src/edition/change.ts";
import { formatLedger } from "../../src/edition/format-ledger.ts";
import { parseLedger } from "../../src/edition/parse-ledger.ts";
import { reconcile } from "../../src/edition/reconcile.ts";
import { article, emptyLedger, headline, headlines, idOf, later, START, TITLES } from "./make-candidates.ts";

const PAGE = headlines("a.txt", TITLES);
const first = reconcile(emptyLedger(), PAGE, START, "UTC");
const second = (candidates: readonly Candidate[], hours = 100) =>
  reconcile(first.ledger, candidates, later(hours), "UTC");
const edit = (from: string, to: string) =>
  PAGE.map((one) => (one.title === from ? { ...one, title: to } : one));
const [CRANE = "", BANK = "", RIVER = ""] = TITLES;

describe("a run that finds nothing new", () => {
  test("changes nothing, at once or a hundred hours later", () => {
    for (const hours of [0, 1, 100]) {
      const again = second(PAGE, hours);
      expect(again.ledger).toBe(first.ledger);
      expect(again.changes).toEqual([]);
      expect(again.matches).toHaveLength(10);
    }
  });

  test("changes nothing after the ledger went through its file", () => {
    const read = parseLedger(formatLedger(first.ledger));
    expect(reconcile(read, PAGE, later(1), "UTC").ledger).toBe(read);
  });

  test("changes nothing in another time zone, with headlines in another order", () => {
    const again = reconcile(first.ledger, PAGE.toReversed(), later(1), "Pacific/Kiritimati");
    expect(again.ledger).toBe(first.ledger);
  });
});

describe("dates", () => {
  const dated = (more: object) =>
    reconcile(emptyLedger(), [headline("a.txt", "Weather", more)], START, "UTC");

  test("items first seen together are a second apart in the page's order, the first the newest", () => {
    const seen = PAGE.map(({ title }) => first.ledger.items.find((item) => item.title === title));
    expect(seen.map((item) => item?.firstSeen)).toEqual(
      PAGE.map((_, i) => new Date(START.getTime() - i * 1000).toISOString().replace(".000", "")),
    );
    expect(seen.map((item) => item?.place)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  test("items are never first seen before the previous ingest; then they tie and their place decides", () => {
    const more = headlines("b.txt", ["Alpha beta gamma", "Delta epsilon zeta", "Eta theta iota"]);
    const next = reconcile(first.ledger, [...PAGE, ...more], new Date(START.getTime() + 1000), "UTC");
    const seen = more.map(({ title }) => next.ledger.items.find((item) => item.title === title));
    expect(seen.map((item) => item?.firstSeen)).toEqual([
      "2026-01-16T09:30:01Z",
      "2026-01-16T09:30:00Z",
      "2026-01-16T09:30:00Z",
    ]);
    expect(seen.map((item) => item?.place)).toEqual([12, 11, 10]);
  });

  test("an explicit date beats the first-seen one", () => {
    const [item] = dated({ published: "2026-01-15", updated: "2026-01-15T12:00:00Z" }).ledger.items;
    expect(item).toMatchObject({
      published: "2026-01-15T00:00:00Z",
      updated: "2026-01-15T12:00:00Z",
      firstSeen: "2026-01-16T09:30:00Z",
    });
  });

  test("a date in the future is not used and is reported, once", () => {
    const result = dated({ published: "2026-01-17" });
    expect(result.problems).toEqual([
      { kind: "date-in-future", file: "a.txt", lineNumber: 1, value: "2026-01-17" },
    ]);
    expect(result.ledger.items[0]?.published).toBeUndefined();
    const again = reconcile(
      result.ledger,
      [headline("a.txt", "Weather", { published: "2026-01-17" })],
      later(1),
      "UTC",
    );
    expect(again.problems).toEqual([]);
  });

  test("an update before the publication is not used", () => {
    const [item] = dated({ published: "2026-01-15", updated: "2026-01-14" }).ledger.items;
    expect(item?.updated).toBe("2026-01-15T00:00:00Z");
  });

  test("a renamed file with a date, or another zone, changes no date of publication", () => {
    const renamed = PAGE.map((one) => ({ ...one, file: "2026-01-10-a.txt", published: "2026-01-10" }));
    const next = reconcile(first.ledger, renamed, later(1), "Asia/Tokyo");
    expect(
      next.ledger.items.map(({ id, firstSeen, published, updated }) => [id, firstSeen, published, updated]),
    ).toEqual(
      first.ledger.items.map(({ id, firstSeen, published, updated }) => [id, firstSeen, published, updated]),
    );
  });
});

describe("the same id", () => {
  const edits: readonly (readonly [string, string])[] = [
    ["Harbour crane collapse closes two basins", "Harbour crane collapse closes three basins"],
    ["Harbour crane collapse closes two basins", "Crane collapse closes two harbour basins"],
    ["Central bank holds interest rates steady", "Central bank holds interest rates steady again"],
    ["Museum returns stolen bell to Norden", "Museum returns bell to Norden"],
    ["Ferries stop at noon as storm nears", "Feries stop at noon as storm nears"],
    ["Vaccine trial shows promise in children", "VACCINE TRIAL SHOWS PROMISE IN CHILDREN"],
  ];
  test.each(edits)("stays with a headline that was edited: %s -> %s", (from, to) => {
    const next = second(edit(from, to));
    expect(idOf(next, to)).toBe(idOf(first, from));
    expect(next.changes.map(({ kind }) => kind)).toEqual(["edited"]);
    const item = next.ledger.items.find(({ title }) => title === to);
    expect(item?.updated).toBe(later(100).toISOString().replace(".000", ""));
  });

  test("stays with an edited headline that also moved on the page while another one came and one went", () => {
    const to = "Harbour crane collapse closes three basins";
    const rest = PAGE.filter(({ title }) => title !== CRANE && title !== RIVER);
    const next = second([
      ...rest,
      headline("a.txt", to),
      headline("a.txt", "Lighthouse keeper wins chess medal"),
    ]);
    expect(idOf(next, to)).toBe(idOf(first, CRANE));
    expect(next.changes.map(({ kind }) => kind).sort()).toEqual(["edited", "new", "removed"]);
  });

  test("stays with everything on a page that was renamed, even when a headline was edited at once", () => {
    const renamed = edit(BANK, "Central bank holds interest rates again").map((one) => ({
      ...one,
      file: "z.txt",
    }));
    const next = second(renamed);
    expect(next.changes.filter(({ kind }) => kind === "new" || kind === "removed")).toEqual([]);
    expect(idOf(next, "Central bank holds interest rates again")).toBe(idOf(first, BANK));
  });

  test("stays with everything on a page that was split", () => {
    const next = second(PAGE.map((one, i) => ({ ...one, file: i < 5 ? "b.txt" : "c.txt" })));
    expect(next.changes.map(({ kind }) => kind)).toEqual(Array.from(PAGE, () => "moved"));
  });

  test("stays with a headline whose address was added", () => {
    const next = second(
      PAGE.map((one) => (one.title === BANK ? { ...one, address: "https://news.example/1" } : one)),
    );
    expect(idOf(next, BANK)).toBe(idOf(first, BANK));
    expect(next.changes.map(({ kind }) => kind)).toEqual(["address-changed"]);
  });

  test("stays with a title in Chinese that was edited", () => {
    const page = headlines("a.txt", [
      "中央銀行、金利を据え置き",
      "川沿いの町、洪水に備える",
      "港湾当局が埠頭を閉鎖",
    ]);
    const before = reconcile(emptyLedger(), page, START, "UTC");
    const after = headlines("a.txt", [
      "中央銀行、金利を据え置く",
      "川沿いの町、洪水に備える",
      "港湾当局が埠頭を閉鎖",
    ]);
    const next = reconcile(before.ledger, after, later(1), "UTC");
    expect(idOf(next, "中央銀行、金利を据え置く")).toBe(idOf(before, "中央銀行、金利を据え置き"));
  });

  test("is what two branches mint that ingest the same page at different times", () => {
    const other = reconcile(emptyLedger(), PAGE, later(30), "Asia/Tokyo");
    expect(other.ledger.items.map(({ id }) => id)).toEqual(first.ledger.items.map(({ id }) => id));
  });
});

describe("another id", () => {
  test("goes to a headline of the same pattern with another number and another name", () => {
    const before = reconcile(
      emptyLedger(),
      headlines("a.txt", [...TITLES, "Storm kills 3 in Lumen"]),
      START,
      "UTC",
    );
    const next = reconcile(
      before.ledger,
      headlines("a.txt", [...TITLES, "Storm kills 5 in Norden"]),
      later(1),
      "UTC",
    );
    expect(idOf(next, "Storm kills 5 in Norden")).not.toBe(idOf(before, "Storm kills 3 in Lumen"));
  });

  test("goes to a headline that took another's place", () => {
    const next = second(edit(CRANE, "Lighthouse keeper wins chess medal"));
    expect(next.changes.map(({ kind }) => kind).sort()).toEqual(["new", "removed"]);
  });

  test("goes to a headline that may be either of two: when in doubt, nothing is merged", () => {
    const page = ["Envoys resume harbour talks in Lumen", ...TITLES, "Envoys resume harbour talks in Norden"];
    const before = reconcile(emptyLedger(), headlines("a.txt", page), START, "UTC");
    const after = headlines("a.txt", [
      ...TITLES.slice(0, 5),
      "Envoys resume harbour talks",
      ...TITLES.slice(5),
    ]);
    const next = reconcile(before.ledger, after, later(1), "UTC");
    expect(next.changes.map(({ kind }) => kind).sort()).toEqual(["new", "removed", "removed"]);
  });

  test("goes to each of two texts at one address on one page", () => {
    const address = "https://news.example/live";
    const page = [
      headline("a.txt", "Storm nears the coast", { address }),
      headline("a.txt", "Ferries stop", { address }),
    ];
    expect(reconcile(emptyLedger(), page, START, "UTC").ledger.items).toHaveLength(2);
  });

  test("goes to a headline that comes back more than 48 hours after it was removed", () => {
    const gone = second(PAGE.slice(1), 1);
    expect(idOf(reconcile(gone.ledger, PAGE, later(48), "UTC"), CRANE)).toBe(idOf(first, CRANE));
    expect(idOf(reconcile(gone.ledger, PAGE, later(50), "UTC"), CRANE)).not.toBe(idOf(first, CRANE));
  });
});

describe("one headline on two pages", () => {
  const both = (a: object, b: object) =>
    reconcile(
      emptyLedger(),
      [headline("a.txt", "Weather", a), headline("b.txt", "Weather", b)],
      START,
      "UTC",
    );

  test.each([
    ["is one item if no addresses differ", {}, {}, 1],
    ["is one item if only one has an address", { address: "https://a.example/1" }, {}, 1],
    [
      "is two items if the addresses differ",
      { address: "https://a.example/1" },
      { address: "https://a.example/2" },
      2,
    ],
    [
      "is one item if its dates are two days apart",
      { published: "2026-01-10" },
      { published: "2026-01-12" },
      1,
    ],
    [
      "is two items if its dates are a week apart",
      { published: "2026-01-05" },
      { published: "2026-01-12" },
      2,
    ],
  ])("%s", (_, a, b, count) => {
    expect(both(a, b).ledger.items).toHaveLength(count);
  });

  test("is one item if the addresses are the same, whatever the texts", () => {
    const address = "https://news.example/1";
    const page = [headline("a.txt", "Weather", { address }), headline("b.txt", "Storm ahead", { address })];
    expect(reconcile(emptyLedger(), page, START, "UTC").ledger.items).toHaveLength(1);
  });

  test("is another item next week on another page", () => {
    const before = reconcile(emptyLedger(), [headline("a.txt", "Weather")], START, "UTC");
    const next = reconcile(
      before.ledger,
      [headline("a.txt", "Weather"), headline("b.txt", "Weather")],
      later(168),
      "UTC",
    );
    expect(next.ledger.items).toHaveLength(2);
    const gone = reconcile(before.ledger, [headline("b.txt", "Weather")], later(168), "UTC");
    expect(idOf(gone, "Weather")).not.toBe(idOf(before, "Weather"));
  });

  test("keeps its id when it is edited in one of them, shows what changed last, and then rests", () => {
    const title = "Central bank holds interest rates steady";
    const before = reconcile(emptyLedger(), [...PAGE, headline("b.txt", title)], START, "UTC");
    const changed = [...PAGE, headline("b.txt", "Central bank holds interest rates again")];
    const next = reconcile(before.ledger, changed, later(60), "UTC");
    expect(next.ledger.items).toHaveLength(10);
    expect(idOf(next, "Central bank holds interest rates again")).toBe(idOf(before, title));
    const record = next.ledger.items.find(({ id }) => id === idOf(before, title));
    expect(record?.title).toBe("Central bank holds interest rates again");
    expect(reconcile(next.ledger, changed, later(200), "UTC").ledger).toBe(next.ledger);
  });

  test("keeps its id when it goes from one of them", () => {
    const before = reconcile(emptyLedger(), [...PAGE, headline("b.txt", CRANE)], START, "UTC");
    const next = reconcile(before.ledger, PAGE.slice(1).concat(headline("b.txt", CRANE)), later(60), "UTC");
    expect(idOf(next, CRANE)).toBe(idOf(before, CRANE));
    expect(next.changes.map(({ kind }) => kind)).toEqual(["copy-removed"]);
  });
});

describe("an article", () => {
  const paragraphs = [
    "The harbour authority of Port Lumen closed two of its three basins on Tuesday after a crane collapsed.",
    "Engineers said the damaged crane blocked the main channel and that clearing it would take four days.",
    "Shipping companies were told to send vessels to neighbouring ports until further notice.",
  ];
  const story = article("a.txt", "Morning briefing", paragraphs);
  const before = reconcile(emptyLedger(), [story], START, "UTC");
  const idAfter = (candidate: Candidate) =>
    reconcile(before.ledger, [candidate], later(100), "UTC").matches[0]?.record.id;
  const id = before.matches[0]?.record.id;

  test.each<readonly [string, Candidate]>([
    [
      "with an added paragraph",
      article("a.txt", "Morning briefing", [...paragraphs, "Divers went down at dawn."]),
    ],
    ["with its paragraphs in another order", article("a.txt", "Morning briefing", paragraphs.toReversed())],
    ["with another title", article("a.txt", "Crane falls into harbour", paragraphs)],
    [
      "with an edited paragraph in a renamed file",
      article("z.txt", "Morning briefing", [...paragraphs.slice(1), "New."]),
    ],
    [
      "with every paragraph edited",
      article(
        "a.txt",
        "Morning briefing",
        paragraphs.map((text) => text.replace(/ (\w+)\.$/, " $1, it said.")),
      ),
    ],
  ])("keeps its id %s", (_, candidate) => {
    expect(idAfter(candidate)).toBe(id);
  });

  test("is another one when a daily page is overwritten, though its title is the same", () => {
    const other = [
      "Parliament passed the budget by three votes after a night of talks.",
      "The opposition walked out.",
    ];
    expect(idAfter(article("a.txt", "Morning briefing", other))).not.toBe(id);
  });

  test("is another one when only the publication's own paragraph stayed", () => {
    const own =
      "Reporting by the Wire; write to the editor at the usual address for corrections of any kind.";
    const page = (text: string, i: number) => article(`${i}.txt`, `Report ${i}`, [text, own]);
    const run = reconcile(emptyLedger(), paragraphs.map(page), START, "UTC");
    const next = reconcile(
      run.ledger,
      [page("Parliament passed the budget by three votes.", 0)],
      later(1),
      "UTC",
    );
    expect(run.ledger.items.map((item) => item.id)).not.toContain(next.matches[0]?.record.id);
  });
});

test("what was done is said in plain words", () => {
  const next = second([
    ...edit(BANK, "Central bank holds interest rates again").slice(1),
    headline("b.txt", "Weather"),
  ]);
  expect(next.changes.map(describeChange).sort()).toEqual([
    `changed: "${BANK}" is now "Central bank holds interest rates again", matched by similar text, a.txt`,
    'new: "Weather", b.txt',
    `removed: "${CRANE}", a.txt`,
  ]);
});

test("a removed item stays in the ledger, with the time it was missed", () => {
  const next = second(PAGE.slice(1), 1);
  const record = next.ledger.items.find(({ title }) => title === CRANE);
  expect(record).toMatchObject({ removed: "2026-01-16T10:30:00Z", files: { "a.txt": record?.text } });
  expect(next.matches).toHaveLength(9);
});

test("a time without its zone is read in the publication's, also where the very same text was read in another's", () => {
  const dated = headline("a.txt", "Ports close for the winter", { published: "2026-01-10T09:00:00" });
  const publishedIn = (timeZone: string) =>
    reconcile(emptyLedger(), [dated], START, timeZone).ledger.items[0]?.published;
  expect(["UTC", "Asia/Tokyo", "UTC"].map(publishedIn)).toEqual([
    "2026-01-10T09:00:00Z",
    "2026-01-10T00:00:00Z",
    "2026-01-10T09:00:00Z",
  ]);
});
