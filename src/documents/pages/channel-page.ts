import { html } from "hono/html";
import type { Channel, Edition } from "../../edition/edition.ts";
import { channelUrl } from "./channel-url.ts";
import { feedLinks } from "./feed-links.ts";
import type { Guide } from "./guide.ts";
import { itemList } from "./item-list.ts";
import type { Page } from "./layout.ts";

const CHANNEL_PAGE_ITEMS_MAX = 50;

/** A channel's page: what it is, where to subscribe to it, and the newest that is in it. */
export function channelPage(channel: Channel, { site }: Edition, { all }: Guide): Page {
  const { path, label, title, description, language, items } = channel;
  const main = html`<h1 dir="auto">${label}</h1>
<p dir="auto">${description}</p>
<p><span lang="en">Subscribe:</span> ${feedLinks(channel, site)}</p>
${items.length === 0 ? html`<p lang="en">There is nothing in it at the moment.</p>\n` : itemList(items.slice(0, CHANNEL_PAGE_ITEMS_MAX), language)}`;
  return {
    kind: "page",
    path,
    title,
    canonical: channelUrl(channel, site),
    language,
    channels: [channel, ...all],
    main,
  };
}
