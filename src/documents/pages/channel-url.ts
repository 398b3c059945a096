import type { Channel } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";

/** Absolute URL of a channel's page; that of `all` is the front page. */
export function channelUrl(channel: Channel, site: Site): string {
  return new URL(channel.path || "/", site.url).href;
}
