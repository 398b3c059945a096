import type { Channel, Edition } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { Document } from "./document.ts";
import { FEED_FORMATS } from "./feed-format.ts";
import { feedUrl } from "./feed-url.ts";
import { type ChannelGroup, channelGroups } from "./pages/channel-groups.ts";
import { channelUrl } from "./pages/channel-url.ts";
import { element, formatElement, type XmlElement } from "./xml-element.ts";

/** One of the three, or importing the list would subscribe to each channel three times. */
const FORMATS = FEED_FORMATS.filter(({ name }) => name === "Atom");

/**
 * Every channel once, by groups, as a list that feed readers import (OPML 2.0).
 *
 * @see http://opml.org/spec2.opml "Subscription lists"
 */
export function renderOpml({ site, channels }: Edition): Document {
  const changed = channels.reduce((newest, { updated }) => Math.max(newest, updated.getTime()), 0);
  const head = [
    element("title", site.title),
    element("dateModified", new Date(changed).toUTCString()),
    element("docs", "http://opml.org/spec2.opml"),
  ];
  const body = channelGroups(channels).map((group) => folder(group, site));
  const root = element("opml", [element("head", head), element("body", body)], { version: "2.0" });
  const text = `<?xml version="1.0" encoding="utf-8"?>\n${formatElement(root)}\n`;
  return { kind: "listing", path: "/feeds.opml", mediaType: "text/x-opml", parts: [text], links: [] };
}

/** Says whose it is, as it comes to stand among the folders of other publications. */
function folder({ name, channels }: ChannelGroup, site: Site): XmlElement {
  return element(
    "outline",
    channels.flatMap((channel) => subscriptions(channel, site)),
    { text: `${site.title}: ${name}` },
  );
}

function subscriptions(channel: Channel, site: Site): readonly XmlElement[] {
  const { title, description, language } = channel;
  return FORMATS.map((format) =>
    element("outline", "", {
      type: "rss", // which is what OPML calls feeds of every format
      text: title,
      title,
      description,
      language,
      htmlUrl: channelUrl(channel, site),
      xmlUrl: feedUrl(channel, format, site),
    }),
  );
}
