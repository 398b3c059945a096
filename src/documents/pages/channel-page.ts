import { html } from "hono/html";
import type { Channel, Edition } from "../../edition/edition.ts";
import type { Document } from "../document.ts";
import { DocumentMemory } from "../document-memory.ts";
import { channelName } from "./channel-name.ts";
import { channelUrl } from "./channel-url.ts";
import { frontCrumb, type Guide } from "./guide.ts";
import { itemsByDay } from "./item-list.ts";
import { langIfOther } from "./language.ts";
import type { FramedBy, Html, Layout, Page } from "./layout.ts";
import { subscribePanel } from "./subscribe-panel.ts";
import { wordsOf } from "./words.ts";

const CHANNEL_PAGE_ITEMS_MAX = 40;

const memory = new DocumentMemory<Channel>();

/** The page of a channel: the very same document as the last time if it says the same. */
export function channelDocument(channel: Channel, edition: Edition, guide: Guide, layout: Layout): Document {
  const frame = layout.frameOf(framedBy(channel, edition, guide));
  const madeOf = [edition.site, frame, layout.scripts.subscribe];
  return memory.documentOf(channel, madeOf, () => layout.documentOf(channelPage(channel, edition, guide)));
}

/** A channel's page: what it is, where to subscribe to it, and the newest that is in it. */
function channelPage(channel: Channel, edition: Edition, guide: Guide): Page {
  const { site } = edition;
  const { kind, path, title, language, items } = channel;
  const words = wordsOf(language, site);
  const name = channelName(channel, words);
  const shown = items.slice(0, CHANNEL_PAGE_ITEMS_MAX);
  const main = html`<h1${name.lang} dir="auto">${name.text}</h1>
${description(channel)}${subscribePanel(channel, site, language)}<div class="h-feed">
${shown.length === 0 ? html`<p${words.lang("nothing")}>${words.text("nothing")}</p>\n` : itemsByDay(shown, words, site)}</div>
${shown.length < items.length && html`<p><a href="${new URL("/archive", site.url).href}"${words.lang("olderInArchive")}>${words.text("olderInArchive")}</a></p>\n`}`;
  return {
    kind: "page",
    about: { kind: "channel", channel },
    path: path || "/all",
    title: kind === "all" ? `${name.text} – ${title}` : title,
    heading: name.text,
    canonical: channelUrl(channel, site),
    ...framedBy(channel, edition, guide),
    script: "subscribe",
    main,
  };

  /** The publication's own says nothing of a part of it. */
  function description({ description }: Channel): Html | false {
    if (description === site.description && kind !== "all") return false;
    return html`<p class="motto"${langIfOther(site.language, language)} dir="auto">${description}</p>\n`;
  }
}

function framedBy(channel: Channel, { site }: Edition, { all }: Guide): FramedBy {
  const { kind, language } = channel;
  return {
    language,
    channels: kind === "all" ? all : [channel, ...all],
    trail: [frontCrumb(language, site)],
  };
}
