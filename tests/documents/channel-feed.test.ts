import fc from "fast-check";
import { Feed } from "feed";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { ChannelFeed, type ChannelItem, type ChannelOptions } from "../../src/documents/channel-feed.ts";
import { element } from "../../src/documents/xml-element.ts";

const date = new Date("2026-01-16T09:30:00Z");

const options: ChannelOptions = {
  title: "The Lumen Wire & more",
  link: "https://wire.example/?a=1&b=2",
  description: "News <from> Port Lumen",
  updated: date,
  docs: "https://validator.w3.org/feed/docs/rss2.html",
  generator: "Teleprinter",
  language: "en-GB",
  feed: "https://wire.example/rss.xml?a=1&b=2",
};

const plainItem: ChannelItem = {
  title: "Storm closes the strait",
  id: "urn:uuid:3b6c4f52-6d0f-5c1e-9a57-000000000001",
  link: "https://wire.example/headlines/storm?a=1&b=2",
  date,
  extensions: [],
};

const fullItem: ChannelItem = {
  ...plainItem,
  description: "<p>In short & <b>bold</b></p>",
  content: '<p>All of it, <a href="/?a=1&amp;b=2">linked</a>.</p>\n<pre>  a < b</pre>',
  category: [
    { name: "Harbour & strait", domain: "https://wire.example/sections/harbour" },
    { name: "C++", domain: "https://wire.example/tags/c-plus-plus" },
  ],
  enclosure: { url: "https://wire.example/media/a.mp3", length: 7, type: "audio/mpeg" },
};

function feedOf(items: readonly ChannelItem[], more: Partial<ChannelOptions> = {}): ChannelFeed {
  const feed = new ChannelFeed({ ...options, ...more });
  for (const item of items) feed.addItem(item);
  return feed;
}

/** What the package itself makes of the same object. */
function rssOfPackage(feed: ChannelFeed): string {
  return Feed.prototype.rss2.call(feed);
}

/** Elements in their order with their attributes and texts; white space between elements says nothing, nor do prefixes. */
function readElements(xml: string): readonly unknown[] {
  const events: unknown[] = [];
  let text = "";
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ uri, local, attributes }) => {
    const facts = Object.values(attributes).filter((attribute) => !attribute.name.startsWith("xmlns"));
    events.push([uri, local, Object.fromEntries(facts.map(({ name, value }) => [name, value]))]);
    text = "";
  });
  const addText = (more: string) => {
    text += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", ({ local }) => {
    events.push([local, text.trim() === "" ? "" : text]);
    text = "";
  });
  parser.write(xml).close();
  return events;
}

describe("rss2() says what the package's own says, element by element", () => {
  test.each<readonly [string, ChannelFeed]>([
    ["no items", feedOf([])],
    ["a plain item", feedOf([plainItem])],
    ["all that an item may have", feedOf([fullItem, plainItem])],
    [
      "all that a channel may have",
      feedOf([plainItem], { ttl: 15, image: "https://wire.example/icon.png", copyright: "© 2026 & later" }),
    ],
    [
      "extensions of an item",
      feedOf([
        {
          ...fullItem,
          extensions: [element("atom:updated", "2026-01-16T09:30:00Z"), element("dc:creator", "Ana & Bo")],
        },
      ]),
    ],
  ])("of %s", (_, feed) => {
    expect(readElements(feed.rss2())).toEqual(readElements(rssOfPackage(feed)));
  });

  test("of an extension of the channel, which the package writes behind the items", () => {
    const feed = feedOf([]);
    feed.addExtension(element("atom:icon", "https://wire.example/icon.png", { title: "An icon" }));
    expect(readElements(feed.rss2())).toEqual(readElements(rssOfPackage(feed)));
  });

  // Where the package is right: it loses what looks like `&amp;`, and `]]>`.
  const letters = fc.string({ unit: fc.constantFrom(..."ab <>\"'é港😀;/=") });
  const text = letters.map((middle) => `a${middle}z`);
  test("of any text", () => {
    fc.assert(
      fc.property(text, text, text, (title, html, name) => {
        const item = {
          ...fullItem,
          title,
          description: html,
          content: `${html}!`,
          category: [{ name, domain: "x:y" }],
        };
        const feed = feedOf([item], { title, description: html, copyright: name });
        expect(readElements(feed.rss2())).toEqual(readElements(rssOfPackage(feed)));
      }),
      { seed: 20260116 },
    );
  });
});
