import { describe, expect, test } from "vitest";
import { attributeOf, elementsOf, type HtmlElement, textIn } from "../../src/cli/check/html-tree.ts";
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
    expect(textAt(path, edition)).toContain('<span class="p-author h-card" dir="auto">Cy</span>');
  });

  test("lets a table that is wider than the page be scrolled with the keyboard, and leaves it a table", () => {
    const html = '<p>Fares</p><table><tr><td>1<table class="in"></table></td></tr></table><p>&lt;table></p>';
    expect(textAt(path, editionOf([article({ html })]))).toContain(
      '<p>Fares</p><div class="wide" tabindex="0"><table><tr><td>1<div class="wide" tabindex="0"><table class="in"></table></div></td></tr></table></div><p>&lt;table></p>',
    );
  });

  test("draws no line above a foot with nothing in it", () => {
    expect(textAt(path, editionOf([article({})], { licence: null }))).not.toMatch(/<footer>\s*<\/footer>/);
    expect(found({ licence: "https://licence.example/" }, "footer").length).toBe(2);
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
      "class=u-photo",
      `src=${url}`,
      "alt=A crane",
      "width=640",
      "height=480",
    ]);
    const unknown = { url: "https://elsewhere.example/a.png", alt: "", credit: null, file: null };
    expect(found({ image: unknown }, "img")[0]?.attrs).toHaveLength(3);
    expect(found({ image: unknown }, "figcaption")).toEqual([]);
    expect(found({ image: { ...unknown, credit: "Rita" } }, "figcaption").map(textIn)).toEqual(["Rita"]);
  });

  test("says the sizes of pictures in the text, as far as they are files of ours", () => {
    const file = { type: "image/png", length: 4, size: { width: 640, height: 480 } };
    const picture = (name: string) => ({
      url: `https://wire.example/media/${name}.png?a&b`,
      alt: "",
      credit: null,
      file,
    });
    const html = [
      '<p><img src="https://wire.example/media/one.png?a&amp;b" alt="width=1"/>',
      '<img alt="" src="https://wire.example/media/two.png?a&amp;b" width="64"/>',
      '<img src="https://elsewhere.example/three.png" alt=""/></p>',
    ].join("\n");
    const images = found({ html, pictures: [picture("one"), picture("two")] }, "img");
    expect(images.map((image) => [attributeOf(image, "width"), attributeOf(image, "height")])).toEqual([
      ["640", "480"],
      ["64", null],
      [null, null],
    ]);
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
    ["audio", "Download (MP3, 1.2 MB, 3:05)", { type: "audio/mpeg", length: 1_234_567, duration: 185 }],
    ["audio", "Download (audio/x-new, 999 B, 0:07)", { type: "audio/x-new", length: 999, duration: 7 }],
    [
      "video",
      "Download (MP4, 4.3 GB, 1:02:03)",
      { type: "video/mp4", length: 4_294_967_296, duration: 3_723.4 },
    ],
    [null, "Download (ZIP, 1.0 MB)", { type: "application/zip", length: 999_500 }],
    [null, "Download (EPUB, 999 kB)", { type: "application/epub+zip", length: 999_499 }],
    [null, "Download (text/plain, 1 B)", { type: "text/plain", length: 1 }],
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
    expect(foundAt(path, edition, "p", ["class", "story"]).map(textIn)).toEqual([
      "Read the story at elsewhere.example",
    ]);
    expect(foundAt("/articles", edition, "a", ["href", `https://wire.example${path}`])).toHaveLength(1);
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
    expect(element && textIn(element)).toBe("2 February 2026, 01:30 UTC+2 Tuesday.");
    expect(foundAt(path, edition, "a", ["href", "#corrections"]).map(textIn)).toEqual(["Corrected"]);
    expect(found({}, "section")).toHaveLength(1);
  });
});

