/** A document as it will be served. */
export type CheckedDocument = {
  /** Decoded URL path. */
  readonly path: string;
  readonly mediaType: string;
  /** HTTP status it is answered with, 200 if nothing is said: 410 for a page that is gone, 404 for the one that is missing. */
  readonly status?: number;
  /**
   * Joined they are the text. A feed may come as its head, one part for each item and its tail: then an item that many
   * feeds share is read once.
   */
  readonly parts: readonly string[];
  /** Tells its status, media type and text from all others, so that it can be remembered by it; one without is always read. */
  readonly version?: string;
};
