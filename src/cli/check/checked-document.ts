/** A document as it will be served. */
export type CheckedDocument = {
  /** Decoded URL path. */
  readonly path: string;
  readonly mediaType: string;
  readonly text: string;
};