describe("the facts of an item", () => {
  const facts = (given: Partial<ArticleItem>) => found(given, "p", ["class", "facts"]).map(textIn);

  test.each<readonly [facts: string, because: string, given: Partial<ArticleItem>]>([
    ["16 January 2026, 09:30 UTC", "nothing else is known", {}],
    [
      "Ana · Bo · 16 January 2026, 09:30 UTC",
      "who wrote it comes first",
      { authors: [{ name: "Ana" }, { name: "Bo" }] },
    ],
    [
      "16 January 2026, 09:30 UTC · updated 11:00",
      "of the same day the hour is enough",
      { updated: new Date("2026-01-16T11:00:00Z") },
    ],
    [
      "16 January 2026, 09:30 UTC · updated 17 January 2026, 11:00 UTC",
      "of another day it is not",
      { updated: new Date("2026-01-17T11:00:00Z") },
    ],
    ["Held back until 16 January 2026, 09:30 UTC", "it was under an embargo", { embargoed: true }],
    ["16 January 2026, 09:30 UTC · 2 min read", "460 words", { paragraphs: ["word ".repeat(460)] }],
    [
      "16 January 2026, 09:30 UTC · 2 min read",
      "1,000 signs without spaces",
      { paragraphs: ["港".repeat(1000)] },
    ],
    [
      "16 January 2026, 09:30 UTC · 1 min read",
      "230 words, and tags are none",
      { html: `<p>${'<a title="many words in here">word</a> '.repeat(230)}</p>` },
    ],
    [
      "16 January 2026, 09:30 UTC",
      "less than half a minute is nothing to speak of",
      { paragraphs: ["word ".repeat(114)] },
    ],
  ])("are %s (%s)", (expected, _, given) => {
    expect(facts(given)).toEqual([expected]);
  });

  test("are found by readers of microformats", () => {
    const updated = new Date("2026-01-16T11:00:00Z");
    const edition = editionOf([
      article({
        updated,
        authors: [{ name: "Ana" }],
        categories: [category("tag", "c", "C")],
        summary: "Short.",
      }),
    ]);
    const [entry] = foundAt(path, edition, "article", ["class", "h-entry"]);
    const named = (name: string) =>
      (entry === undefined ? [] : elementsOf(entry))
        .filter((element) => attributeOf(element, "class")?.split(" ").includes(name))
        .map(
          (element) =>
            attributeOf(element, "datetime") ?? attributeOf(element, "href") ?? textIn(element).trim(),
        );
    expect(Object.fromEntries(MICROFORMATS.map((name) => [name, named(name)]))).toEqual({
      "p-name": ["A plain article"],
      "u-url": [`https://wire.example${path}`],
      "dt-published": ["2026-01-16T09:30:00Z"],
      "dt-updated": ["2026-01-16T11:00:00Z"],
      "p-author": ["Ana"],
      "p-category": ["https://wire.example/tags/c"],
      "p-summary": ["Short."],
      "e-content": ["One paragraph."],
    });
  });
});

const MICROFORMATS = "p-name u-url dt-published dt-updated p-author p-category p-summary e-content".split(
  " ",
);

