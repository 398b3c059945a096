import { describe, expect, test } from "vitest";
import { attributeOf, type HtmlElement, textIn } from "../../src/cli/check/html-tree.ts";
import type { ArticleItem, Edition, Enclosure } from "../../src/edition/edition.ts";
import { elementsAt, pagesByPath, textAt } from "./pages-by-path.ts";
import {
  article,
  category,
  channelOf,
  correction,
  editionOf,
  headline,
  manyHeadlines,
  notice,
} from "./sample-edition.ts";

const path = "/articles/plain-article";

/** The elements of an article's page with a name and, if one is said, an attribute that has this value. */
function found(
  facts: Partial<ArticleItem>,
  tagName: string,
  attribute?: readonly [name: string, value: string],
): readonly HtmlElement[] {
  return foundAt(path, editionOf([article(facts)]), tagName, attribute);
}

function foundAt(
  at: string,
  edition: Edition,
  tagName: string,
  attribute?: readonly [name: string, value: string],
): readonly HtmlElement[] {
  return elementsAt(at, edition, (element) => {
    if (element.tagName !== tagName) return false;
    return attribute === undefined || attributeOf(element, attribute[0]) === attribute[1];
  });
}

const hrefs = (links: readonly HtmlElement[]) => links.map((link) => attributeOf(link, "href"));

