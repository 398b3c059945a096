import type { Channel } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";

/** Absolute URL of a channel's page. */
export function channelUrl(channel: Channel, site: Site): string {
  return new URL(channel.path || "/all", site.url).href;
}
