import { expect, test } from "vitest";
import { cleanEdition } from "../../src/documents/clean-edition.ts";
import { renderArchives, renderFeeds } from "../../src/documents/render-channel.ts";
import { textOf } from "../../src/documents/text-of.ts";
import { goldenEdition } from "./golden-edition.ts";
import { goldenText, readable } from "./golden-file.ts";

const edition = cleanEdition(goldenEdition);
const documents = [...renderFeeds(edition), ...renderArchives(edition)];

/** What the documents of a golden folder are there for. */
const folders: readonly (readonly [folder: string, shows: string])[] = [
  ["", "one of everything, corrections as items of their own among it"],
  ["/headlines", "headlines with and without an address, source, section, language"],
  ["/articles", "whole texts, media, a link post, a notice of withdrawal"],
  ["/corrections", "corrections alone"],
  ["/sections/harbour", "a section whose older items are in an archive"],
  ["/sections/harbour/archive/1", "the first archive of whole texts"],
  ["/languages/pt-br", "a channel in another language"],
  ["/channels/briefly", "summaries, removed items, more than it can hold"],
  ["/channels/briefly/archive/1", "an archive before which there is none"],
  ["/channels/briefly/archive/2", "an archive before which there is one"],
];

const rows = folders.flatMap(([folder, shows]) =>
  ["rss.xml", "atom.xml", "feed.json"].map((file) => [`${folder}/${file}`, shows] as const),
);

test.each(rows)("%s is the golden document, byte for byte: %s", (path) => {
  const document = documents.find((candidate) => candidate.path === path);
  const text = readable(path, document === undefined ? "null" : textOf(document));
  expect(text).toBe(goldenText(path.slice(1), text));
});

test.each(documents.filter(({ path }) => path.endsWith(".json")))(
  "$path has an item a line and no other white space, unlike its golden document",
  (document) => {
    const { items, ...head } = JSON.parse(textOf(document));
    const lines = items.map((item: unknown) => `\n${JSON.stringify(item)}`);
    expect(textOf(document)).toBe(
      `${JSON.stringify({ ...head, items: [] }).slice(0, -2)}${lines.join(",")}\n]}\n`,
    );
  },
);

test.each(documents.filter(({ path }) => path.endsWith(".xml")))(
  "$path has no white space between tags but line ends",
  (document) => {
    const between = [...textOf(document).matchAll(/>(\s+)</g)].map(([, space]) => space);
    expect(new Set(between)).toEqual(new Set(["\n"]));
  },
);

test("an edition gives these documents, archives after all feeds, a format after the other", () => {
  const channels = edition.channels.map(({ path }) => path);
  const archives = [
    "/sections/harbour/archive/1",
    "/channels/briefly/archive/1",
    "/channels/briefly/archive/2",
  ];
  const expected = (kind: string, folder: string) => [
    `${kind} ${folder}/rss.xml application/rss+xml`,
    `${kind} ${folder}/atom.xml application/atom+xml`,
    `${kind} ${folder}/feed.json application/feed+json`,
  ];
  expect(documents.map(({ kind, path, mediaType }) => `${kind} ${path} ${mediaType}`)).toEqual([
    ...channels.flatMap((folder) => expected("feed", folder)),
    ...[0, 1, 2].flatMap((format) => archives.map((folder) => expected("archive", folder)[format])),
  ]);
});
