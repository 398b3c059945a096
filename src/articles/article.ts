import type { Author } from "./author.ts";

/**
 * HTML whose links to files beside it are still open: joined with an address for each of them it is the text that readers
 * get. Sanitised; every other URL in it is absolute.
 */
export type OpenHtml = readonly (string | FileLink)[];

/** Stands where an attribute's value holds the address of a file below `data/`. */
export type FileLink = {
  /** Path below `data/`, `/` as divider: `articles/harbour/crane.jpg`, `articles/floods.md`. */
  readonly file: string;
  /** With its `#`; empty if there is none. */
  readonly fragment: string;
};

/** What a Markdown file says. What it does not say is absent, or an empty list. */
export type Article = {
  /** Plain text, never empty. */
  readonly title: string;
  /** True when the title was made from the first sentence. */
  readonly titleDerived: boolean;
  /** The address the publisher wants, as typed. */
  readonly slug?: string;
  /** As precise as the file: `2026-01-16`, `2026-01-16T09:30:00` or `2026-01-16T09:30:00Z`. In the future: an embargo. */
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly Author[];
  readonly section?: string;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly language?: string;
  /** The publisher's own; plain text. */
  readonly summary?: string;
  readonly image?: ArticleImage;
  readonly enclosures: readonly ArticleEnclosure[];
  /** Where the text was first published, absolute. */
  readonly canonical?: string;
  /** What a link post is about, absolute: readers open it instead of the article's own page. */
  readonly link?: string;
  /** Absolute address of the licence. */
  readonly licence?: string;
  /** Oldest first. */
  readonly corrections: readonly ArticleCorrection[];
  /** A change of the text is none that readers must hear of. */
  readonly silent: boolean;
  readonly body: OpenHtml;
  /** Paths of the files that the body shows or links to, each once, in its order. */
  readonly bodyFiles: readonly string[];
  /** The body's blocks as plain text, in their order; what a summary and a similar text are found by. At least one, if there is any text. */
  readonly paragraphs: readonly string[];
};

/** A file below `data/`, or an absolute address. */
export type MediaLink = FileLink | string;

export type ArticleImage = { readonly src: MediaLink; readonly alt?: string; readonly credit?: string };

export type ArticleEnclosure = {
  readonly src: MediaLink;
  /** Always there for an address elsewhere; of a file we look ourselves. */
  readonly type?: string;
  /** Bytes; like `type`. */
  readonly length?: number;
  readonly title?: string;
  /** Seconds. */
  readonly duration?: number;
};

export type ArticleCorrection = {
  /** As precise as the file. */
  readonly date: string;
  /** Plain text, never empty. */
  readonly note: string;
};
