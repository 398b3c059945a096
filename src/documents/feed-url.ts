import type { Archive, Channel } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { FeedFormat } from "./feed-format.ts";

/** Decoded path of a channel in one format: `/headlines/rss.xml`; of one of its archives: `/headlines/archive/7/rss.xml`. */
export function feedPath(channel: Channel, format: FeedFormat, archive?: Archive): string {
  const folder = archive === undefined ? channel.path : `${channel.path}/archive/${archive.number}`;
  return `${folder}/${format.file}`;
}

/** Absolute URL of a channel, or of one of its archives, in one format. */
export function feedUrl(channel: Channel, format: FeedFormat, site: Site, archive?: Archive): string {
  return new URL(feedPath(channel, format, archive), site.url).href;
}
