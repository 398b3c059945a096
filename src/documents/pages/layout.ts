import { html } from "hono/html";
import type { Channel, Edition } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import type { Document, DocumentLink } from "../document.ts";
import { FEED_FORMATS } from "../feed-format.ts";
import { feedUrl } from "../feed-url.ts";
import { channelUrl } from "./channel-url.ts";
import { feedLinks } from "./feed-links.ts";
import { isRightToLeft, langIfOther } from "./language.ts";
import { STYLESHEET } from "./stylesheet.ts";

/** A piece of a page: text in it has been escaped. */
export type Html = ReturnType<typeof html>;

export type Page = {
  readonly kind: "page" | "missing" | "gone";
  /** Decoded. */
  readonly path: string;
  /** Plain text, for the tab and for search engines. */
  readonly title: string;
  /** Absolute URL under which it wants to be known; null if under none. */
  readonly canonical: string | null;
  /** BCP 47. What is in another language says so itself. */
  readonly language: string;
  /** Channels that browsers and feed readers find from this page, the nearest first. */
  readonly channels: readonly Channel[];
  /** Begins with the page's `h1`. */
  readonly main: Html;
};

/** What pages with the same language and channels share, to the string: it is stored once, however many they are. */
export type Frame = {
  readonly start: string;
  readonly end: string;
  readonly alternates: readonly DocumentLink[];
};

export type FramedBy = Pick<Page, "language" | "channels">;

/** The layout of an edition's pages. The words of the frame are English, which `lang` says. */
export class Layout {
  readonly #edition: Edition;
  readonly #frames = new Map<string, Frame>();

  constructor(edition: Edition) {
    this.#edition = edition;
  }

  /** The very same one as the last time if it says the same. */
  frameOf(page: FramedBy): Frame {
    const key = JSON.stringify([page.language, ...page.channels.map(({ name }) => name)]);
    const known = this.#frames.get(key);
    if (known !== undefined) return known;
    const frame = sameFrame(makeFrame(page, this.#edition), key, this.#edition.site);
    this.#frames.set(key, frame);
    return frame;
  }

  documentOf(page: Page): Document {
    return { ...factsOf(page, this.frameOf(page)), parts: this.partsOf(page) };
  }

  partsOf(page: Page): readonly string[] {
    const { start, end } = this.frameOf(page);
    return [start, pageText(page, this.#edition), end];
  }
}

/** All that is known of a page's document without its text. */
export function factsOf(
  { kind, path, canonical }: Pick<Page, "kind" | "path" | "canonical">,
  { alternates }: Frame,
): Omit<Document, "parts"> {
  const canonicalLinks = canonical === null ? [] : [{ rel: "canonical", href: canonical }];
  return { kind, path, mediaType: "text/html", links: [...canonicalLinks, ...alternates] };
}

/** Of the last edition of a site, by what they are made for. */
const frames = new WeakMap<Site, Map<string, Frame>>();

/** Its links are among its words. */
function sameFrame(frame: Frame, key: string, site: Site): Frame {
  const ofSite = frames.get(site) ?? new Map<string, Frame>();
  frames.set(site, ofSite);
  const before = ofSite.get(key);
  if (before?.start === frame.start && before.end === frame.end) return before;
  ofSite.set(key, frame);
  return frame;
}

/** The title comes last in the head, so that all that differs from page to page stands together. */
function pageText({ title, canonical, language, main }: Page, { site }: Edition): string {
  const page = html`<title>${title}</title>
${canonical !== null && html`<link rel="canonical" href="${canonical}">\n`}</head>
<body>
<a class="skip" href="#main" lang="en">Skip to the text</a>
<header><a href="${new URL("/", site.url).href}"${langIfOther(site.language, language)} dir="auto">${site.title}</a></header>
<main id="main">
${main}</main>
`;
  // `html` gives a promise only when it is given one, and no piece of a page is one.
  return String(page);
}

function makeFrame({ language, channels }: FramedBy, edition: Edition): Frame {
  const alternates = channels.flatMap((channel) => alternatesOf(channel, edition));
  return {
    start: String(frameStart(language, alternates, edition)),
    end: String(frameEnd(language, channels, edition)),
    alternates,
  };
}

function alternatesOf(channel: Channel, { site }: Edition) {
  return FEED_FORMATS.map((format) => ({
    rel: "alternate",
    href: feedUrl(channel, format, site),
    type: format.mediaType,
    title: `${channel.title} (${format.name})`,
  }));
}

function frameStart(language: string, alternates: ReturnType<typeof alternatesOf>, { icon }: Edition): Html {
  return html`<!doctype html>
<html lang="${language}"${isRightToLeft(language) && html` dir="rtl"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${alternates.map(
  ({ href, type, title }) => html`<link rel="alternate" type="${type}" title="${title}" href="${href}">\n`,
)}${icon !== null && html`<link rel="icon" href="${icon.url}">\n`}<link rel="stylesheet" href="${STYLESHEET.path}">
`;
}

function frameEnd(language: string, channels: readonly Channel[], { site }: Edition): Html {
  return html`<footer>
<nav aria-labelledby="feeds">
<h2 id="feeds" lang="en">Feeds</h2>
<ul>
${channels.map(
  (channel) =>
    html`<li><a href="${channelUrl(channel, site)}"${langIfOther(channel.language, language)} dir="auto">${channel.title}</a>: ${feedLinks(channel, site)}</li>\n`,
)}<li><a href="${new URL("/feeds", site.url).href}" lang="en">All feeds</a></li>
</ul>
</nav>
${site.rights !== null && html`<p class="muted"${langIfOther(site.language, language)} dir="auto">${site.rights}</p>\n`}</footer>
</body>
</html>
`;
}
