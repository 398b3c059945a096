import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document } from "../../src/documents/document.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Archive, Channel, Edition, Item } from "../../src/edition/edition.ts";
import { feedsOf } from "./read-feeds.ts";
import { readXml } from "./read-xml.ts";
import { channelOf, editionOf, headline, manyHeadlines, sampleSite } from "./sample-edition.ts";

/** What a reader that follows archives takes from one document. */
type Reading = {
  readonly updatedById: readonly (readonly [id: string, updated: number])[];
  readonly previousUrl: string | null;
  readonly currentUrl: string | null;
  readonly isComplete: boolean;
  readonly isArchive: boolean;
};

const readers: Readonly<Record<string, (text: string) => Reading>> = {
  "rss.xml": (text) => {
    const [ids = [], dates = [], ...history] = readXml(
      text,
      "/rss/channel/item/guid",
      "/rss/channel/item/*[self::atom:updated or (self::pubDate and not(../atom:updated))]",
      "/rss/channel/atom:link[@rel='prev-archive']/@href",
      "/rss/channel/atom:link[@rel='current']/@href",
      "/rss/channel/fh:complete",
      "/rss/channel/fh:archive",
    );
    return readingOf(ids, dates, history);
  },
  "atom.xml": (text) => {
    const [ids = [], dates = [], ...history] = readXml(
      text,
      "/atom:feed/atom:entry/atom:id",
      "/atom:feed/atom:entry/atom:updated",
      "/atom:feed/atom:link[@rel='prev-archive']/@href",
      "/atom:feed/atom:link[@rel='current']/@href",
      "/atom:feed/fh:complete",
      "/atom:feed/fh:archive",
    );
    return readingOf(ids, dates, history);
  },
  "feed.json": (text) => {
    const { items, next_url } = JSON.parse(text);
    const members = (name: string) => items.map((item: Readonly<Record<string, string>>) => item[name]);
    return readingOf(members("id"), members("date_modified"), [next_url === undefined ? [] : [next_url]]);
  },
};

function readingOf(
  ids: readonly string[],
  dates: readonly string[],
  [previous = [], current = [], complete = [], archive = []]: readonly (readonly string[])[],
): Reading {
  expect(dates).toHaveLength(ids.length);
  return {
    updatedById: ids.map((id, index) => [id, new Date(dates[index] ?? "").getTime()]),
    previousUrl: previous[0] ?? null,
    currentUrl: current[0] ?? null,
    isComplete: complete.length > 0,
    isArchive: archive.length > 0,
  };
}

/** What a reader has after it has followed the archives: by id, of each item what was changed last. */
function walk(path: string, documents: ReadonlyMap<string, Document>): ReadonlyMap<string, number> {
  const read = readers[path.slice(path.lastIndexOf("/") + 1)];
  const items = new Map<string, number>();
  const subscribed = new URL(path, sampleSite.url).href;
  for (let url: string | null = subscribed; url !== null; ) {
    const document = documents.get(decodeURI(url.slice(sampleSite.url.length)));
    if (read === undefined || document === undefined) throw new Error(`No document at ${url}`);
    const { updatedById, previousUrl, currentUrl, isComplete, isArchive } = read(textOf(document));
    for (const [id, updated] of updatedById) items.set(id, Math.max(updated, items.get(id) ?? 0));
    expect(isComplete && previousUrl !== null).toBe(false);
    expect(isComplete && isArchive).toBe(false);
    if (!path.endsWith(".json")) {
      expect(isArchive).toBe(document.kind === "archive");
      expect(currentUrl).toBe(document.kind === "archive" ? subscribed : null);
    }
    url = previousUrl;
  }
  return items;
}

/** A channel of items that are in the archive of the number they are given, 0 for none. */
function channelWith(
  numbers: readonly number[],
  limits: Channel["limits"],
  changed: readonly number[],
): Channel {
  const items: readonly Item[] = manyHeadlines(numbers.length).map((item, index) => ({
    ...item,
    updated: new Date(item.updated.getTime() + 60_000 * (changed[index] ?? 0)),
  }));
  const archives = Array.from({ length: Math.max(0, ...numbers) }, (_, index): Archive => {
    const inIt = items.filter((_, place) => numbers[place] === index + 1);
    return { number: index + 1, updated: new Date("2026-01-16T12:00:00Z"), items: inIt };
  });
  const open = new Set(items.filter((_, place) => numbers[place] === 0).map(({ id }) => id));
  return channelOf("tag", "tags/ميناء", items, { limits, open, archives });
}

