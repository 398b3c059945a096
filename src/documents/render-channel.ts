import type { Channel } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { Document, DocumentLink } from "./document.ts";
import { FEED_FORMATS, type FeedFormat } from "./feed-format.ts";
import { feedPath, feedUrl } from "./feed-url.ts";

/**
 * A channel in each format. All formats hold the same items: the newest that the site's limits allow, where the
 * largest of the documents counts.
 */
export function renderChannel(channel: Channel, site: Site): readonly Document[] {
  const most = Math.min(site.feed.itemsMax, channel.items.length);
  const least = Math.min(site.feed.itemsMin, most);
  const all = renderNewest(most, channel, site);
  if (least === most || fits(all, site)) return all;

  // Documents grow with each item, so halving finds the number: a handful of renderings, not one for each item.
  let fitting = renderNewest(least, channel, site);
  let [fittingCount, tooMany] = [least, most];
  while (tooMany - fittingCount > 1) {
    const count = Math.floor((fittingCount + tooMany) / 2);
    const documents = renderNewest(count, channel, site);
    if (fits(documents, site)) [fitting, fittingCount] = [documents, count];
    else tooMany = count;
  }
  return fitting;
}

function renderNewest(count: number, channel: Channel, site: Site): readonly Document[] {
  const newest = { ...channel, items: channel.items.slice(0, count) };
  return FEED_FORMATS.map((format) => ({
    kind: "feed",
    path: feedPath(channel, format),
    mediaType: format.mediaType,
    text: format.render(newest, site, feedUrl(channel, format, site)),
    links: FEED_FORMATS.map((other) =>
      feedLink(channel, site, other, other === format ? "self" : "alternate"),
    ),
  }));
}

function feedLink(channel: Channel, site: Site, format: FeedFormat, rel: string): DocumentLink {
  return { rel, href: feedUrl(channel, format, site), type: format.mediaType };
}

function fits(documents: readonly Document[], site: Site): boolean {
  return documents.every(({ text }) => new TextEncoder().encode(text).length <= site.feed.bytesMax);
}
