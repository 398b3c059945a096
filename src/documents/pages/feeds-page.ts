import { html } from "hono/html";
import type { Channel, Edition } from "../../edition/edition.ts";
import { type ChannelGroup, channelGroups } from "./channel-groups.ts";
import { channelName } from "./channel-name.ts";
import { channelUrl } from "./channel-url.ts";
import { feedLinks } from "./feed-links.ts";
import { frontCrumb, type Guide } from "./guide.ts";
import type { Html, Page } from "./layout.ts";
import { subscribePanel } from "./subscribe-panel.ts";
import { type Words, wordsOf } from "./words.ts";

/** Of a longer list only the names: the addresses of each stand on its own page. */
const WITH_FORMATS_MAX = 60;

/** The page at `/feeds`: every channel with its three addresses. */
export function feedsPage(edition: Edition, { all }: Guide): Page {
  const { site } = edition;
  const words = wordsOf(site.language, site);
  const address = (path: string) => new URL(path, site.url).href;
  const main = html`<h1${words.lang("allFeeds")}>${words.text("allFeeds")}</h1>
<p class="motto"${words.lang("feedsText")}>${words.text("feedsText")}</p>
${all.map((channel) => subscribePanel(channel, site, site.language))}<div>
${channelGroups(edition.channels).map((group) => section(group, edition, words))}<ul>
<li><a href="${address("/feeds.opml")}"${words.lang("list")}>${words.text("list")}</a></li>
<li><a href="${address("/feeds.json")}"${words.lang("listForPrograms")}>${words.text("listForPrograms")}</a></li>
<li><a href="${address("/embed")}"${words.lang("embed")}>${words.text("embed")}</a></li>
</ul>
</div>
`;
  return {
    kind: "page",
    about: { kind: "feeds" },
    path: "/feeds",
    title: `${words.text("allFeeds")} – ${site.title}`,
    heading: words.text("allFeeds"),
    canonical: address("/feeds"),
    language: site.language,
    channels: all,
    trail: [frontCrumb(site.language, site)],
    script: "subscribe",
    main,
  };
}

function section({ key, channels }: ChannelGroup, edition: Edition, words: Words): Html {
  const hasFormats = channels.length <= WITH_FORMATS_MAX;
  const list = html`<ul class="channels">
${channels.map((channel) => listed(channel, edition, words, hasFormats))}</ul>
`;
  if (key === null) return list;
  return html`<section aria-labelledby="group-${key}">
<h2 id="group-${key}"${words.lang(key)}>${words.text(key)}</h2>
${list}</section>
`;
}

function listed(channel: Channel, { site }: Edition, words: Words, hasFormats: boolean): Html {
  const { text, lang } = channelName(channel, words);
  return html`<li><a href="${channelUrl(channel, site)}"${lang} dir="auto">${text}</a>${hasFormats && html` <span class="formats">${feedLinks(channel, site)}</span>`}</li>\n`;
}
