import { checkExtensions } from "./check-extensions.ts";
import { checkRssItem } from "./check-rss-item.ts";
import { checkRssNames } from "./check-rss-names.ts";
import { checkCount, checkHttpUrl, checkLanguage, checkNotEmpty, readRfc822 } from "./check-values.ts";
import type { ParsedFeed } from "./feed-reading.ts";
import { ATOM, CREATIVE_COMMONS } from "./namespaces.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, parseXmlParts, textOf, type XmlElement } from "./parse-xml.ts";
import { readHistory } from "./read-history.ts";

const CHANNEL_ELEMENTS =
  "title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item";

/**
 * Reads an RSS 2.0 document and objects to what a validator of feeds would object to.
 *
 * @param selfUrl absolute URL it is served from
 * @returns null if it is no RSS document at all
 */
export function checkRss(parts: readonly string[], selfUrl: string, object: Objector): ParsedFeed | null {
  const parsed = parseXmlParts(parts, object);
  if (parsed === null) return null;
  const { root: rss, pieces } = parsed;
  const [channel, second] = childrenOf(rss, "", "channel");
  if (
    rss.name !== "rss" ||
    rss.namespace !== "" ||
    rss.attributes.version !== "2.0" ||
    channel === undefined
  ) {
    object("The document is RSS 2.0", `<${rss.name}>`, '<rss version="2.0"> with a <channel>');
    return null;
  }
  if (second !== undefined) object("RSS 2.0 has one channel", "<channel>", "one");
  const channelObject: Objector = (rule, found, expected) => object(`Channel: ${rule}`, found, expected);
  checkRssNames(channel, CHANNEL_ELEMENTS, ["title", "link", "description"], channelObject);
  checkChannel(channel, selfUrl, channelObject);
  const reading = {
    id: null,
    home: textOf(channel, "", "link"),
    title: textOf(channel, "", "title"),
    description: textOf(channel, "", "description"),
    language: textOf(channel, "", "language"),
    updated: readRfc822("<lastBuildDate>", textOf(channel, "", "lastBuildDate"), channelObject),
    rights: textOf(channel, "", "copyright"),
    licence: textOf(channel, CREATIVE_COMMONS, "license"),
    authors: null,
    icon: null,
    history: readHistory(channel, channelObject),
    deleted: null,
    items: childrenOf(channel, "", "item").map((item, index) =>
      checkRssItem(item, (rule, found, expected) => object(`Item ${index + 1}: ${rule}`, found, expected)),
    ),
  };
  return { feed: reading, pieces };
}

function checkChannel(channel: XmlElement, selfUrl: string, object: Objector): void {
  checkExtensions(channel, object);
  checkNotEmpty("<title>", textOf(channel, "", "title"), object);
  checkHttpUrl("<link>", textOf(channel, "", "link"), object);
  checkLanguage("<language>", textOf(channel, "", "language"), object);
  for (const { text } of childrenOf(channel, "", "docs")) checkHttpUrl("<docs>", text, object);
  for (const { text } of childrenOf(channel, "", "pubDate")) readRfc822("<pubDate>", text, object);
  for (const image of childrenOf(channel, "", "image")) checkImage(image, object);
  for (const { text } of childrenOf(channel, "", "ttl")) checkCount("<ttl>", text, "minutes", object);
  const selves = childrenOf(channel, ATOM, "link").filter(({ attributes }) => attributes.rel === "self");
  const [self] = selves;
  if (selves.length !== 1 || self?.attributes.href !== selfUrl) {
    object("<atom:link rel=self> says once where the feed is served", self?.attributes.href ?? "", selfUrl);
  }
}

function checkImage(image: XmlElement, object: Objector): void {
  checkRssNames(image, "url title link width height description", ["url", "title", "link"], object);
  checkHttpUrl("<url> of <image>", textOf(image, "", "url"), object);
  checkHttpUrl("<link> of <image>", textOf(image, "", "link"), object);
  checkNotEmpty("<title> of <image>", textOf(image, "", "title"), object);
}
