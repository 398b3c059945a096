import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { attributeOf, elementsOf, type HtmlElement, textIn } from "../../src/cli/check/html-tree.ts";
import { renderPages } from "../../src/documents/render-pages.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Edition, Item } from "../../src/edition/edition.ts";
import { goldenEdition } from "./golden-edition.ts";
import { elementsAt, pagesByPath } from "./pages-by-path.ts";
import {
  article,
  category,
  channelOf,
  editionOf,
  headline,
  manyHeadlines,
  notice,
} from "./sample-edition.ts";
import { sampleScripts } from "./sample-scripts.ts";

const harbour = category("section", "harbour", "Harbour");
const economy = category("tag", "economy", "Economy");

function withChannels(
  items: readonly Item[],
  ...names: readonly (readonly ["section" | "tag" | "author" | "language", string, string])[]
): Edition {
  const edition = editionOf(items);
  const more = names.map(([kind, name, label]) => channelOf(kind, name, items, { label }));
  return { ...edition, channels: [...edition.channels, ...more] };
}

const named =
  (tagName: string) =>
  (element: HtmlElement): boolean =>
    element.tagName === tagName;

/** What a link in the text says and where it leads. */
function linksIn(path: string, edition: Edition): readonly (readonly [text: string, href: string | null])[] {
  return elementsAt(path, edition, named("a")).map(
    (link) => [textIn(link), attributeOf(link, "href")] as const,
  );
}

/** The titles of the feeds that browsers find. */
function feedsOf(path: string, edition: Edition): readonly (string | null)[] {
  return elementsAt(path, edition, named("link"))
    .filter(
      (link) => attributeOf(link, "rel") === "alternate" && !attributeOf(link, "type")?.includes("oembed"),
    )
    .map((link) => attributeOf(link, "title"));
}

const plain = "/articles/plain-article";

