import { html } from "hono/html";
import type { Channel, Edition, Item } from "../../edition/edition.ts";
import { storyElsewhere } from "../item-link.ts";
import { itemText } from "../item-text.ts";
import { channelUrl } from "../pages/channel-url.ts";
import { directionOf, langIfOther } from "../pages/language.ts";
import type { Html } from "../pages/layout.ts";
import { dayTime } from "../pages/time.ts";
import { wordsOf } from "../pages/words.ts";
import { FRAME_ITEMS_MAX } from "./frame-options.ts";
import { type FramePage, OUTWARDS } from "./frame-page.ts";

/** The newest of a channel, for a frame: as many items as can be asked for, with their summaries. */
export function channelFrame(channel: Channel, edition: Edition): FramePage {
  const { title, language } = channel;
  const url = channelUrl(channel, edition.site);
  const items = channel.items.slice(0, FRAME_ITEMS_MAX);
  const main = html`<h1><a href="${url}"${OUTWARDS} dir="auto">${title}</a></h1>
${items.length === 0 ? nothing(channel, edition) : html`<ul>\n${items.map((item) => listed(item, channel, edition))}</ul>\n`}`;
  return { language, title, canonical: url, main };
}

function nothing({ language }: Channel, { site }: Edition): Html {
  return html`<p>${wordsOf(language, site).html("nothing")}</p>\n`;
}

/** As in every list, a headline leads to its story; to its own page where WordPress follows no other link. */
function listed(item: Item, { language }: Channel, { site }: Edition): Html {
  const { title, url, published } = item;
  const story = item.kind === "headline" ? storyElsewhere(item) : null;
  const page = story !== null && html` data-page="${new URL(url).pathname}"`;
  const { summary } = itemText(item, "summary", site);
  const lang = langIfOther(item.language, language);
  return html`<li><a href="${story ?? url}"${page}${OUTWARDS}${lang} dir="${directionOf(title, item.language)}">${title}</a> ${dayTime(published, wordsOf(language, site), site)}${
    summary !== null &&
    html`\n<p class="summary"${lang} dir="${directionOf(summary, item.language)}">${summary}</p>`
  }</li>\n`;
}
