import { expect, test } from "vitest";
import { cleanEdition } from "../../src/documents/clean-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { renderArchives, renderFeeds } from "../../src/documents/render-channel.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Channel, Edition, Item } from "../../src/edition/edition.ts";
import { article, channelOf, editionOf, headline, sampleSite } from "./sample-edition.ts";

const story = article({ id: "urn:uuid:00000000-0000-5000-8000-000000000001" });
const other = headline({ id: "urn:uuid:00000000-0000-5000-8000-000000000002" });
const site = { ...sampleSite };

/** Later editions of one publication have the same site. */
function editionWith(items: readonly Item[], given: Partial<Channel> = {}): Edition {
  const channels = [
    channelOf("all", "all", items, given),
    channelOf("headlines", "headlines", [other], given),
    channelOf("tag", "tags/old", [other, story], {
      open: new Set([other.id]),
      archives: [{ number: 1, updated: story.updated, items: [story] }],
      limits: { itemsMax: 1, itemsMin: 1, bytesMax: 100_000 },
    }),
  ];
  return cleanEdition({ ...editionOf(items, {}, { channels }), site });
}

function documentsOf(edition: Edition): ReadonlyMap<string, Document> {
  return new Map([...renderFeeds(edition), ...renderArchives(edition)].map((one) => [one.path, one]));
}

test("a document in which nothing changed is the very same list of parts as before", () => {
  const before = documentsOf(editionWith([story, other]));
  const after = documentsOf(editionWith([story, other]));
  expect(before.size).toBe(12);
  for (const [path, { parts }] of before) expect(after.get(path)?.parts, path).toBe(parts);
});

test("an item that changed makes new documents of those that have it, and of no others", () => {
  const before = documentsOf(editionWith([story, other]));
  const after = documentsOf(editionWith([{ ...story, title: "Another title" }, other]));
  const changed = [...before].filter(([path, { parts }]) => after.get(path)?.parts !== parts);
  expect(changed.map(([path]) => path)).toEqual(["/rss.xml", "/atom.xml", "/feed.json"]);
  expect(after.get("/rss.xml")?.parts[1]).toContain("Another title");
});

test("a channel that is called otherwise makes new documents of the same items", () => {
  const before = documentsOf(editionWith([story, other]));
  const after = documentsOf(editionWith([story, other], { title: "Another wire" }));
  for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/headlines/rss.xml"]) {
    const [was, is] = [before.get(path), after.get(path)];
    expect(is?.parts[0]).toContain("Another wire");
    expect(is?.parts.slice(1)).toEqual(was?.parts.slice(1));
  }
});

test("what is kept of an earlier edition changes no document of a later one", () => {
  documentsOf(editionWith([story, other]));
  const kept = documentsOf(editionWith([other, story]));
  const fresh = documentsOf({ ...editionWith([other, story]), site: { ...site } });
  for (const [path, document] of fresh) {
    const known = kept.get(path);
    expect(known === undefined ? null : textOf(known), path).toBe(textOf(document));
  }
});

test("items in another order, or more of them, make a new document", () => {
  const [two, turned, one] = [[story, other], [other, story], [story]].map((items) =>
    renderFeeds(editionWith(items)).slice(0, 3).map(textOf),
  );
  expect(new Set([two, turned, one].flat()).size).toBe(9);
});
