import type { ContentReading } from "./check-content.ts";
import type { FeedReading } from "./feed-reading.ts";
import type { ListingReading } from "./listing-reading.ts";

/** What was learned of a document by reading it alone. */
export type DocumentReading =
  | { readonly is: "feed"; readonly feed: FeedReading }
  | { readonly is: "page"; readonly links: readonly string[]; readonly ids: ReadonlySet<string> }
  | { readonly is: "listing"; readonly listing: ListingReading };

/**
 * What was learned of documents that nothing was said against. All that depends on other documents or on the time is judged again
 * from it.
 */
export type Learned = {
  /** By path. */
  readonly documents: ReadonlyMap<string, LearnedDocument>;
  /** Of the items' HTML, by its digest. */
  readonly contents: ReadonlyMap<string, ContentReading>;
};

export type LearnedDocument = {
  /** Of the document as it was. */
  readonly version: string;
  readonly reading: Exclude<DocumentReading, { readonly is: "listing" }>;
};

export const NOTHING_LEARNED: Learned = { documents: new Map(), contents: new Map() };
