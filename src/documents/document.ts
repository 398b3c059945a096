/** A channel, an item or the site in one format, as text. Pure: no clock, no locale, no request. */
export type Document = {
  readonly kind: "feed" | "page" | "asset";
  /** URL path, decoded (not percent-encoded), starting with `/`. */
  readonly path: string;
  /** Without parameters: `application/rss+xml`. Everything is UTF-8. */
  readonly mediaType: string;
  readonly text: string;
  /** What a `Link` header says; hrefs absolute. */
  readonly links: readonly DocumentLink[];
};

export type DocumentLink = { readonly rel: string; readonly href: string; readonly type?: string };
