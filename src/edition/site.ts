/** Who publishes: `data/site.yaml`, checked. All strings are clean plain text. */
export type Site = {
  readonly title: string;
  readonly description: string;
  /** Origin everything is served from, without a path and without a final slash: `https://wire.example`. */
  readonly url: string;
  /** Absolute URL of the site for people; `url` + `/` if nothing else is said. */
  readonly home: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name; dates without a zone are in it. */
  readonly timeZone: string;
  readonly authors: readonly Author[];
  /** Copyright or licence line, null if not said. */
  readonly rights: string | null;
  readonly feed: FeedLimits;
};

/** How many items a feed document holds: the newest `itemsMax` that fit into `bytesMax`, never fewer than `itemsMin`. */
export type FeedLimits = { readonly itemsMax: number; readonly itemsMin: number; readonly bytesMax: number };

/** Plain text throughout; `url` absolute. */
export type Author = { readonly name: string; readonly url?: string; readonly email?: string };
