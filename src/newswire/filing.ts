/** Under what a page's items are filed. Plain text, as typed. */
export type Filing = {
  readonly section?: string;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly language?: string;
  readonly source?: ItemSource;
};

/** Who delivered a text, such as an agency. */
export type ItemSource = { readonly name: string; readonly url?: string };
