import { describe, expect, test } from "vitest";
import type { Candidate } from "../../src/edition/candidate.ts";
import type { Item } from "../../src/edition/edition.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { parseSite } from "../../src/edition/parse-site.ts";
import { reconcile } from "../../src/edition/reconcile.ts";
import { emptyLedger, headline, later, markdown, publish, START } from "./make-candidates.ts";

const site = parseSite("title: The Wire\nurl: https://wire.test\n");
const run = (candidates: readonly Candidate[], ledger: Ledger = emptyLedger(), hours = 0) =>
  publish(site, ledger, candidates, later(hours));
const DAY = 24;
const shown = (items: readonly Item[] | undefined) => (items ?? []).map(({ title }) => title);

describe("embargo", () => {
  const waiting = markdown("articles/budget.md", "The budget", ["Taxes rise."], {
    published: "2026-01-20T06:00:00Z",
    tags: ["Money"],
  });
  const other = headline("newswire/a.txt", "River towns brace for spring floods");
  const first = run([waiting, other]);

  test("until its time an item is nowhere, nor is a channel that has nothing else", () => {
    expect(shown(first.edition.items)).toEqual([other.title]);
    expect(first.edition.channels.map(({ path }) => path)).not.toContain("/tags/money");
    expect(JSON.stringify(first.edition)).not.toContain("budget");
  });

  test("at its time it is there, dated by it, without another ingest", () => {
    const { items, channels } = first.editionAt(new Date("2026-01-20T06:00:00Z"));
    expect(shown(items)).toEqual(["The budget", other.title]);
    expect(items[0]).toMatchObject({
      published: new Date("2026-01-20T06:00:00Z"),
      updated: new Date("2026-01-20T06:00:00Z"),
    });
    const channel = channels.find(({ path }) => path === "/tags/money");
    expect(shown(channel?.items)).toEqual(["The budget"]);
    expect(channel?.updated).toEqual(new Date("2026-01-20T06:00:00Z"));
    expect(first.editionAt(new Date("2026-01-20T05:59:59Z")).items.length).toBe(1);
  });

  test("what was held back says so, and what was there before, or dated back, does not", () => {
    const old = markdown("articles/old.md", "Old", ["It was."], { published: "2026-01-01T06:00:00Z" });
    const { items } = run([waiting, other, old]).editionAt(new Date("2026-01-20T06:00:00Z"));
    expect(items.map(({ title, embargoed }) => [title, embargoed])).toEqual([
      ["The budget", true],
      [other.title, false],
      ["Old", false],
    ]);
  });

  test("before its time the text and the date may change, and readers never hear of it", () => {
    const later1 = markdown("articles/budget.md", "The budget, mended", ["Taxes fall."], {
      published: "2026-01-25T06:00:00Z",
    });
    const then = run([later1, other], first.ledger, 1);
    expect(then.changes.map(({ kind }) => kind)).toContain("rescheduled");
    expect(then.editionAt(new Date("2026-01-24T00:00:00Z")).items.length).toBe(1);
    const [item] = then.editionAt(new Date("2026-01-25T06:00:00Z")).items;
    expect(item).toMatchObject({
      title: "The budget, mended",
      published: new Date("2026-01-25T06:00:00Z"),
      updated: new Date("2026-01-25T06:00:00Z"),
    });
    expect(item?.id).toBe(first.ledger.items.find(({ kind }) => kind === "article")?.id);
  });

  test("taken back before its time it leaves no trace", () => {
    const then = run([other], first.ledger, 1);
    const edition = then.editionAt(new Date("2026-02-20T06:00:00Z"));
    expect(edition.gone).toEqual([]);
    expect(JSON.stringify(edition)).not.toContain("budget");
    expect(edition.channels[0]?.deleted).toEqual([]);
  });

  test("once published its date stays as it is", () => {
    const again = { ...waiting, published: "2026-03-01" };
    const then = run([again, other], first.ledger, 10 * DAY);
    expect(then.edition.items[0]?.published).toEqual(new Date("2026-01-20T06:00:00Z"));
  });

  test("a date line of a newswire page that lies in the future is no embargo", () => {
    const { edition, problems } = run([
      headline("newswire/b.txt", "Ships return", { published: "2027-01-01" }),
    ]);
    expect(edition.items.length).toBe(1);
    expect(problems.map(({ kind }) => kind)).toEqual(["date-in-future"]);
  });
});

