import type { Channel } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { FeedFormat } from "./feed-format.ts";

/** Decoded path of a channel in one format: `/headlines/rss.xml`. */
export function feedPath(channel: Channel, format: FeedFormat): string {
  return `${channel.path}/${format.file}`;
}

/** Absolute URL of a channel in one format. */
export function feedUrl(channel: Channel, format: FeedFormat, site: Site): string {
  return new URL(feedPath(channel, format), site.url).href;
}
