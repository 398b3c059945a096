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
  /** Address of the licence of everything; like `rights`. */
  readonly licence: string | null;
  /** Names; null in formats that do not say them. */
  readonly authors: readonly string[] | null;
  /** Address of the square picture; null in formats that have none, empty when nothing is said. */
  readonly icon: string | null;
  readonly history: HistoryReading;
  /** Ids of items that readers are to forget (RFC 6721); null in formats that cannot say it. */
  readonly deleted: readonly string[] | null;
  readonly items: readonly ItemReading[];
};

/** Where a document stands in the history of its channel (RFC 5005). Null is what the format cannot say. */
export type HistoryReading = {
  readonly isArchive: boolean | null;
  readonly isComplete: boolean | null;
  /** URL of the next older document; empty if there is none. */
  readonly previous: string;
  /** URL of the subscription document, as an archive says it; empty if nothing is said. */
  readonly current: string | null;
};

/** What one format says of an item; null is what it cannot say, or does not have to. */
export type ItemReading = {
  readonly id: string;
  /** What a reader opens. */
  readonly link: string;
  /** The item's own page. */
  readonly page: string | null;
  readonly title: string;
  /** HTML, or a digest of it once it has been checked; empty when there is none. */
  readonly html: string;
  /** Plain text, beside the HTML or instead of it; empty when there is none. */
  readonly summary: string;
  readonly authors: readonly string[];
  /** Names of section and tags, as people call them. */
  readonly categories: readonly string[];
  /** URL, media type and length in bytes of each file that goes with it. */
  readonly enclosures: readonly string[];
  /** Absolute URLs of its files and pictures, and of the channels it is filed in. */
  readonly related: readonly string[];
  /** BCP 47; empty when it is that of the feed. */
  readonly language: string;
  readonly licence: string | null;
  /** Seconds since 1970; NaN when it cannot be read. */
  readonly published: number;
  /** Like `published`. */
  readonly updated: number;
};

export type FeedAt = {
  /** Decoded URL path of the document. */
  readonly path: string;
  readonly feed: FeedReading;
};

/** A feed and how its parts stand to its items. */
export type ParsedFeed = {
  readonly feed: FeedReading;
  /** Null if the parts between the first and the last are not one item each. */
  readonly pieces: ParsedPieces | null;
};

export type ParsedPieces = {
  /** Namespaces that the head declares, as `prefix=namespace`. */
  readonly declared: ReadonlySet<string>;
  /** Namespaces that each piece takes from its surroundings. */
  readonly needed: readonly (readonly string[])[];
};