describe("corrections", () => {
  const story = (more: Parameters<typeof markdown>[3], text = "Nine boats sank.") =>
    markdown("articles/storm.md", "The storm", [text], { published: "2026-01-15T08:00:00Z", ...more });
  const first = run([story({})]);
  const correction = { date: "2026-01-16T12:00:00Z", note: "It was nine boats, not ten." };

  test("a change moves updated to now, and published never", () => {
    const { edition } = run([story({}, "Ten boats sank.")], first.ledger, 3);
    expect(edition.items[0]).toMatchObject({
      published: new Date("2026-01-15T08:00:00Z"),
      updated: later(3),
    });
  });

  test("a change marked silent moves nothing", () => {
    const then = run([story({ silent: true }, "Nine boats sank!")], first.ledger, 3);
    expect(then.edition.items[0]?.updated).toEqual(first.edition.items[0]?.updated);
    expect(then.ledger).not.toBe(first.ledger);
  });

  test("a correction says when, also beside silent, and is an item of its own in its channel", () => {
    const then = run(
      [story({ silent: true, corrections: [correction] }, "Ten boats sank.")],
      first.ledger,
      6,
    );
    const [item] = then.edition.items;
    expect(item?.updated).toEqual(new Date(correction.date));
    expect(item).toMatchObject({ corrections: [{ note: correction.note, date: new Date(correction.date) }] });
    const channel = then.edition.channels.find(({ kind }) => kind === "corrections");
    expect(channel?.items).toMatchObject([
      {
        kind: "correction",
        note: correction.note,
        corrected: "The storm",
        published: new Date(correction.date),
      },
    ]);
    expect(channel?.items[0]?.id).not.toBe(item?.id);
    expect(channel?.items[0]?.url).toMatch(
      /^https:\/\/wire\.test\/articles\/the-storm#correction-[0-9a-f]{8}$/,
    );
    expect(shown(then.edition.channels[0]?.items)).toEqual(["The storm"]);
  });

  test("the id of a correction outlasts a mended note and a second correction", () => {
    const one = run([story({ corrections: [correction] })], first.ledger, 6);
    const second = { date: "2026-01-18", note: "And two ferries." };
    const two = run(
      [story({ corrections: [{ ...correction, note: "Nine, not ten." }, second] })],
      one.ledger,
      72,
    );
    const ids = (result: typeof one) =>
      result.edition.channels.find(({ kind }) => kind === "corrections")?.items.map(({ id }) => id) ?? [];
    expect(ids(two).length).toBe(2);
    expect(ids(two)).toContain(ids(one)[0]);
  });

  test("all carries them, too, if site.yaml says so", () => {
    const both = parseSite("title: The Wire\nurl: https://wire.test\ncorrectionsInAll: true\n");
    const { edition } = publish(both, first.ledger, [story({ corrections: [correction] })], later(6));
    expect(shown(edition.channels[0]?.items)).toEqual(["Correction: The storm", "The storm"]);
    expect(shown(edition.items)).toEqual(["The storm"]);
  });
});