function walkAll(channel: Channel): void {
  const edition: Edition = editionOf(channel.items, {}, { channels: [channel] });
  const documents = new Map(feedsOf(edition).map((document) => [document.path, document]));
  const everything = new Map(channel.items.map(({ id, updated }) => [id, updated.getTime()]));
  for (const file of Object.keys(readers)) {
    expect(walk(`${channel.path}/${file}`, documents)).toEqual(everything);
  }
}

test("whatever is in which archive, a reader that follows them finds every item, as it was changed last", () => {
  const limits = fc.record({
    itemsMax: fc.integer({ min: 1, max: 20 }),
    itemsMin: fc.integer({ min: 1, max: 20 }),
    bytesMax: fc.integer({ min: 0, max: 20_000 }),
  });
  const numbers = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 40 });
  fc.assert(
    fc.property(numbers, limits, fc.array(fc.nat(5)), (...given) => walkAll(channelWith(...given))),
    { numRuns: 100, seed: 20260116 },
  );
});

test("a reader that follows a hundred archives finds every one of three thousand items", () => {
  const numbers = Array.from({ length: 3000 }, (_, index) => Math.max(0, 100 - Math.floor(index / 30)));
  walkAll(channelWith(numbers, { itemsMax: 50, itemsMin: 20, bytesMax: 100_000 }, []));
});

test("a channel is complete as long as it has no archive, and says so", () => {
  const limits = { itemsMax: 5, itemsMin: 5, bytesMax: 10 };
  const says = (numbers: readonly number[]) => {
    const edition = editionOf([], {}, { channels: [channelWith(numbers, limits, [])] });
    return feedsOf(edition)
      .filter(({ kind }) => kind === "feed")
      .map((document) => {
        const { isComplete, previousUrl } =
          readers[document.path.split("/").at(-1) ?? ""]?.(textOf(document)) ?? {};
        return isComplete ? "complete" : previousUrl ? "archives" : "nothing";
      });
  };
  expect(says([0, 0, 0])).toEqual(["complete", "complete", "nothing"]);
  expect(says([0, 0, 1])).toEqual(["archives", "archives", "archives"]);
  expect(says([])).toEqual(["complete", "complete", "nothing"]);
});

test("an archive keeps its bytes when the channel goes on", () => {
  const limits = { itemsMax: 5, itemsMin: 1, bytesMax: 100_000 };
  const before = channelWith([0, 0, 2, 2, 1, 1], limits, []);
  const more = [headline({ id: "urn:uuid:8d1f0c1a-0000-5000-8000-2", title: "Later" }), ...before.items];
  const after: Channel = {
    ...before,
    updated: new Date("2026-02-01T00:00:00Z"),
    items: more,
    open: new Set(["urn:uuid:8d1f0c1a-0000-5000-8000-2"]),
    archives: [...before.archives, { number: 3, updated: new Date(0), items: before.items.slice(0, 2) }],
    deleted: [{ id: "urn:uuid:8d1f0c1a-0000-5000-8000-3", when: new Date("2026-02-01T00:00:00Z") }],
  };
  const textsOf = (channel: Channel) =>
    new Map(
      feedsOf(editionOf([], {}, { channels: [channel] }))
        .filter(({ kind }) => kind === "archive")
        .map((document) => [document.path, textOf(document)]),
    );
  const texts = textsOf(before);
  expect(texts.size).toBe(6);
  expect([...textsOf(after)].filter(([path]) => texts.has(path))).toEqual([...texts]);
});

test("links name the archive in the other formats, the subscription document and what came before", () => {
  const edition = editionOf([], {}, { channels: [channelWith([0, 2, 1], sampleSite.feed, [])] });
  const links = feedsOf(edition).find(({ path }) => path === "/tags/ميناء/archive/2/atom.xml")?.links;
  const folder = "https://wire.example/tags/%D9%85%D9%8A%D9%86%D8%A7%D8%A1";
  expect(links).toEqual([
    { rel: "alternate", href: `${folder}/archive/2/rss.xml`, type: "application/rss+xml" },
    { rel: "self", href: `${folder}/archive/2/atom.xml`, type: "application/atom+xml" },
    { rel: "alternate", href: `${folder}/archive/2/feed.json`, type: "application/feed+json" },
    { rel: "current", href: `${folder}/atom.xml`, type: "application/atom+xml" },
    { rel: "prev-archive", href: `${folder}/archive/1/atom.xml`, type: "application/atom+xml" },
  ]);
});