describe("what has a page", () => {
  test("the front page, each channel, the list of feeds, the archive and its months, 404, what is gone and each item have one", () => {
    const gone = [{ path: "/headlines/untrue", reason: null }];
    const items = [article(), headline(), notice()];
    const edition = { ...withChannels(items, ["tag", "tags/c-plus-plus", "C++"]), gone };
    const pages = [...pagesByPath(edition).values()].filter(
      ({ mediaType, path }) => mediaType === "text/html" && !path.startsWith("/embed"),
    );
    expect(pages.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual([
      "gone /headlines/untrue",
      "missing /404",
      "page /",
      "page /all",
      "page /archive",
      "page /archive/2026-01",
      "page /articles",
      "page /articles/plain-article",
      "page /articles/withdrawn-article",
      "page /feeds",
      "page /headlines",
      "page /headlines/plain-headline",
      "page /tags/c-plus-plus",
    ]);
  });

  test("a correction stands on the page of what it corrects, under the id that its address names", () => {
    const paths = [...pagesByPath(goldenEdition).keys()];
    expect(paths.filter((path) => path.includes("#") || path.startsWith("/corrections/"))).toEqual([]);
    const corrections = goldenEdition.channels.find(({ kind }) => kind === "corrections")?.items ?? [];
    expect(corrections.length).toBeGreaterThan(1);
    for (const { path, url } of corrections) {
      const fragment = new URL(url).hash.slice(1);
      const [element] = elementsAt(path, goldenEdition, (one) => attributeOf(one, "id") === fragment);
      expect(element && textIn(element), url).toMatch(/^15 (?:January|de janeiro de) 2026, \d\d:\d\d UTC ./);
    }
  });

  test("pages come one after the other, not all at once", () => {
    const asked = new Set<string>();
    const items = manyHeadlines(100).map((item) => ({
      ...item,
      get updated() {
        asked.add(item.path);
        return item.published;
      },
    }));
    for (const { path } of renderPages(editionOf(items), sampleScripts))
      if (path === "/headlines/headline-9") break;
    expect(asked.size).toBe(10);
  });

  test("what pages of a channel share is made once, so that it is stored once", () => {
    const pages = pagesByPath(editionOf(manyHeadlines(3)));
    const [first, second] = [pages.get("/headlines/headline-0"), pages.get("/headlines/headline-1")];
    expect(first?.parts).toHaveLength(5);
    for (const shared of [0, 2, 4]) expect(first?.parts[shared]).toBe(second?.parts[shared]);
    for (const own of [1, 3]) expect(first?.parts[own]).not.toBe(second?.parts[own]);
    expect(first?.links).toHaveLength(7);
    expect(first?.links[1]).toBe(second?.links[1]);
  });
});

describe("every page of the golden edition", () => {
  const pages = [...pagesByPath(goldenEdition).values()].filter(({ mediaType }) => mediaType === "text/html");

  test.each(pages.map((page) => [page.path, textOf(page)] as const))(
    "%s is HTML that no browser has to mend",
    (_, text) => {
      const errors: string[] = [];
      const elements = elementsOf(parse(text, { onParseError: ({ code }) => errors.push(code) }));
      expect(errors).toEqual([]);
      for (const name of ["title", "h1", "main"]) expect(elements.filter(named(name))).toHaveLength(1);
      const ids = elements.map((element) => attributeOf(element, "id")).filter((id) => id !== null);
      expect(new Set(ids).size).toBe(ids.length);
      expect(elements.filter(({ tagName }) => tagName === "style")).toEqual([]);
      // What is no data is a file.
      const scripts = elements.filter((one) => one.tagName === "script" && attributeOf(one, "type") === null);
      for (const script of scripts)
        expect([textIn(script), attributeOf(script, "src")]).toEqual(["", expect.any(String)]);
    },
  );
});

describe("channels of a page", () => {
  const items = [
    article({ categories: [harbour, economy] }),
    article({ slug: "unfiled" }),
    notice(),
    headline(),
  ];
  const edition = withChannels(
    items,
    ["section", "sections/harbour", "Harbour"],
    ["tag", "tags/economy", "Economy"],
  );
  const three = (title: string) => [`${title} (RSS)`, `${title} (Atom)`, `${title} (JSON Feed)`];
  const all = three("The Lumen Wire");

  test.each([
    ["/", [], "the front page leads to everything"],
    ["/feeds", [], "so does the list of feeds"],
    ["/404", [], "so does the page for what is missing"],
    ["/sections/harbour", three("The Lumen Wire: harbour"), "a channel's page leads to itself"],
    ["/tags/economy", three("The Lumen Wire: economy"), "of whatever kind it is"],
    [plain, three("The Lumen Wire: harbour"), "an article to its section"],
    ["/articles/unfiled", three("The Lumen Wire: articles"), "or to the articles if it has none"],
    ["/articles/withdrawn-article", three("The Lumen Wire: articles"), "a notice to where the article stood"],
    ["/headlines/plain-headline", three("The Lumen Wire: headlines"), "a headline to the headlines"],
  ])("%s: %j and everything (%s)", (path, own) => {
    expect(feedsOf(path, edition)).toEqual([...own, ...all]);
  });

  test("what the head of a page says is said in its Link header too", () => {
    expect(pagesByPath(edition).get("/tags/economy")?.links).toEqual([
      { rel: "canonical", href: "https://wire.example/tags/economy" },
      ...["/tags/economy", ""].flatMap((path) => {
        const title = path === "" ? "The Lumen Wire" : "The Lumen Wire: economy";
        const feed = (file: string, type: string, format: string) => ({
          rel: "alternate",
          href: `https://wire.example${path}/${file}`,
          type,
          title: `${title} (${format})`,
          language: "en-GB",
        });
        return [
          feed("rss.xml", "application/rss+xml", "RSS"),
          feed("atom.xml", "application/atom+xml", "Atom"),
          feed("feed.json", "application/feed+json", "JSON Feed"),
        ];
      }),
    ]);
  });

  test("a page names its own channel, everything and the list of feeds, not every channel there is", () => {
    const footer = linksIn(plain, edition).slice(-10);
    expect(footer.filter(([text]) => !/^(RSS|Atom|JSON Feed)$/.test(text))).toEqual([
      ["The Lumen Wire: harbour", "https://wire.example/sections/harbour"],
      ["The Lumen Wire", "https://wire.example/all"],
      ["All feeds", "https://wire.example/feeds"],
      ["Archive", "https://wire.example/archive"],
    ]);
  });

  test("the list of feeds names each channel once, with its page and its three addresses", () => {
    const links = linksIn("/feeds", edition).map(([, href]) => href);
    for (const { path } of edition.channels) {
      const expected = path === "" ? 2 : 1; // everything stands in the footer, too
      for (const file of ["/rss.xml", "/atom.xml", "/feed.json"]) {
        expect(links.filter((href) => href === `https://wire.example${path}${file}`)).toHaveLength(expected);
      }
      expect(links).toContain(`https://wire.example${path || "/all"}`);
    }
  });
});

describe("a publication with very many sections", () => {
  const many = Array.from({ length: 70 }, (_, i) => ["section", `sections/s${i}`, `Section ${i}`] as const);
  const edition = withChannels([article()], ...many);

  test("names some of them at the head of the front page, and leads to the others", () => {
    const links = elementsAt("/", edition, named("nav"))
      .filter((nav) => attributeOf(nav, "aria-label") === "Sections")
      .flatMap((nav) => elementsOf(nav).filter(named("a")))
      .map((link) => [textIn(link), attributeOf(link, "href")]);
    expect(links).toHaveLength(17);
    expect(links.at(-1)).toEqual(["All feeds", "https://wire.example/feeds#group-sections"]);
    expect(elementsAt("/feeds", edition, (one) => attributeOf(one, "id") === "group-sections")).toHaveLength(
      1,
    );
  });

  test("names all of them among the feeds, whose addresses then stand on their own pages", () => {
    const addresses = linksIn("/feeds", edition).map(([, href]) => href);
    expect(addresses).toContain("https://wire.example/sections/s69");
    expect(addresses).not.toContain("https://wire.example/sections/s69/rss.xml");
    const few = linksIn("/feeds", withChannels([article()], ...many.slice(0, 60)));
    expect(few.map(([, href]) => href)).toContain("https://wire.example/sections/s59/rss.xml");
  });
});