describe("removed and withdrawn", () => {
  const page = [
    headline("newswire/a.txt", "River towns brace for spring floods"),
    headline("newswire/a.txt", "Museum returns stolen bell to Norden"),
  ];
  const first = run(page);
  const [, bell] = page;
  const bellRecord = first.ledger.items.find(({ title }) => title === bell?.title);

  test("a removed item is gone from every channel, and readers are told its id and when", () => {
    const { edition } = run(page.slice(0, 1), first.ledger, 5);
    expect(shown(edition.items)).toEqual([page[0]?.title]);
    expect(edition.gone).toEqual([{ path: `/headlines/${bellRecord?.slug}`, reason: null }]);
    for (const { deleted, path } of edition.channels.filter(({ kind }) => kind !== "articles"))
      expect({ path, deleted }).toEqual({ path, deleted: [{ id: bellRecord?.id, when: later(5) }] });
    expect(edition.channels[0]?.updated).toEqual(later(5));
  });

  test("a removal is not told for ever", () => {
    const gone = run(page.slice(0, 1), first.ledger, 5);
    const next = headline("newswire/b.txt", "Orchestra cancels tour after funding cut");
    const { edition } = run([...page.slice(0, 1), next], gone.ledger, 90 * DAY);
    expect(edition.channels[0]?.deleted).toEqual([]);
    expect(edition.gone.length).toBe(1);
  });

  const withdrawn: Ledger = {
    ...first.ledger,
    items: first.ledger.items.map((item) =>
      item === bellRecord
        ? { ...item, withdrawn: { at: "2026-01-16T12:30:00Z", reason: "The bell was a copy" } }
        : item,
    ),
  };

  test("for seven days the reason stands under the item's id, and nothing of its text", () => {
    const { edition, editionAt } = run(page, withdrawn, 4);
    const notice = edition.items.find(({ id }) => id === bellRecord?.id);
    expect(notice).toMatchObject({
      kind: "notice",
      title: "Withdrawn",
      reason: "The bell was a copy",
      published: first.edition.items[1]?.published,
      updated: new Date("2026-01-16T12:30:00Z"),
      path: `/headlines/${bellRecord?.slug}`,
    });
    expect(JSON.stringify(edition)).not.toContain("Museum");
    expect(edition.channels[0]?.items.length).toBe(2);
    expect(editionAt(new Date("2026-01-23T12:29:59Z")).items.length).toBe(2);
  });

  test("after that it is gone, its page says why, and its channels tell", () => {
    const edition = run(page, withdrawn, 4).editionAt(new Date("2026-01-23T12:30:00Z"));
    expect(edition.items.length).toBe(1);
    expect(edition.gone).toEqual([{ path: `/headlines/${bellRecord?.slug}`, reason: "The bell was a copy" }]);
    const when = new Date("2026-01-23T12:30:00Z");
    expect(edition.channels[0]).toMatchObject({ updated: when, deleted: [{ id: bellRecord?.id, when }] });
  });

  test("that its text is deleted meanwhile cuts the notice no shorter", () => {
    const { edition } = run(page.slice(0, 1), withdrawn, 6);
    expect(shown(edition.items)).toEqual([page[0]?.title, "Withdrawn"]);
  });

  test("a file that can't be used now takes back nothing", () => {
    const { changes, ledger } = reconcile(first.ledger, [], later(1), "UTC", new Set(["newswire/a.txt"]));
    expect(changes).toEqual([]);
    expect(ledger).toBe(first.ledger);
  });
});

test("a Markdown file is one article, whatever is written anew in it", () => {
  const first = run([markdown("articles/a.md", "Old words", ["Nothing in common."])]);
  const then = run(
    [markdown("articles/a.md", "Quite different", ["All else is said here."])],
    first.ledger,
    1,
  );
  expect(then.changes.map(({ kind }) => kind)).toEqual(["edited"]);
  expect(then.edition.items[0]?.id).toBe(first.edition.items[0]?.id);
  expect(then.edition.items[0]?.updated).toEqual(later(1));
  expect(START < later(1)).toBe(true);
});

