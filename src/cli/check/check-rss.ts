import { checkEnclosure } from "./check-enclosure.ts";
import { checkHttpUrl, checkLanguage, checkNotEmpty, readRfc822 } from "./check-values.ts";
import type { FeedReading, ItemReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, parseXml, textOf, type XmlElement } from "./parse-xml.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const CONTENT = "http://purl.org/rss/1.0/modules/content/";
const DC = "http://purl.org/dc/elements/1.1/";

const CHANNEL_ELEMENTS =
  "title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs cloud ttl image rating textInput skipHours skipDays item";
const ITEM_ELEMENTS = "title link description author category comments enclosure guid pubDate source";
const REPEATABLE = new Set(["item", "category"]);
/** All others hold text only. */
const WITH_ELEMENTS = new Set(["item", "image", "textInput", "skipHours", "skipDays"]);

/**
 * Reads an RSS 2.0 document and objects to what a validator of feeds would object to.
 *
 * @param selfUrl absolute URL it is served from
 * @returns null if it is no RSS document at all
 */
export function checkRss(text: string, selfUrl: string, object: Objector): FeedReading | null {
  const rss = parseXml(text, object);
  if (rss === null) return null;
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
  checkNames(channel, CHANNEL_ELEMENTS, ["title", "link", "description"], channelObject);
  const updated = checkChannel(channel, selfUrl, channelObject);
  return {
    id: null,
    home: textOf(channel, "", "link"),
    title: textOf(channel, "", "title"),
    description: textOf(channel, "", "description"),
    language: textOf(channel, "", "language"),
    updated,
    rights: textOf(channel, "", "copyright"),
    authors: null,
    items: childrenOf(channel, "", "item").map((item, index) =>
      readItem(item, (rule, found, expected) => object(`Item ${index + 1}: ${rule}`, found, expected)),
    ),
  };
}

function checkChannel(channel: XmlElement, selfUrl: string, object: Objector): number {
  checkNotEmpty("<title>", textOf(channel, "", "title"), object);
  checkHttpUrl("<link>", textOf(channel, "", "link"), object);
  checkLanguage("<language>", textOf(channel, "", "language"), object);
  for (const { text } of childrenOf(channel, "", "docs")) checkHttpUrl("<docs>", text, object);
  for (const { text } of childrenOf(channel, "", "pubDate")) readRfc822("<pubDate>", text, object);
  const ttl = textOf(channel, "", "ttl");
  if (!/^[1-9]\d*$/.test(ttl)) object("<ttl> is a number of minutes", ttl, "a whole number above 0");
  const selves = childrenOf(channel, ATOM, "link").filter(({ attributes }) => attributes.rel === "self");
  const [self] = selves;
  if (selves.length !== 1 || self?.attributes.href !== selfUrl) {
    object("<atom:link rel=self> says once where the feed is served", self?.attributes.href ?? "", selfUrl);
  }
  return readRfc822("<lastBuildDate>", textOf(channel, "", "lastBuildDate"), object);
}

function readItem(item: XmlElement, object: Objector): ItemReading {
  checkNames(item, ITEM_ELEMENTS, ["title", "link", "guid", "pubDate"], object);
  checkNotEmpty("<title>", textOf(item, "", "title"), object);
  checkHttpUrl("<link>", textOf(item, "", "link"), object);
  const [guid] = childrenOf(item, "", "guid");
  checkNotEmpty("<guid>", guid?.text ?? "", object);
  if (guid?.attributes.isPermaLink !== "false")
    checkHttpUrl("<guid> without isPermaLink=false", guid?.text ?? "", object);
  for (const { text } of childrenOf(item, "", "author")) {
    if (!text.includes("@")) object("<author> is an e-mail address", text, "an address, or <dc:creator>");
  }
  for (const { text } of childrenOf(item, "", "comments")) checkHttpUrl("<comments>", text, object);
  for (const { attributes } of childrenOf(item, "", "source"))
    checkHttpUrl("url of <source>", attributes.url ?? "", object);
  for (const enclosure of childrenOf(item, "", "enclosure")) checkEnclosure(enclosure, object);
  const creators = childrenOf(item, DC, "creator").map(({ text }) => text);
  for (const creator of creators) checkNotEmpty("<dc:creator>", creator, object);
  const encoded = childrenOf(item, CONTENT, "encoded");
  if (encoded.length > 1) object("<content:encoded> stands once", `${encoded.length}`, "one");
  return {
    id: guid?.text ?? "",
    link: textOf(item, "", "link"),
    page: null,
    title: textOf(item, "", "title"),
    html: encoded[0]?.text ?? "",
    authors: creators,
    published: readRfc822("<pubDate>", textOf(item, "", "pubDate"), object),
    updated: null,
  };
}

/** Elements without a namespace are those of RSS 2.0, each as it may be filled and at most once, the required ones exactly once. */
function checkNames(parent: XmlElement, known: string, required: readonly string[], object: Objector): void {
  const knownNames = new Set(known.split(" "));
  const counts = new Map<string, number>(required.map((name) => [name, 0]));
  for (const { name, namespace, children } of parent.children) {
    if (namespace !== "") continue;
    if (!knownNames.has(name)) object("The element is one of RSS 2.0", `<${name}>`, known);
    const [child] = children;
    if (child !== undefined && !WITH_ELEMENTS.has(name))
      object(`<${name}> holds only text`, `<${child.name}>`, "text");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of counts) {
    if (count === 1 || (count > 1 && REPEATABLE.has(name))) continue;
    object(`<${name}> stands once`, `${count}`, "one");
  }
}
