import { html } from "hono/html";
import type { Edition } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import type { ThemeLink } from "../../edition/theme.ts";
import { channelUrl } from "./channel-url.ts";
import { feedLinks } from "./feed-links.ts";
import { langIfOther } from "./language.ts";
import type { FramedBy, Html } from "./layout.ts";
import { wordsOf } from "./words.ts";

/** The foot of a page: where to subscribe to what is near, and the ways to everything else. */
export function pageFooter({ language, channels }: FramedBy, { site }: Edition): Html {
  const words = wordsOf(language, site);
  const address = (path: string) => new URL(path, site.url).href;
  return html`<footer class="foot">
<nav aria-labelledby="feeds">
<h2 id="feeds"${words.lang("feeds")}>${words.text("feeds")}</h2>
<ul>
${channels.map(
  (channel) =>
    html`<li><a href="${channelUrl(channel, site)}"${langIfOther(channel.language, language)} dir="auto">${channel.title}</a> <span class="formats">${feedLinks(channel, site)}</span></li>\n`,
)}<li><a href="${address("/feeds")}"${words.lang("allFeeds")}>${words.text("allFeeds")}</a></li>
<li><a href="${address("/archive")}"${words.lang("archive")}>${words.text("archive")}</a></li>
${site.theme.links.map((link) => html`<li>${themeLink(link, language, site)}</li>\n`)}</ul>
</nav>
${site.theme.footer.map((line) => footerLine(line, language, site))}${site.rights !== null && html`<p class="muted">${ownText(site.rights, language, site)}</p>\n`}</footer>
`;
}

/** The publisher's own words are in the language of the site. */
function footerLine(line: string | ThemeLink, language: string, site: Site): Html {
  if (typeof line !== "string") return html`<p class="muted">${themeLink(line, language, site)}</p>\n`;
  return html`<p class="muted">${ownText(line, language, site)}</p>\n`;
}

function ownText(text: string, language: string, site: Site): Html {
  return html`<span${langIfOther(site.language, language)} dir="auto">${text}</span>`;
}

function themeLink({ label, url }: ThemeLink, language: string, site: Site): Html {
  return html`<a href="${new URL(url, site.url).href}"${langIfOther(site.language, language)} dir="auto">${label}</a>`;
}
