/** What is new in a subscription document since one of its earlier states, as a document of its own (RFC 3229). */
export type Delta = {
  /** ETag of the earlier state, weak, with its quotes: `W/"5f3a..."`. */
  readonly base: string;
  /** Joined they are the text. A part that the document or another delta has, too, is the very same string. */
  readonly parts: readonly string[];
};