describe("an article's page", () => {
  test("leads to an author's channel, else to the author's own address, else nowhere", () => {
    const authors = [
      { name: "Ana", url: "https://ana.example/" },
      { name: "Bo", url: "https://bo.example/" },
      { name: "Cy" },
    ];
    const edition = editionOf([article({ authors })]);
    const channels = [
      ...edition.channels,
      channelOf("author", "authors/ana", edition.items, { label: "Ana" }),
    ];
    const links = foundAt(path, { ...edition, channels }, "a", ["rel", "author"]);
    expect(hrefs(links)).toEqual(["https://wire.example/authors/ana", "https://bo.example/"]);
    expect(textAt(path, edition)).toContain('<span dir="auto">Cy</span>');
  });

  test("knows an author under other names, too", () => {
    const items = [article({ authors: [{ name: "A. NÚÑEZ" }] })];
    const names = { title: null, description: null, slug: null };
    const ana = { ...names, name: "Ana Núñez", aliases: ["A. Núñez"], author: { name: "Ana Núñez" } };
    const channels = [channelOf("author", "authors/ana", items, { label: "Ana Núñez" })];
    const edition = { ...editionOf(items, { contributors: [ana] }), channels };
    expect(hrefs(foundAt(path, edition, "a", ["rel", "author"]))).toEqual([
      "https://wire.example/authors/ana",
    ]);
  });

  test("leads to its section, its tags and its source", () => {
    const categories = [
      category("section", "harbour", "Harbour & strait"),
      category("tag", "c-plus-plus", "C++"),
      category("tag", "ميناء", "ميناء"),
    ];
    const source = { name: "Press", url: "https://press.example/" };
    const tags = found({ categories, source }, "a", ["rel", "tag"]);
    expect(tags.map(textIn)).toEqual(["Harbour & strait", "C++", "ميناء"]);
    expect(hrefs(tags)).toEqual([
      "https://wire.example/sections/harbour",
      "https://wire.example/tags/c-plus-plus",
      "https://wire.example/tags/%D9%85%D9%8A%D9%86%D8%A7%D8%A1",
    ]);
    expect(found({ source }, "a", ["href", "https://press.example/"]).map(textIn)).toEqual(["Press"]);
  });

  test("shows its picture with what is known of it", () => {
    const url = "https://wire.example/media/0123456789abcdef.jpg";
    const file = { type: "image/jpeg", length: 4, size: { width: 640, height: 480 } };
    const [known] = found({ image: { url, alt: "A crane", credit: "Rita", file } }, "img");
    expect(known?.attrs.map(({ name, value }) => `${name}=${value}`)).toEqual([
      `src=${url}`,
      "alt=A crane",
      "width=640",
      "height=480",
    ]);
    const unknown = { url: "https://elsewhere.example/a.png", alt: "", credit: null, file: null };
    expect(found({ image: unknown }, "img")[0]?.attrs).toHaveLength(2);
    expect(found({ image: unknown }, "figcaption")).toEqual([]);
    expect(found({ image: { ...unknown, credit: "Rita" } }, "figcaption").map(textIn)).toEqual(["Rita"]);
  });

  const enclosure: Enclosure = {
    url: "https://wire.example/media/0123456789abcdef.bin",
    type: "application/pdf",
    length: 1_234,
    title: null,
    duration: null,
  };

  test.each<readonly [player: string | null, words: string, facts: Partial<Enclosure>]>([
    [null, "Download (PDF, 1 kB)", {}],
    [null, "The report (PDF, 1 kB)", { title: "The report" }],
    ["audio", "Download (MP3 audio, 1.2 MB, 3:05)", { type: "audio/mpeg", length: 1_234_567, duration: 185 }],
    ["audio", "Download (audio/x-new, 999 bytes, 0:07)", { type: "audio/x-new", length: 999, duration: 7 }],
    [
      "video",
      "Download (MP4 video, 4.3 GB, 1:02:03)",
      { type: "video/mp4", length: 4_294_967_296, duration: 3_723.4 },
    ],
    [null, "Download (ZIP archive, 1.0 MB)", { type: "application/zip", length: 999_500 }],
    [null, "Download (EPUB, 999 kB)", { type: "application/epub+zip", length: 999_499 }],
    [null, "Download (text/plain, 1 byte)", { type: "text/plain", length: 1 }],
    [null, "Download (text/plain)", { type: "text/plain", length: 0 }],
  ])("offers a file by %s as %s", (player, words, facts) => {
    const enclosures = [{ ...enclosure, ...facts }];
    const players = ["audio", "video"].filter((name) => found({ enclosures }, name).length > 0);
    expect(players).toEqual(player === null ? [] : [player]);
    expect(found({ enclosures }, "figcaption").map(textIn)).toEqual([words]);
    expect(found({ enclosures }, "a", ["href", enclosure.url])).toHaveLength(1);
  });

  test.each([
    ["https://creativecommons.org/licenses/by-nc-sa/4.0/", "CC BY-NC-SA 4.0"],
    ["http://creativecommons.org/licenses/by/3.0/de/", "CC BY 3.0"],
    ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"],
    ["https://creativecommons.org/licenses/by/40", "creativecommons.org"],
    ["https://licences.example/ours?a=1", "licences.example"],
  ])("names the licence %s %s", (licence, name) => {
    const links = found({ licence }, "a", ["rel", "license"]);
    expect(links.map(textIn)).toEqual([name]);
    expect(hrefs(links)).toEqual([licence]);
  });

  test("has the site's licence if it says none, and none if the site says none either", () => {
    const licence = "https://creativecommons.org/licenses/by/4.0/";
    expect(hrefs(foundAt(path, editionOf([article()], { licence }), "a", ["rel", "license"]))).toEqual([
      licence,
    ]);
    expect(found({}, "a", ["rel", "license"])).toEqual([]);
  });

  test("is known under the address where it was first published", () => {
    const canonical = "https://first.example/story";
    const document = pagesByPath(editionOf([article({ canonical })])).get(path);
    expect(document?.links[0]).toEqual({ rel: "canonical", href: canonical });
    expect(hrefs(found({ canonical }, "link", ["rel", "canonical"]))).toEqual([canonical]);
    expect(hrefs(found({}, "link", ["rel", "canonical"]))).toEqual([`https://wire.example${path}`]);
  });

  test("of a link post shows first where it leads, and lists of it lead to the page itself", () => {
    const edition = editionOf([article({ link: "https://elsewhere.example/tides" })]);
    expect(foundAt(path, edition, "p").map(textIn)[0]).toBe("Read the story at elsewhere.example");
    expect(foundAt("/", edition, "a", ["href", `https://wire.example${path}`])).toHaveLength(1);
  });

  test("holds the article's own markup as it is, and the paragraphs of a wire page as text", () => {
    const html = '<p>One <b>bold</b> word &amp; <a href="https://a.example/">a link</a>.</p>';
    expect(textAt(path, editionOf([article({ html })]))).toContain(`\n${html}\n`);
    expect(found({ paragraphs: ["<b>One</b>"] }, "b")).toEqual([]);
  });

  test("says what was corrected and on which day, by the publication's calendar", () => {
    const corrections = [
      {
        id: "urn:uuid:8d1f0c1a-0000-5000-8000-00000a1b2c3d",
        date: new Date("2026-02-01T23:30:00Z"),
        note: "Tuesday.",
      },
    ];
    const edition = editionOf([article({ corrections })], { timeZone: "Europe/Athens" });
    const [element] = foundAt(path, edition, "p", ["id", "correction-0a1b2c3d"]);
    expect(element && textIn(element)).toBe("2026-02-02: Tuesday.");
    expect(textAt(path, editionOf([article()]))).not.toContain("orrection");
  });
});

