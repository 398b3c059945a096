import type { Item } from "../edition/edition.ts";
import type { FeedFormat } from "./feed-format.ts";
import type { FeedPage } from "./feed-page.ts";

/** A channel, an item or the site in one format, as text. Pure: no clock, no locale, no request. */
export type Document = {
  /**
   * `feed`: a subscription document. `archive`: a closed part of a channel (RFC 5005). `page`: for people. `gone`: for people,
   * answered with 410. `missing`: the one page that is answered with 404. `listing`: for machines, but nobody subscribes to it
   * (OPML, sitemaps). `asset`: what pages need.
   */
  readonly kind: "feed" | "archive" | "page" | "gone" | "missing" | "listing" | "asset";
  /** URL path, decoded (not percent-encoded), starting with `/`. */
  readonly path: string;
  /** Without parameters: `application/rss+xml`. Everything is UTF-8. */
  readonly mediaType: string;
  /** Joined they are the text. A part that several documents share is the very same string. */
  readonly parts: readonly string[];
  /** What a `Link` header says; hrefs absolute. */
  readonly links: readonly DocumentLink[];
  /** Of a subscription document, how long it may be kept. */
  readonly freshSeconds?: number;
  /** Of a subscription document, what it shows. */
  readonly shows?: Shown;
  /** Of what is for people, what it may do in a browser; `page` where nothing is said. */
  readonly policy?: PagePolicy;
};

/**
 * `page`: runs no script, and no other page shows it in a frame. `scripted`: scripts of our own, which may load, and show in frames,
 * what is ours. `frame`: made to be shown in a frame by any page; scripts of our own.
 */
export type PagePolicy = "page" | "scripted" | "frame";

/** What a subscription document was made of: after its head, each item is one of its parts. */
export type Shown = {
  readonly page: FeedPage;
  readonly format: FeedFormat;
  readonly items: readonly Item[];
};

export type DocumentLink = {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  /** Plain text. */
  readonly title?: string;
};
