import type { Channel, Edition } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { Document } from "./document.ts";
import { FEED_FORMATS } from "./feed-format.ts";
import { feedUrl } from "./feed-url.ts";
import { formatInstant } from "./format-instant.ts";
import { channelUrl } from "./pages/channel-url.ts";

/** Every channel with its addresses, for programs. `docs/feeds.md` says what the keys mean. */
export function renderFeedsJson({ site, channels }: Edition): Document {
  const listing = {
    title: site.title,
    description: site.description,
    home_page_url: site.home,
    language: site.language,
    feeds: channels.map((channel) => listed(channel, site)),
  };
  const text = `${JSON.stringify(listing, null, 2)}\n`;
  return { kind: "listing", path: "/feeds.json", mediaType: "application/json", parts: [text], links: [] };
}

function listed(channel: Channel, site: Site) {
  const { kind, name, label, title, description, language, updated, items } = channel;
  // `rss`, `atom`, `json_feed`
  const addresses = FEED_FORMATS.map(
    (format) => [format.name.toLowerCase().replace(" ", "_"), feedUrl(channel, format, site)] as const,
  );
  return {
    kind,
    name,
    label,
    title,
    description,
    language,
    updated: formatInstant(updated),
    items: items.length,
    page_url: channelUrl(channel, site),
    ...Object.fromEntries(addresses),
  };
}