describe("what was taken back", () => {
  test("a notice's page says why the article was withdrawn", () => {
    const edition = editionOf([notice({ reason: "It was untrue." })]);
    const texts = foundAt("/articles/withdrawn-article", edition, "p").map(textIn);
    expect(texts[0]).toBe("It was untrue.");
  });

  test.each([
    ["It was untrue.", "Withdrawn", "It was untrue."],
    [null, "Removed", "What stood here is no longer published."],
  ])("the page of what is gone says why (%s)", (reason, title, words) => {
    const edition = { ...editionOf([]), gone: [{ path: "/articles/untrue", reason }] };
    expect(pagesByPath(edition).get("/articles/untrue")?.kind).toBe("gone");
    expect(foundAt("/articles/untrue", edition, "h1").map(textIn)).toEqual([title]);
    expect(foundAt("/articles/untrue", edition, "p").map(textIn)[0]).toBe(words);
  });

  test("a page for what is not there wants to be known under no address", () => {
    const edition = { ...editionOf([]), gone: [{ path: "/articles/untrue", reason: null }] };
    for (const one of ["/articles/untrue", "/404"]) {
      expect(foundAt(one, edition, "link", ["rel", "canonical"])).toEqual([]);
    }
  });
});

describe("lists", () => {
  test("a channel's page lists its newest fifty items with their dates", () => {
    const edition = editionOf(manyHeadlines(60));
    const [main] = foundAt("/headlines", edition, "main");
    const text = main === undefined ? "" : textIn(main);
    expect(text).toContain("Headline number 49 2026-01-16 09:29 UTC");
    expect(text).not.toContain("Headline number 50");
    expect(foundAt("/headlines", edition, "time")).toHaveLength(50);
  });

  test("a headline in a list leads to its story, or to its own page if nobody said where the story is", () => {
    const address = "https://elsewhere.example/storm";
    const edition = editionOf([headline({ address }), headline({ slug: "other", title: "Other" })]);
    for (const at of ["/", "/headlines"]) {
      expect(foundAt(at, edition, "a", ["href", address])).toHaveLength(1);
      expect(foundAt(at, edition, "a", ["href", "https://wire.example/headlines/other"])).toHaveLength(1);
    }
  });

  test("a correction and a notice say in a list what their titles do not", () => {
    const items = [correction({ note: "It was Tuesday." }), notice({ reason: "It was untrue." }), article()];
    const edition = { ...editionOf([]), channels: [channelOf("tag", "tags/one", items)] };
    const lines = foundAt("/tags/one", edition, "li").slice(0, 3).map(textIn);
    expect(lines).toEqual([
      "Correction: A plain article 2026-01-16 09:30 UTCIt was Tuesday.",
      "Withdrawn 2026-01-16 09:30 UTCIt was untrue.",
      "A plain article 2026-01-16 09:30 UTC",
    ]);
  });

  test("a channel without items says so", () => {
    expect(textAt("/headlines", editionOf([]))).toContain("There is nothing in it at the moment.");
  });

  test("the front page leads to the sections and to the list of feeds", () => {
    const edition = editionOf([]);
    const section = channelOf("section", "sections/harbour", [], { label: "Harbour" });
    const whole = { ...edition, channels: [...edition.channels, section] };
    expect(foundAt("/", whole, "a", ["href", "https://wire.example/sections/harbour"]).map(textIn)).toEqual([
      "Harbour",
    ]);
    expect(foundAt("/", whole, "a", ["href", "https://wire.example/feeds"])).toHaveLength(1);
  });
});
