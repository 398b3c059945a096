import { html } from "hono/html";
import { escapeAttribute } from "../../articles/escape-markup.ts";
import type { Channel, Edition } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import type { Document, DocumentLink } from "../document.ts";
import { oembedLinks } from "../embed/oembed-links.ts";
import { FEED_FORMATS } from "../feed-format.ts";
import { feedUrl } from "../feed-url.ts";
import { iconUrl } from "../icon.ts";
import { type PageScript, type Scripts, scriptPath } from "../scripts.ts";
import type { About, Crumb } from "./about.ts";
import { type FilledLayout, fillLayout, OUR_LAYOUT } from "./fill-layout.ts";
import { isRightToLeft } from "./language.ts";
import { masthead } from "./masthead.ts";
import { metadata } from "./metadata.ts";
import { pageFooter } from "./page-footer.ts";
import { stylesheetOf } from "./stylesheet.ts";

/** A piece of a page: text in it has been escaped. */
export type Html = ReturnType<typeof html>;

export type Page = {
  readonly kind: "page" | "missing" | "gone";
  readonly about: About;
  /** Decoded. */
  readonly path: string;
  /** Plain text, for the tab and for search engines. */
  readonly title: string;
  /** Plain text of the heading. */
  readonly heading: string;
  /** Absolute URL under which it wants to be known; null if under none. */
  readonly canonical: string | null;
  /** BCP 47. What is in another language says so itself. */
  readonly language: string;
  /** Channels that browsers and feed readers find from this page, the nearest first. */
  readonly channels: readonly Channel[];
  /** From the front page down to the page above this one; empty only on the front page. */
  readonly trail: readonly Crumb[];
  /** The script that it loads, if any: then its policy is `scripted`. */
  readonly script?: PageScript;
  /** Begins with the page's `h1`, but for the front page, where that is the name of the publication. */
  readonly main: Html;
};

/** What pages with the same language, channels and trail share, to the string: it is stored once, however many they are. */
export type Frame = FilledLayout & {
  readonly alternates: readonly DocumentLink[];
  /** Address of the site's logo, which every page's metadata names. */
  readonly logo: string | null;
};

export type FramedBy = Pick<Page, "language" | "channels" | "trail">;

/** The layout of an edition's pages. */
export class Layout {
  readonly #edition: Edition;
  readonly scripts: Scripts;
  readonly #frames = new Map<string, Frame>();

  constructor(edition: Edition, scripts: Scripts) {
    this.#edition = edition;
    this.scripts = scripts;
  }

  /** The very same one as the last time if it says the same. */
  frameOf(page: FramedBy): Frame {
    const { language, channels, trail } = page;
    const key = JSON.stringify([language, channels.map(({ name }) => name), trail]);
    const known = this.#frames.get(key);
    if (known !== undefined) return known;
    const frame = sameFrame(makeFrame(page, this.#edition), key, this.#edition.site);
    this.#frames.set(key, frame);
    return frame;
  }

  documentOf(page: Page): Document {
    return { ...factsOf(page, this.frameOf(page)), parts: this.#partsOf(page) };
  }

  #partsOf(page: Page): readonly string[] {
    const { start, header, end } = this.frameOf(page);
    return [start, this.#headOf(page), header, mainOf(page), end];
  }

  /** What differs from page to page. */
  #headOf(page: Page): string {
    const { title, canonical, script } = page;
    const head = html`<title>${title}</title>
${canonical !== null && html`<link rel="canonical" href="${canonical}">\n`}${metadata(page, this.#edition)}${oembedLinks(page, this.#edition.site)}${
  script !== undefined && html`<script src="${scriptPath(script, this.scripts)}" defer></script>\n`
}`;
    return String(head);
  }
}

/** All that is known of a page's document without its text. */
function factsOf(
  { kind, path, canonical, script }: Pick<Page, "kind" | "path" | "canonical" | "script">,
  { alternates }: Frame,
): Omit<Document, "parts"> {
  const canonicalLinks = canonical === null ? [] : [{ rel: "canonical", href: canonical }];
  const links = [...canonicalLinks, ...alternates];
  return { kind, path, mediaType: "text/html", links, ...(script !== undefined && { policy: "scripted" }) };
}

/** Of the last edition of a site, by what they are made for. */
const frames = new WeakMap<Site, Map<string, Frame>>();

/** Its links are among its words. */
function sameFrame(frame: Frame, key: string, site: Site): Frame {
  const ofSite = frames.get(site) ?? new Map<string, Frame>();
  frames.set(site, ofSite);
  const before = ofSite.get(key);
  const isSame = (["start", "header", "end", "logo"] as const).every(
    (piece) => before?.[piece] === frame[piece],
  );
  if (before !== undefined && isSame) return before;
  ofSite.set(key, frame);
  return frame;
}

/** How wide its text runs, and how it is set. */
const SHAPES: Readonly<Record<About["kind"], string>> = {
  front: "front",
  channel: "list",
  item: "text",
  months: "list",
  month: "list",
  feeds: "list",
  builder: "list",
  missing: "text",
  gone: "text",
};

function mainOf({ about, main }: Page): string {
  // `html` gives a promise only when it is given one, and no piece of a page is one.
  return String(html`<main id="main" class="${SHAPES[about.kind]}">
${main}</main>
`);
}

function makeFrame(page: FramedBy, edition: Edition): Frame {
  const { language, channels } = page;
  const alternates = channels.flatMap((channel) => alternatesOf(channel, edition));
  const pieces = fillLayout(edition.site.theme.layout ?? OUR_LAYOUT, {
    language: escapeAttribute(language),
    direction: isRightToLeft(language) ? "rtl" : "ltr",
    head: String(sharedHead(alternates, edition)),
    header: String(masthead(page, edition)),
    footer: String(pageFooter(page, edition)),
  });
  return { ...pieces, alternates, logo: edition.logo?.url ?? null };
}

function alternatesOf(channel: Channel, { site }: Edition) {
  return FEED_FORMATS.map((format) => ({
    rel: "alternate",
    href: feedUrl(channel, format, site),
    type: format.mediaType,
    title: `${channel.title} (${format.name})`,
    language: channel.language,
  }));
}

function sharedHead(alternates: ReturnType<typeof alternatesOf>, edition: Edition): Html {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${alternates.map(
  ({ href, type, title, language }) =>
    html`<link rel="alternate" type="${type}" hreflang="${language}" title="${title}" href="${href}">\n`,
)}<link rel="icon" href="${iconUrl(edition)}">
<link rel="stylesheet" href="${stylesheetOf(edition.site.theme).path}">
`;
}
