import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { attributeOf, elementsOf, textIn } from "../../src/cli/check/html-tree.ts";
import READER_APPS from "../../src/documents/pages/reader-apps.json" with { type: "json" };
import { subscribePanel } from "../../src/documents/pages/subscribe-panel.ts";
import type { Channel } from "../../src/edition/edition.ts";
import { goldenEdition } from "./golden-edition.ts";

const { site, channels } = goldenEdition;
const all = channelNamed("all");
const silent = { ...all, items: [] };

function channelNamed(name: string): Channel {
  const channel = channels.find((one) => one.name === name);
  if (channel === undefined) throw new Error(`There is no channel ${name}`);
  return channel;
}

function elementsIn(channel: Channel, readers = site.theme.readers) {
  const panel = subscribePanel(channel, { ...site, theme: { ...site.theme, readers } }, "en");
  return elementsOf(parseFragment(String(panel)));
}

function linksIn(...given: Parameters<typeof elementsIn>): ReadonlyMap<string, string> {
  const links = elementsIn(...given).filter(({ tagName }) => tagName === "a");
  return new Map(links.map((link) => [textIn(link), attributeOf(link, "href") ?? ""]));
}

describe("Who wants to subscribe finds", () => {
  test("each address in a field that can be selected and has a label, a button and a place for its answer", () => {
    const elements = elementsIn(all);
    const fields = elements.filter(({ tagName }) => tagName === "input");
    expect(fields.map((field) => attributeOf(field, "value"))).toEqual([
      "https://wire.example/rss.xml",
      "https://wire.example/atom.xml",
      "https://wire.example/feed.json",
    ]);
    for (const field of fields) {
      const id = attributeOf(field, "id");
      expect(attributeOf(field, "readonly")).toBe("");
      expect(elements.filter((one) => attributeOf(one, "for") === id).length).toBe(1);
      const button = elements.findIndex((one) => attributeOf(one, "data-copies") === id);
      // Nothing can be pressed that does nothing: the script shows it.
      expect(attributeOf(elements[button], "hidden")).toBe("");
      expect(attributeOf(elements[button + 1], "role")).toBe("status");
    }
  });

  test("the reader of the device, the feeds themselves and the list of all of them", () => {
    const links = linksIn(channelNamed("headlines"));
    expect(links.get("Open in the reader of this device")).toBe(
      "feed:https://wire.example/headlines/rss.xml",
    );
    expect(links.get("RSS")).toBe("https://wire.example/headlines/rss.xml?raw");
    expect(links.get("JSON Feed")).toBe("https://wire.example/headlines/feed.json?raw");
    expect([...links.values()]).toContain("https://wire.example/feeds.opml");
  });

  test.each([
    ["Feedly", "https://feedly.com/i/subscription/feed%2Fhttps%3A%2F%2Fwire.example%2Frss.xml"],
    ["Inoreader", "https://www.inoreader.com/?add_feed=https%3A%2F%2Fwire.example%2Frss.xml"],
    ["Apple Podcasts", "podcast://wire.example/rss.xml"],
    ["Overcast", "overcast://x-callback-url/add?url=https%3A%2F%2Fwire.example%2Frss.xml"],
    ["Pocket Casts", "pktc://subscribe/wire.example/rss.xml"],
  ])("%s by one click", (name, href) => {
    expect(linksIn(all).get(name)).toBe(href);
  });

  test("apps for podcasts only where there is something to hear", () => {
    const podcasts = READER_APPS.filter((app) => app.podcasts).map(({ name }) => name);
    const others = READER_APPS.filter((app) => !app.podcasts).map(({ name }) => name);
    expect([...linksIn(silent).keys()]).toEqual(expect.arrayContaining(others));
    for (const name of podcasts) {
      expect(linksIn(all).has(name)).toBe(true);
      expect(linksIn(silent).has(name)).toBe(false);
    }
  });

  test("the publisher's list of readers instead of ours, whatever stands in it", () => {
    const links = linksIn(all, [
      {
        name: '<img src="x"> & Co',
        url: "https://reader.example/?a=$&&add={url}&again={url}",
        podcasts: false,
      },
    ]);
    const feed = encodeURIComponent("https://wire.example/rss.xml");
    expect(links.get('<img src="x"> & Co')).toBe(`https://reader.example/?a=$&&add=${feed}&again=${feed}`);
    expect(links.has("Feedly")).toBe(false);
  });

  test("nothing where a list of readers would be empty", () => {
    expect(elementsIn(all, []).some(({ tagName }) => tagName === "ul")).toBe(false);
  });
});
