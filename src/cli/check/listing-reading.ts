/** Where a document for machines leads. Absolute URLs. */
export type ListingReading = {
  readonly feeds: readonly string[];
  /** Pages that are there. */
  readonly pages: readonly string[];
  /** Other documents. */
  readonly documents?: readonly string[];
};
