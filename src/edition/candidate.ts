import type { Article, ArticleCorrection } from "../articles/article.ts";
import type { Filing } from "../newswire/filing.ts";

/** What was read from `data/` and is to become an item once the ledger has given it an id. */
export type Candidate = ArticleCandidate | HeadlineCandidate;

export type ArticleCandidate = Source & {
  readonly kind: "article";
  readonly titleDerived: boolean;
  readonly byline: string | null;
  readonly dateline: string | null;
  /** Plain text; at least one on a newswire page. */
  readonly paragraphs: readonly string[];
  /** What a Markdown file says; null on a newswire page. */
  readonly markdown: MarkdownSource | null;
};

export type HeadlineCandidate = Source & {
  readonly kind: "headline";
  /** Where the story is, absolute http(s), if the page says so. */
  readonly address?: string;
};

type Source = Filing & {
  /** Path below `data/`, `/` as divider: `newswire/seed.txt`. */
  readonly file: string;
  /** 1-based. */
  readonly lineNumber: number;
  /** Plain text, never empty. */
  readonly title: string;
  /** Explicit dates as precise as the source: `2026-01-16`, `2026-01-16T09:30:00`, `2026-01-16T09:30:00Z`. */
  readonly published?: string;
  readonly updated?: string;
  /** Whether a date in the future is meant: it was written into front matter, not found in a text. */
  readonly mayWait: boolean;
};

export type MarkdownSource = {
  readonly article: Article;
  /** The body as typed: what is compared, so that another way of rendering it is no edit. */
  readonly text: string;
  /** Digests of the files it shows, by their path below `data/`: a new picture is an edit. */
  readonly media: Readonly<Record<string, string>>;
  /** What `digestText` gives, where that is known already. */
  readonly digest?: string;
};

/** What a text says of its own mistakes, oldest first. */
export function correctionsIn(candidate: Candidate): readonly ArticleCorrection[] {
  return candidate.kind === "article" ? (candidate.markdown?.article.corrections ?? []) : [];
}