describe("the front page", () => {
  const at = (minute: number) => {
    const published = new Date(Date.UTC(2026, 0, 16, 9, minute));
    return { published, updated: published };
  };
  const classes = (name: string, edition: Edition) =>
    elementsAt("/", edition, (element) => attributeOf(element, "class")?.split(" ").includes(name) ?? false);

  test.each([
    ["The pier reopens", ["The pier reopens. Trams follow.", "It was shut."], "Trams follow. It was shut."],
    ["The pier reopens", ["The pier reopens.", "It was shut."], "It was shut."],
    [
      "The pier, after…",
      ["The pier, after years, reopens.", "It was shut."],
      "…years, reopens. It was shut.",
    ],
    ["港の灯り…", ["港の灯りが戻った。三年ぶりだ。"], "…が戻った。三年ぶりだ。"],
    ["It ends so…", ["It ends so…", "And goes on."], "And goes on."],
  ])(
    "begins with the newest article and says of it what its derived title %j does not",
    (title, paragraphs, said) => {
      const items = [
        headline({ ...at(9) }),
        article({ slug: "new", title, titleDerived: true, paragraphs, ...at(8) }),
        article({ slug: "old", title: "Old", ...at(7) }),
      ];
      const [lead] = classes("lead", editionOf(items));
      expect(lead && textIn(lead).replace(/\s+/g, " ").trim()).toBe(`${title} 09:08 ${said}`);
    },
  );

  test("has no line for the day and the sections where there is neither", () => {
    expect(classes("dateline", editionOf([]))).toEqual([]);
  });

  test("names at most 24 headlines and ten articles, each once, and leads to all of them", () => {
    const articles = Array.from({ length: 20 }, (_, i) =>
      article({ slug: `a${i}`, title: `Article ${i}`, ...at(50 - i) }),
    );
    const edition = editionOf([...articles, ...manyHeadlines(40)]);
    const titles = classes("p-name", edition).map(textIn);
    expect(titles).toHaveLength(34);
    expect(new Set(titles).size).toBe(34);
    for (const kind of ["articles", "headlines"])
      expect(foundAt("/", edition, "a", ["href", `https://wire.example/${kind}`])).toHaveLength(1);
  });

  test("says when a headline of the newest day was published by the hour, of an older one by the day", () => {
    const old = new Date("2026-01-14T09:00:00Z");
    const edition = editionOf([
      headline({ ...at(9) }),
      headline({ slug: "old", published: old, updated: old }),
    ]);
    expect(foundAt("/", edition, "time").map(textIn)).toEqual([
      "Friday, 16 January 2026",
      "09:09",
      "14 January",
    ]);
  });

  test("is named by the logo, if there is one, which says the name to those who do not see it", () => {
    const size = { width: 800, height: 200 };
    const file = { type: "image/png", length: 4, size };
    const logo = { url: "https://wire.example/logo.png", alt: "", credit: null, file };
    const [heading] = foundAt("/", editionOf([], {}, { logo, masthead: logo }), "h1");
    const [image] =
      heading === undefined ? [] : elementsOf(heading).filter(({ tagName }) => tagName === "img");
    expect(["alt", "width", "height"].map((name) => attributeOf(image, name))).toEqual([
      "The Lumen Wire",
      "800",
      "200",
    ]);
  });
});

describe("what was taken back", () => {
  test("a notice's page says why the article was withdrawn", () => {
    const edition = editionOf([notice({ reason: "It was untrue." })]);
    const texts = foundAt("/articles/withdrawn-article", edition, "p", ["class", "e-content"]).map(textIn);
    expect(texts).toEqual(["It was untrue."]);
  });

  test.each([
    ["It was untrue.", "Withdrawn", "It was untrue."],
    [null, "Removed", "What stood here is no longer published."],
  ])("the page of what is gone says why (%s)", (reason, title, words) => {
    const edition = { ...editionOf([]), gone: [{ path: "/articles/untrue", reason }] };
    expect(pagesByPath(edition).get("/articles/untrue")?.kind).toBe("gone");
    expect(foundAt("/articles/untrue", edition, "h1").map(textIn)).toEqual([title]);
    const [main] = foundAt("/articles/untrue", edition, "main");
    expect(
      main &&
        elementsOf(main)
          .filter(({ tagName }) => tagName === "p")
          .map(textIn)[0],
    ).toBe(words);
  });

  test("a page for what is not there wants to be known under no address", () => {
    const edition = { ...editionOf([]), gone: [{ path: "/articles/untrue", reason: null }] };
    for (const one of ["/articles/untrue", "/404"]) {
      expect(foundAt(one, edition, "link", ["rel", "canonical"])).toEqual([]);
    }
  });
});

describe("lists", () => {
  test("a channel's page lists its newest forty items under their days, with the hours", () => {
    const edition = editionOf(manyHeadlines(60));
    const [main] = foundAt("/headlines", edition, "main");
    const text = main === undefined ? "" : textIn(main);
    expect(text).toContain("Friday, 16 January 2026");
    expect(text).toContain("09:29 Headline number 39");
    expect(text).not.toContain("Headline number 40");
    expect(foundAt("/headlines", edition, "li", ["class", "h-entry"])).toHaveLength(40);
    expect(text).toContain("What is older is in the archive");
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
    const lines = foundAt("/tags/one", edition, "li", ["class", "h-entry"]).map(textIn);
    expect(lines).toEqual([
      "09:30 Correction: A plain articleIt was Tuesday.",
      "09:30 WithdrawnIt was untrue.",
      "09:30 A plain articleOne paragraph.",
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
