import { html } from "hono/html";
import type { Channel, Edition } from "../../edition/edition.ts";
import { type ChannelGroup, channelGroups } from "./channel-groups.ts";
import { channelUrl } from "./channel-url.ts";
import { feedLinks } from "./feed-links.ts";
import type { Guide } from "./guide.ts";
import { langIfOther } from "./language.ts";
import type { Html, Page } from "./layout.ts";

/** The page at `/feeds`: every channel with its three addresses. */
export function feedsPage(edition: Edition, { all }: Guide): Page {
  const { site } = edition;
  const address = (path: string) => new URL(path, site.url).href;
  const main = html`<h1 lang="en">All feeds</h1>
<p lang="en">A feed tells your feed reader what is new: copy an address of the channel you want into it, in whichever
format it takes. For all of them at once there is <a href="${address("/feeds.opml")}">a list that readers import</a>, for
programs <a href="${address("/feeds.json")}">the same as JSON</a>.</p>
${channelGroups(edition.channels).map((group) => section(group, edition))}`;
  return {
    kind: "page",
    path: "/feeds",
    title: `All feeds – ${site.title}`,
    canonical: address("/feeds"),
    language: site.language,
    channels: all,
    main,
  };
}

function section({ name, channels }: ChannelGroup, edition: Edition): Html {
  const id = `group-${name.toLowerCase()}`;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}" lang="en">${name}</h2>
<ul>
${channels.map((channel) => listed(channel, edition))}</ul>
</section>
`;
}

function listed(channel: Channel, { site }: Edition): Html {
  const name = channel.kind === "all" ? channel.title : channel.label;
  return html`<li><a href="${channelUrl(channel, site)}"${langIfOther(channel.language, site.language)} dir="auto">${name}</a>: ${feedLinks(channel, site)}</li>\n`;
}