describe("what an enemy would try", () => {
  const secret = (more: Parameters<typeof markdown>[3]) =>
    markdown("articles/secret.md", "The deal", ["Foo buys Bar."], {
      published: "2026-01-20T06:00:00Z",
      tags: ["Takeover of Foo"],
      ...more,
    });
  const other = headline("newswire/a.txt", "River towns brace for spring floods");
  const soon = new Date("2026-01-21T00:00:00Z");

  test.each([
    ["postponed", [secret({ published: "2026-02-20T06:00:00Z" }), other]],
    ["filed elsewhere", [secret({ tags: ["Business"], published: "2026-02-20T06:00:00Z" }), other]],
    ["deleted", [other]],
  ])("an embargoed article that is %s leaves no channel behind that tells its tag", (_, texts) => {
    const then = run(texts, run([secret({}), other]).ledger, 1);
    expect(JSON.stringify(then.editionAt(soon))).not.toMatch(/takeover/i);
  });

  test("an embargoed article with a correction opens no channel of corrections", () => {
    const { edition } = run([secret({ corrections: [{ date: "2026-01-16", note: "No." }] }), other]);
    expect(edition.channels.map(({ path }) => path)).not.toContain("/corrections");
  });

  test("a withdrawn text stays withdrawn when it is brought back, and in a copy", () => {
    const story = (file: string) => markdown(file, "A libel", ["He did it."]);
    const first = run([story("articles/a.md")]);
    const ledger: Ledger = {
      ...first.ledger,
      items: first.ledger.items.map((item) => ({
        ...item,
        withdrawn: { at: "2026-01-16T10:00:00Z", reason: "He did not" },
      })),
    };
    const copied = run([story("articles/a.md"), story("articles/b.md")], ledger, 2);
    const deleted = run([other], ledger, 24);
    const restored = run([story("articles/a.md"), other], deleted.ledger, 24 * 30);
    for (const { edition } of [copied, deleted, restored])
      expect(JSON.stringify(edition)).not.toMatch(/A libel|He did it/);
    expect(restored.edition.gone).toEqual([{ path: "/articles/a-libel", reason: "He did not" }]);
  });

  test("what was deleted and comes back is newer than its deletion", () => {
    const first = run([other]);
    const gone = run([], first.ledger, 1);
    const back = run([other], gone.ledger, 2);
    const [deleted] = gone.edition.channels[0]?.deleted ?? [];
    const [item] = back.edition.items;
    expect(item?.id).toBe(deleted?.id);
    expect(item?.updated.getTime()).toBeGreaterThan(deleted?.when.getTime() ?? Number.NaN);
  });

  const corrected = (notes: readonly string[], zone = "UTC", dates = ["2026-01-15", "2026-01-16"]) =>
    publish(
      parseSite(`title: The Wire\nurl: https://wire.test\ntimeZone: ${zone}\n`),
      emptyLedger(),
      [
        markdown("articles/s.md", "The storm", ["Ships sank."], {
          published: "2026-01-10",
          corrections: notes.map((note, i) => ({ date: dates[i] ?? "", note })),
        }),
      ],
      later(0),
    );

  test("a correction dated later than it was ingested is dated by the ingest", () => {
    const { edition } = corrected(["Nine."], "UTC", ["2026-01-18T12:00:00Z"]);
    expect(edition.channels.find(({ kind }) => kind === "corrections")?.items).toMatchObject([
      { note: "Nine.", published: START },
    ]);
  });

  test("each note stands beside its own date, whatever the zone", () => {
    const { edition } = corrected(["LATER", "EARLIER"], "Asia/Tokyo", ["2026-01-14T16:00:00Z", "2026-01-15"]);
    const [item] = edition.items;
    expect(item?.kind === "article" ? item.corrections : []).toMatchObject([
      { note: "EARLIER", date: new Date("2026-01-14T15:00:00Z") },
      { note: "LATER", date: new Date("2026-01-14T16:00:00Z") },
    ]);
  });

  test("a correction that is no longer said, and those of a withdrawn article, are told as deleted", () => {
    const first = corrected(["One.", "Two."]);
    const story = (notes: readonly string[]) =>
      markdown("articles/s.md", "The storm", ["Ships sank."], {
        published: "2026-01-10",
        corrections: notes.map((note, i) => ({ date: ["2026-01-15", "2026-01-16"][i] ?? "", note })),
      });
    const one = run([story(["One."])], first.ledger, 1);
    const channel = one.edition.channels.find(({ kind }) => kind === "corrections");
    expect(shown(channel?.items)).toEqual(["Correction: The storm"]);
    expect(channel?.deleted.map(({ when }) => when)).toEqual([later(1)]);
    const none = run([], one.ledger, 2).edition.channels.find(({ kind }) => kind === "corrections");
    expect(none?.items).toEqual([]);
    expect(none?.deleted.length).toBe(2);
  });

  test("a note that is mended is newer, under its id", () => {
    const first = corrected(["Nine boats."]);
    const mended = markdown("articles/s.md", "The storm", ["Ships sank."], {
      published: "2026-01-10",
      corrections: [{ date: "2026-01-15", note: "Nine ships." }],
    });
    const items = [first, run([mended], first.ledger, 3)].map(
      ({ edition }) => edition.channels.find(({ kind }) => kind === "corrections")?.items[0],
    );
    expect(items[1]?.id).toBe(items[0]?.id);
    expect(items[1]?.updated).toEqual(later(3));
    expect(items[1]?.published).toEqual(items[0]?.published);
  });
});

