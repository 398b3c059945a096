import { html } from "hono/html";
import type { Channel, Edition } from "../../edition/edition.ts";
import { FEED_FORMATS } from "../feed-format.ts";
import { feedUrl } from "../feed-url.ts";
import { STYLESHEET } from "./stylesheet.ts";

/** A piece of a page: text in it has been escaped. */
export type Html = ReturnType<typeof html>;

export type PageContent = {
  /** Plain text, for the tab and for search engines. */
  readonly title: string;
  /** Absolute URL of the page. */
  readonly url: string;
  /** Channels that browsers and feed readers find from this page. */
  readonly channels: readonly Channel[];
  /** With the page's one `h1`. */
  readonly main: Html;
};

/** Tags of languages and scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /^(?:ar|arc|ckb|dv|fa|he|ks|nqo|pnb|ps|sd|syr|ug|ur|yi)(?![a-z])(?!-Latn)|-(?:Adlm|Arab|Hebr|Nkoo|Syrc|Thaa)(?![a-z])/i;

/** A whole page around its content. The words of the frame are English, which `lang` says. */
export function layout(content: PageContent, edition: Edition): string {
  const { site } = edition;
  const page = html`<!doctype html>
<html lang="${site.language}"${RIGHT_TO_LEFT.test(site.language) && html` dir="rtl"`}>
<head>
<meta charset="utf-8">
<title>${content.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${content.url}">
${content.channels.map((channel) => autodiscovery(channel, edition))}<link rel="stylesheet" href="${STYLESHEET.path}">
</head>
<body>
<a class="skip" href="#main" lang="en">Skip to the text</a>
<header><a href="${new URL("/", site.url).href}" dir="auto">${site.title}</a></header>
<main id="main">
${content.main}</main>
<footer>
<nav aria-labelledby="feeds">
<h2 id="feeds" lang="en">Feeds</h2>
<ul>
${edition.channels.map((channel) => feedLinks(channel, edition))}</ul>
</nav>
${site.rights !== null && html`<p class="muted" dir="auto">${site.rights}</p>\n`}</footer>
</body>
</html>
`;
  // `html` gives a promise only when it is given one, and no piece of a page is one.
  return String(page);
}

function autodiscovery(channel: Channel, { site }: Edition): readonly Html[] {
  return FEED_FORMATS.map(
    (format) =>
      html`<link rel="alternate" type="${format.mediaType}" title="${channel.title} (${format.name})" href="${feedUrl(channel, format, site)}">\n`,
  );
}

function feedLinks(channel: Channel, { site }: Edition): Html {
  const links = FEED_FORMATS.map(
    (format) => html` <a href="${feedUrl(channel, format, site)}" lang="en">${format.name}</a>`,
  );
  return html`<li><span dir="auto">${channel.title}</span>:${links}</li>\n`;
}
