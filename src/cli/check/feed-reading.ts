/** What a reader takes from a feed, whatever its format: the ground on which the formats are compared. */
export type FeedReading = {
  /** Null in formats that do not say it. */
  readonly id: string | null;
  /** Address of the site that the feed is of. */
  readonly home: string;
  readonly title: string;
  readonly description: string;
  readonly language: string;
  /** Seconds since 1970; null in formats that do not say it. */
  readonly updated: number | null;
  /** Empty when nothing is said of them; null in formats that cannot say it. */
  readonly rights: string | null;
  /** Names; null in formats that do not say them. */
  readonly authors: readonly string[] | null;
  readonly items: readonly ItemReading[];
};

export type ItemReading = {
  readonly id: string;
  /** What a reader opens. */
  readonly link: string;
  /** The item's own page; null in formats that do not say it. */
  readonly page: string | null;
  readonly title: string;
  /** HTML; empty when there is none. */
  readonly html: string;
  readonly authors: readonly string[];
  /** Seconds since 1970; NaN when it cannot be read. */
  readonly published: number;
  /** Like `published`; null in formats that do not say it. */
  readonly updated: number | null;
};

export type FeedAt = {
  /** Decoded URL path of the document. */
  readonly path: string;
  readonly feed: FeedReading;
};
