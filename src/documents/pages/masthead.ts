import { html } from "hono/html";
import type { Channel, Edition } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import type { Crumb } from "./about.ts";
import { channelUrl } from "./channel-url.ts";
import { langIfOther } from "./language.ts";
import type { FramedBy, Html } from "./layout.ts";
import { type Words, wordsOf } from "./words.ts";

/** The head of a page: whose it is, and where it stands. On the front page the name is its heading. */
export function masthead({ language, trail, channels }: FramedBy, edition: Edition): Html {
  const { site } = edition;
  const words = wordsOf(language, site);
  const lang = langIfOther(site.language, language);
  const isFront = trail.length === 0;
  const link = html`<a href="${new URL("/", site.url).href}"${lang} dir="auto">${nameOf(edition)}</a>`;
  return html`<a class="skip" href="#main"${words.lang("skip")}>${words.text("skip")}</a>
<header class="${isFront ? "masthead front" : "masthead"}">
${isFront ? html`<h1>${link}</h1>${motto(edition, lang)}` : html`<p>${link}</p>\n${crumbs(trail, words)}`}${subscribeLink(channels[0], words, site)}</header>
`;
}

function motto({ site }: Edition, lang: Html | false): Html {
  // A description that only repeats the name says nothing.
  if (site.description === site.title) return html`\n`;
  return html`\n<p${lang} dir="auto">${site.description}</p>\n`;
}

/** The logo stands for the name, and says it to those who do not see it. */
function nameOf({ site, masthead }: Edition): Html | string {
  if (masthead === null) return site.title;
  const { url, file } = masthead;
  const size = file?.size && html` width="${file.size.width}" height="${file.size.height}"`;
  return html`<img src="${url}" alt="${site.title}"${size}>`;
}

/** To where one can subscribe to what is nearest. */
function subscribeLink(channel: Channel | undefined, words: Words, site: Site): Html | null {
  if (channel === undefined) return null;
  return html`<p class="follow"><a href="${channelUrl(channel, site)}#subscribe"${words.lang("subscribe")}>${words.text("subscribe")}</a></p>\n`;
}

function crumbs(trail: readonly Crumb[], words: Words): Html {
  const around = words.languageOf("trail");
  return html`<nav class="trail" aria-label="${words.text("trail")}"${words.lang("trail")}>
<ol>
${trail.map(({ label, url, language }) => html`<li><a href="${url}"${langIfOther(language, around)} dir="auto">${label}</a></li>\n`)}</ol>
</nav>
`;
}
