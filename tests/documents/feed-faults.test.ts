import { Feed, type FeedOptions, type Item } from "feed";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";

// Why documents are written by us and not by `feed` (src/documents/channel-feed.ts). A test that fails here is good news: a fault
// has been mended.

const date = new Date("2026-01-16T09:30:00Z");
const link = "https://wire.example/articles/one";

function feedOf(item: Partial<Item> = {}, options: Partial<FeedOptions> = {}): Feed {
  const feed = new Feed({
    title: "Wire",
    link: "https://wire.example/",
    id: "urn:x:1",
    updated: date,
    ...options,
  });
  feed.addItem({ title: "One", id: "urn:x:2", link, date, ...item });
  return feed;
}

function isWellFormed(xml: string): boolean {
  try {
    new SaxesParser({ xmlns: true }).write(xml).close();
    return true;
  } catch {
    return false;
  }
}

describe("the RSS of feed 6.0.0", () => {
  test("writes malformed XML when a title holds `]]>` twice", () => {
    expect(isWellFormed(feedOf({ title: "a ]]> b" }).rss2())).toBe(true);
    expect(isWellFormed(feedOf({ title: "a ]]> b ]]> c" }).rss2())).toBe(false);
  });

  test("lets a title with `]]>` twice put elements into the feed", () => {
    const title = "]]> ]]></title><author>eve@evil.example</author><title><![CDATA[";
    const xml = feedOf({ title }).rss2();
    expect(isWellFormed(xml)).toBe(true);
    expect(xml).toContain("</title><author>eve@evil.example</author>");
  });

  test("writes control characters that no XML parser accepts", () => {
    expect(isWellFormed(feedOf({ title: "back\u0008space" }).rss2())).toBe(false);
    expect(isWellFormed(feedOf({}, { title: "back\u0008space" }).rss2())).toBe(false);
  });

  test("throws for the whole feed when one link is relative", () => {
    expect(() => feedOf({ link: "/articles/one" }).rss2()).toThrow("Invalid URL");
  });

  test("turns the typed text `&amp;lt;` into `&lt;`", () => {
    expect(feedOf({}, { title: "typed: &amp;lt;" }).rss2()).toContain("<title>typed: &amp;lt;</title>");
  });

  test("does not escape the attributes of extensions", () => {
    const feed = feedOf();
    feed.addExtension({ name: "x", objects: { _attributes: { a: "1 < 2 & 3" } } });
    expect(feed.rss2()).toContain('<x a="1 < 2 & 3"/>');
    expect(isWellFormed(feed.rss2())).toBe(false);
  });

  test("declares the namespace of dc:creator but writes names as <author>, which is for e-mail addresses", () => {
    const xml = feedOf({ author: [{ name: "Ana" }], content: "<p>x</p>" }).rss2();
    expect(xml).toContain("<author>Ana</author>");
    expect(xml).not.toContain("<dc:creator>");
  });

  test("says the clock's time when it is not told `updated`", () => {
    const feed = new Feed({ title: "Wire", link: "https://wire.example/" });
    const written = /<lastBuildDate>(.*)<\/lastBuildDate>/.exec(feed.rss2())?.[1] ?? "";
    expect(new Date(written).getFullYear()).toBeGreaterThan(2025);
  });

  test("takes the type of an enclosure from the ending of its URL when it is given as a string", () => {
    expect(feedOf({ image: "https://wire.example/a.jpg" }).rss2()).toContain('type="image/jpg"');
  });

  test("changes the item it was given, so one Feed cannot serve two formats", () => {
    const audio = { url: "https://wire.example/a.mp3", duration: 60 };
    const feed = feedOf({ audio }, { podcast: true });
    expect(feed.rss2()).toContain("itunes:duration");
    expect(feed.rss2()).not.toContain("itunes:duration");
  });
});

describe("the Atom of feed 6.0.0", () => {
  test("ignores extensions", () => {
    const feed = feedOf({ extensions: [{ name: "x:inItem", objects: { _text: "1" } }] });
    feed.addExtension({ name: "x:inFeed", objects: { _text: "1" } });
    expect(feed.atom1()).not.toContain("x:in");
  });

  test("writes malformed XML for `<` in a category", () => {
    expect(isWellFormed(feedOf({ category: [{ name: "1 < 2", term: "1 < 2" }] }).atom1())).toBe(false);
  });

  test("ignores the caller's type of an enclosure", () => {
    const enclosure = { url: "https://wire.example/a.mp3", type: "audio/mpeg", length: 7 };
    expect(feedOf({ enclosure }).atom1()).toContain('type="image/mp3"');
  });

  test("sends plain text titles as HTML", () => {
    expect(feedOf({ title: "1 < 2" }).atom1()).toContain('<title type="html"><![CDATA[1 < 2]]></title>');
  });

  test("does not say the language", () => {
    expect(feedOf({}, { language: "pt-BR" }).atom1()).not.toContain("pt-BR");
  });

  test("writes malformed XML when a title holds `]]>` twice", () => {
    expect(isWellFormed(feedOf({ title: "]]> ]]>" }).atom1())).toBe(false);
  });

  test("throws for the whole feed when an id is no URL", () => {
    expect(() => feedOf({ id: "one" }).atom1()).toThrow("Invalid URL");
  });

  test("says the clock's time when it is not told `updated`", () => {
    const written = /<updated>(.*)<\/updated>/.exec(new Feed({ title: "Wire" }).atom1())?.[1] ?? "";
    expect(new Date(written).getFullYear()).toBeGreaterThan(2025);
  });
});

describe("the JSON Feed of feed 6.0.0", () => {
  const json = (item: Partial<Item> = {}, options: Partial<FeedOptions> = {}) =>
    JSON.parse(feedOf(item, options).json1());

  test("is of version 1, not 1.1", () => {
    expect(json().version).toBe("https://jsonfeed.org/version/1");
  });

  test("names the first author only, under the key that 1.1 gave up", () => {
    const [item] = json({ author: [{ name: "Ana" }, { name: "Bo" }] }).items;
    expect(item.author).toEqual({ name: "Ana" });
    expect(item.authors).toBeUndefined();
  });

  test("does not say the language", () => {
    expect(json({}, { language: "pt-BR" }).language).toBeUndefined();
  });

  test("does not say the hub", () => {
    expect(json({}, { hub: "https://hub.example/" }).hubs).toBeUndefined();
  });

  test("has no attachments", () => {
    const [item] = json({
      enclosure: { url: "https://wire.example/a.mp3", type: "audio/mpeg", length: 7 },
    }).items;
    expect(JSON.stringify(item)).not.toContain("a.mp3");
  });

  test("has no content_text, so an item without HTML has no content at all", () => {
    const [item] = json().items;
    expect(Object.keys(item).filter((key) => key.startsWith("content"))).toEqual([]);
  });
});
