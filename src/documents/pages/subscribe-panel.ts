import { html } from "hono/html";
import type { Channel } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import type { ReaderApp } from "../../edition/theme.ts";
import { FEED_FORMATS, type FeedFormat } from "../feed-format.ts";
import { feedUrl } from "../feed-url.ts";
import type { Html } from "./layout.ts";
import READER_APPS from "./reader-apps.json" with { type: "json" };
import { type Words, wordsOf } from "./words.ts";

/**
 * How to subscribe to a channel: its addresses to be copied, a link that opens the reader of the device, one-click links to well-known
 * readers, and the feeds themselves. Stands once on a page. Without its script (`subscribe`) there are no buttons, and all else is there.
 *
 * @param language of the page
 */
export function subscribePanel(channel: Channel, site: Site, language: string): Html {
  const words = wordsOf(language, site);
  const [best, ...others] = FEED_FORMATS.map((format) => ({ format, url: feedUrl(channel, format, site) }));
  if (best === undefined) throw new RangeError("There are no formats");
  const apps = site.theme.readers ?? READER_APPS;
  return html`<section class="subscribe" aria-labelledby="subscribe">
<h2 id="subscribe"${words.lang("subscribe")}>${words.text("subscribe")}</h2>
<p${words.lang("subscribeText")}>${words.text("subscribeText")}</p>
${addressField(best, words)}<p><a href="feed:${best.url}"${words.lang("openFeed")}>${words.text("openFeed")}</a></p>
${appLinks(apps, false, best.url, words)}${hasSound(channel) && appLinks(apps, true, best.url, words)}<details>
<summary${words.lang("otherFormats")}>${words.text("otherFormats")}</summary>
${others.map((other) => addressField(other, words))}</details>
<p><span${words.lang("rawFeed")}>${words.text("rawFeed")}:</span>${[best, ...others].map(
    ({ format, url }) => html` <a href="${url}?raw" lang="en">${format.name}</a>`,
  )}</p>
<p><a href="${new URL("/feeds.opml", site.url).href}"${words.lang("list")}>${words.text("list")}</a></p>
</section>
`;
}

type Address = { readonly format: FeedFormat; readonly url: string };

/** Selectable wherever there is no script, which shows the button. Names of files have no spaces: they are ids, too. */
function addressField({ format, url }: Address, words: Words): Html {
  const id = `address-${format.file}`;
  return html`<p class="address"><label for="${id}"${words.lang("address")}>${words.text("address", format.name)}</label>
<input id="${id}" type="url" readonly dir="ltr" autocomplete="off" spellcheck="false" value="${url}">
<button type="button" hidden data-copies="${id}" data-copied="${words.text("copied")}" data-not-copied="${words.text("notCopied")}"${words.lang("copy")}>${words.text("copy")}</button>
<span role="status"${words.lang("copied")}></span></p>
`;
}

function appLinks(
  apps: readonly ReaderApp[],
  areForPodcasts: boolean,
  url: string,
  words: Words,
): Html | null {
  const listed = apps.filter(({ podcasts }) => podcasts === areForPodcasts);
  if (listed.length === 0) return null;
  const key = areForPodcasts ? "podcasts" : "readers";
  return html`<h3 id="${key}"${words.lang(key)}>${words.text(key)}</h3>
<ul class="apps" aria-labelledby="${key}">
${listed.map((app) => html`<li><a href="${appUrl(app, url)}" rel="nofollow" dir="auto">${app.name}</a></li>\n`)}</ul>
`;
}

/** `{url}` is the feed's address as a part of another; `{address}` is it without its scheme, behind that of the app. */
function appUrl({ url }: ReaderApp, feed: string): string {
  return url
    .replaceAll("{url}", () => encodeURIComponent(feed))
    .replaceAll("{address}", () => feed.replace(/^https?:\/\//, ""));
}

function hasSound({ items }: Channel): boolean {
  return items.some(
    (item) => item.kind === "article" && item.enclosures.some(({ type }) => type.startsWith("audio/")),
  );
}