test.each([
  ["its slug", "articles/two.md", "articles/mill.md", { slug: "mill" }],
  ["its file's name in another folder", "articles/mill.md", "articles/2026/mill.md", {}],
  ["its title and date", "articles/two.md", "articles/mill.md", { published: "2026-01-11" }],
])("an article that is renamed and written anew is known by %s", (_, from, to, more) => {
  const first = run([markdown(from, "The old mill", ["It burned down."], more)]);
  const then = run([markdown(to, "The old mill", ["Quite other words stand here."], more)], first.ledger, 1);
  expect(then.changes.map(({ kind }) => kind)).not.toContain("new");
  expect(then.edition.items[0]?.id).toBe(first.edition.items[0]?.id);
});

test("two Markdown files with the same words are two articles", () => {
  const menu = (file: string, language: string) => markdown(file, "Menu", ["Soup."], { language });
  const { edition } = run([menu("articles/one.md", "de"), menu("articles/two.md", "en")]);
  expect(edition.items.map(({ path, language }) => [path, language])).toEqual([
    ["/articles/menu", "de"],
    ["/articles/menu-2", "en"],
  ]);
});

test("an embargoed article that is filed elsewhere needs one ingest, not two", () => {
  const secret = (tags: readonly string[]) =>
    markdown("articles/s.md", "The deal", ["Text."], { published: "2026-02-20T06:00:00Z", tags });
  const first = run([secret(["A"])]);
  const then = run([secret(["B"])], first.ledger, 1);
  expect(run([secret(["B"])], then.ledger, 2).ledger).toBe(then.ledger);
});

test("a correction that comes back with its article is newer than its deletion", () => {
  const story = markdown("articles/s.md", "The storm", ["Ships sank."], {
    published: "2026-01-10",
    corrections: [{ date: "2026-01-15", note: "Nine." }],
  });
  const first = run([story]);
  const gone = run([], first.ledger, 1);
  const back = run([story], gone.ledger, 2);
  const channels = [gone, back].map(({ edition }) =>
    edition.channels.find(({ kind }) => kind === "corrections"),
  );
  expect(channels[0]?.deleted[0]?.id).toBe(channels[1]?.items[0]?.id);
  expect(channels[1]?.items[0]?.updated).toEqual(later(2));
  expect(channels[1]?.updated).toEqual(later(2));
});

test("a withdrawn headline of two words is another one next month", () => {
  const weather = (file: string) => headline(file, "Weather report");
  const first = run([weather("newswire/a.txt")]);
  const ledger: Ledger = {
    ...first.ledger,
    items: first.ledger.items.map((item) => ({
      ...item,
      withdrawn: { at: "2026-01-16T10:00:00Z", reason: "No" },
    })),
  };
  const then = run([weather("newswire/b.txt")], ledger, 30 * DAY);
  expect(shown(then.edition.items)).toEqual(["Weather report"]);
});
