import type { Filing } from "./filing.ts";
import type { NewswireProblem } from "./problem.ts";

/** One line that points to a story, usually elsewhere. */
export type Headline = {
  /** Plain text: `<` and `&` are letters. Never empty. */
  readonly title: string;
  /** Absolute http(s) address as the page gives it, absent when it gives none. */
  readonly url?: string;
  /** 1-based line of the file the title stands on. */
  readonly lineNumber: number;
};

/** A text with paragraphs and the headlines that stand with it. What the page does not say is null or absent. */
export type Article = {
  /** Null only when there is no body. */
  readonly title: string | null;
  /** True when the title was made from the first sentence. */
  readonly titleDerived: boolean;
  /** Who wrote it, as written, without the word "By". */
  readonly byline: string | null;
  /** `PORT LUMEN (AP)`: taken out of the first paragraph, without the dash. */
  readonly dateline: string | null;
  /** Plain text, each without line ends. */
  readonly paragraphs: readonly string[];
  readonly headlines: readonly Headline[];
  /** As precise as the page: `2026-01-16`, `2026-01-16T09:30:00` (no zone said) or `2026-01-16T09:30:00Z`. */
  readonly published?: string;
  /** Like `published`. */
  readonly updated?: string;
  /** 1-based line the article starts on. */
  readonly lineNumber: number;
};

/** What a newswire page says. */
export type NewswirePage = {
  /** At least one; the first may have no body and only carry headlines. */
  readonly articles: readonly [Article, ...Article[]];
  /** Of everything on the page; null without front matter. */
  readonly frontMatter: PageFrontMatter | null;
  /** In the order of their lines. */
  readonly problems: readonly NewswireProblem[];
};

export type PageFrontMatter = Filing & {
  /** Like `Article.published`; in the future: an embargo. */
  readonly published?: string;
};
