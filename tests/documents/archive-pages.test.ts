import { describe, expect, test } from "vitest";
import { attributeOf, type HtmlElement, textIn } from "../../src/cli/check/html-tree.ts";
import type { Document } from "../../src/documents/document.ts";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { elementsAt, pagesByPath } from "./pages-by-path.ts";
import { article, editionOf, headline, notice } from "./sample-edition.ts";
import { sampleScripts } from "./sample-scripts.ts";

const HOUR_MS = 3_600_000;

/** Headlines an hour apart, the last of them at this instant, newest first. */
function headlinesUntil(newest: string, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const published = new Date(Date.parse(newest) - index * HOUR_MS);
    const name = published.toISOString().slice(0, 13);
    return headline({ slug: name.toLowerCase(), title: name, published, updated: published });
  });
}

function archivePaths(edition: Edition): readonly string[] {
  return [...pagesByPath(edition).keys()].filter((path) => path.startsWith("/archive"));
}

function linksAt(path: string, edition: Edition, wanted: (link: HtmlElement) => boolean) {
  return elementsAt(path, edition, (one) => one.tagName === "a" && wanted(one)).map(
    (link) => [textIn(link), attributeOf(link, "href")] as const,
  );
}

const titlesAt = (path: string, edition: Edition) =>
  linksAt(path, edition, (link) => attributeOf(link, "class")?.includes("p-name") ?? false).map(
    ([title]) => title,
  );

const wayFrom = (path: string, edition: Edition, rel: "prev" | "next") =>
  linksAt(path, edition, (link) => attributeOf(link, "rel") === rel)[0];

describe("the archive by months", () => {
  test("has a page for each month in which something was published, and a list of them by years", () => {
    const instants = ["2026-03-01T00:00:00Z", "2026-01-31T23:59:59Z", "2025-12-01T00:00:00Z"];
    const items = instants.map((instant, i) => headline({ slug: `${i}`, published: new Date(instant) }));
    const edition = editionOf(items);
    expect(archivePaths(edition)).toEqual([
      "/archive",
      "/archive/2026-03",
      "/archive/2026-01",
      "/archive/2025-12",
    ]);
    const months = linksAt("/archive", edition, (link) =>
      /2\d\d\d-\d\d$/.test(attributeOf(link, "href") ?? ""),
    );
    expect(months).toEqual([
      ["January 2026", "https://wire.example/archive/2026-01"],
      ["March 2026", "https://wire.example/archive/2026-03"],
      ["December 2025", "https://wire.example/archive/2025-12"],
    ]);
  });

  test("goes by the calendar of the publication", () => {
    const items = [headline({ published: new Date("2026-01-31T23:30:00Z") })];
    expect(archivePaths(editionOf(items, { timeZone: "Europe/Athens" }))).toContain("/archive/2026-02");
    expect(archivePaths(editionOf(items, { timeZone: "America/Lima" }))).toContain("/archive/2026-01");
  });

  test("names every item once, oldest first, at most sixty on a page", () => {
    const items = headlinesUntil("2026-02-01T09:00:00Z", 200);
    const edition = editionOf(items);
    const paths = archivePaths(edition).slice(1);
    expect(paths).toEqual([
      "/archive/2026-02",
      "/archive/2026-01/4",
      "/archive/2026-01/3",
      "/archive/2026-01/2",
      "/archive/2026-01",
    ]);
    const titles = paths.toReversed().flatMap((path) => titlesAt(path, edition));
    expect(titles).toEqual(items.map(({ title }) => title).toReversed());
    for (const path of paths) expect(titlesAt(path, edition).length).toBeLessThanOrEqual(60);
  });

  test("each page leads to those before and after it", () => {
    const edition = editionOf(headlinesUntil("2026-02-01T09:00:00Z", 80));
    expect(wayFrom("/archive/2026-02", edition, "next")).toBeUndefined();
    expect(wayFrom("/archive/2026-02", edition, "prev")).toEqual([
      "January 2026 (2)",
      "https://wire.example/archive/2026-01/2",
    ]);
    expect(wayFrom("/archive/2026-01/2", edition, "next")?.[0]).toBe("February 2026");
    expect(wayFrom("/archive/2026-01", edition, "prev")).toBeUndefined();
  });

  test("without items says that there is nothing", () => {
    expect(archivePaths(editionOf([]))).toEqual(["/archive"]);
    const texts = elementsAt("/archive", editionOf([]), ({ tagName }) => tagName === "p").map(textIn);
    expect(texts).toContain("There is nothing in it at the moment.");
  });
});

/** Pages that are not the very same document as before. */
function changedPages(before: Edition, after: Edition): readonly string[] {
  const documentsOf = (edition: Edition): readonly Document[] => [...renderDocuments(edition, sampleScripts)];
  const known = new Set(documentsOf(before));
  return documentsOf(after)
    .filter((document) => document.mediaType === "text/html" && !known.has(document))
    .map(({ path }) => path)
    .filter((path) => /^\/(?:archive|headlines|articles)\//.test(path));
}

describe("what is published changes no more pages than it has to", () => {
  test("of items and months: its own, the one before it, and the last of its month", () => {
    const items = headlinesUntil("2026-01-31T09:00:00Z", 200);
    const before = editionOf(items.slice(1));
    const { site } = before;
    const after = { ...editionOf(items), site };
    expect(changedPages(before, after)).toEqual([
      "/archive/2026-01/4",
      "/headlines/2026-01-31t09",
      "/headlines/2026-01-31t08",
    ]);
  });

  test("an item whose title changes changes the pages of those beside it, one whose text changes does not", () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 0, 16, hour));
    const [c, b, a] = [3, 2, 1].map((hour) =>
      article({ slug: `${hour}`, published: at(hour), updated: at(hour) }),
    );
    if (a === undefined || b === undefined || c === undefined) throw new Error("There are three");
    const before = editionOf([c, b, a]);
    const edited = (given: Partial<typeof b>) => ({
      ...editionOf([c, { ...b, ...given }, a]),
      site: before.site,
    });
    const articlesIn = (paths: readonly string[]) => paths.filter((path) => path.startsWith("/articles/"));
    expect(articlesIn(changedPages(before, edited({ paragraphs: ["Other."] })))).toEqual(["/articles/2"]);
    expect(articlesIn(changedPages(before, edited({ title: "Other" })))).toEqual([
      "/articles/3",
      "/articles/2",
      "/articles/1",
    ]);
  });
});

test("an item's page leads to the one before and the one after it of its kind", () => {
  const at = (hour: number) => ({ published: new Date(Date.UTC(2026, 0, 16, hour)) });
  const edition = editionOf([
    article({ slug: "c", title: "C", ...at(4) }),
    headline({ ...at(3) }),
    notice({ slug: "b", title: "B", ...at(2) }),
    article({ slug: "a", title: "A", ...at(1) }),
  ]);
  expect(wayFrom("/articles/b", edition, "prev")).toEqual(["A", "https://wire.example/articles/a"]);
  expect(wayFrom("/articles/b", edition, "next")).toEqual(["C", "https://wire.example/articles/c"]);
  expect(wayFrom("/articles/c", edition, "next")).toBeUndefined();
  expect(wayFrom("/headlines/plain-headline", edition, "prev")).toBeUndefined();
});
