import { checkHttpUrl, checkNotEmpty } from "./check-values.ts";
import type { ListingReading } from "./listing-reading.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, parseXml, textOf, type XmlElement } from "./parse-xml.ts";

/** A list of subscriptions (OPML 2.0) that subscribes nobody to anything twice. Groups may hold them. */
export function checkOpml(text: string, object: Objector): ListingReading {
  const opml = parseXml(text, object);
  if (opml === null) return { feeds: [], pages: [] };
  const [body] = childrenOf(opml, "", "body");
  const [head] = childrenOf(opml, "", "head");
  if (opml.name !== "opml" || opml.attributes.version !== "2.0" || body === undefined || head === undefined) {
    object("The document is OPML 2.0", `<${opml.name}>`, '<opml version="2.0"> with <head> and <body>');
    return { feeds: [], pages: [] };
  }
  checkNotEmpty("<title>", textOf(head, "", "title"), object);
  const subscriptions = subscriptionsIn(body, object).map(({ attributes }) => attributes);
  const feeds = new Set<string>();
  for (const { type = "", text = "", xmlUrl = "", htmlUrl } of subscriptions) {
    if (type !== "rss") object("type of <outline> is that of a feed", type, "rss");
    checkNotEmpty("text of <outline>", text, object);
    checkHttpUrl("xmlUrl of <outline>", xmlUrl, object);
    if (htmlUrl !== undefined) checkHttpUrl("htmlUrl of <outline>", htmlUrl, object);
    if (feeds.has(xmlUrl)) object("A list subscribes to each feed once", xmlUrl, "another feed");
    feeds.add(xmlUrl);
  }
  return { feeds: [...feeds], pages: subscriptions.flatMap(({ htmlUrl }) => htmlUrl ?? []) };
}

/** The outlines without others in them, in the order of the document. */
function subscriptionsIn(body: XmlElement, object: Objector): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = body.children.toReversed();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.name !== "outline") object("A list holds only outlines", `<${element.name}>`, "<outline>");
    if (element.children.length === 0) found.push(element);
    else checkNotEmpty("text of <outline>", element.attributes.text ?? "", object);
    for (const child of element.children.toReversed()) waiting.push(child);
  }
  return found;
}
