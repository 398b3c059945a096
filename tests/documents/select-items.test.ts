import { expect, test } from "vitest";
import type { Channel, Edition, Item } from "../../src/edition/edition.ts";
import type { FeedLimits } from "../../src/edition/site.ts";
import { atomOf, feedTextAt, jsonOf, rssOf } from "./read-feeds.ts";
import { article, channelOf, editionOf, manyHeadlines } from "./sample-edition.ts";

const none: ReadonlySet<string> = new Set();

/** An edition whose channel of everything has all its items in archives, but for the open ones. */
function editionWithin(limits: FeedLimits, items: readonly Item[], given: Partial<Channel> = {}): Edition {
  return editionOf(
    items,
    {},
    { channels: [channelOf("all", "all", items, { limits, open: none, ...given })] },
  );
}

function titlesIn(edition: Edition): readonly string[] {
  const titles = jsonOf(edition).items.map((item: { readonly title: string }) => item.title);
  expect(rssOf(edition, "/rss/channel/item/title")).toEqual(titles);
  expect(atomOf(edition, "/atom:feed/atom:entry/atom:title")).toEqual(titles);
  return titles;
}

const roomy = 1_000_000;

test.each([
  { items: 30, limits: { itemsMax: 100, itemsMin: 20, bytesMax: roomy }, held: 30, because: "all fit" },
  {
    items: 30,
    limits: { itemsMax: 25, itemsMin: 20, bytesMax: roomy },
    held: 25,
    because: "no more than itemsMax",
  },
  {
    items: 30,
    limits: { itemsMax: 100, itemsMin: 20, bytesMax: 1_000 },
    held: 20,
    because: "never fewer than itemsMin",
  },
  {
    items: 10,
    limits: { itemsMax: 100, itemsMin: 20, bytesMax: 1_000 },
    held: 10,
    because: "all, when fewer exist",
  },
  {
    items: 30,
    limits: { itemsMax: 10, itemsMin: 20, bytesMax: roomy },
    held: 10,
    because: "itemsMax before itemsMin",
  },
  { items: 0, limits: { itemsMax: 10, itemsMin: 20, bytesMax: roomy }, held: 0, because: "there are none" },
])("of $items archived items the documents hold the newest $held: $because", ({ items, limits, held }) => {
  const edition = editionWithin(limits, manyHeadlines(items));
  expect(titlesIn(edition)).toEqual(edition.items.slice(0, held).map(({ title }) => title));
});

test("the largest of the three formats decides how many items fit, to the item", () => {
  const headlines = manyHeadlines(60);
  const sizes = ["/rss.xml", "/atom.xml", "/feed.json"].map((path) =>
    Buffer.byteLength(
      feedTextAt(path, editionWithin({ itemsMax: 33, itemsMin: 5, bytesMax: roomy }, headlines)),
    ),
  );
  const heldWithin = (bytesMax: number) =>
    titlesIn(editionWithin({ itemsMax: 60, itemsMin: 5, bytesMax }, headlines)).length;
  const largest = Math.max(...sizes);
  expect(heldWithin(largest)).toBe(33);
  expect(heldWithin(largest - 1)).toBe(32);
});

test("the bytes of a namespace that an item brings along are counted, to the byte", () => {
  const edition = (bytesMax: number) =>
    editionWithin({ itemsMax: 60, itemsMin: 5, bytesMax }, [
      ...manyHeadlines(20),
      article({ published: new Date(0), updated: new Date(0), titleDerived: true }),
    ]);
  const sizes = ["/rss.xml", "/atom.xml", "/feed.json"].map((path) =>
    // Where everything fits and there is no archive, a document says that it is complete, which takes bytes, too.
    Buffer.byteLength(feedTextAt(path, withArchive(edition(roomy)))),
  );
  const largest = Math.max(...sizes);
  expect(titlesIn(withArchive(edition(largest)))).toHaveLength(21);
  expect(titlesIn(withArchive(edition(largest - 1)))).toHaveLength(20);
});

function withArchive(edition: Edition): Edition {
  const archives = [{ number: 1, updated: new Date(0), items: [] }];
  return { ...edition, channels: edition.channels.map((channel) => ({ ...channel, archives })) };
}

test("every item that is in no archive is there, whatever the limits say", () => {
  const items = manyHeadlines(40);
  const open = new Set(items.slice(10, 40).map(({ id }) => id));
  const edition = editionWithin({ itemsMax: 5, itemsMin: 5, bytesMax: 10 }, items, { open });
  expect(titlesIn(edition)).toEqual(items.slice(10).map(({ title }) => title));
});

test("what is left of the room goes to what changed last, and the newest still stands first", () => {
  const changed = new Date("2026-01-17T00:00:00Z");
  const items = manyHeadlines(20).map((item, index) =>
    index === 7 || index === 19 ? { ...item, updated: changed, changed } : item,
  );
  const edition = editionWithin({ itemsMax: 4, itemsMin: 1, bytesMax: roomy }, items);
  expect(titlesIn(edition)).toEqual([0, 1, 7, 19].map((index) => `Headline number ${index}`));
});
