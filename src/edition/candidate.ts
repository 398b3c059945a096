/** What was read from `data/` and is to become an item once the ledger has given it an id. */
export type Candidate = ArticleCandidate | HeadlineCandidate;

export type ArticleCandidate = Source & {
  readonly kind: "article";
  readonly titleDerived: boolean;
  readonly byline: string | null;
  readonly dateline: string | null;
  /** Plain text, at least one. */
  readonly paragraphs: readonly string[];
};

export type HeadlineCandidate = Source & {
  readonly kind: "headline";
  /** Where the story is, absolute http(s), if the page says so. */
  readonly address?: string;
};

type Source = {
  /** Path below `data/`, `/` as divider: `newswire/seed.txt`. */
  readonly file: string;
  /** 1-based. */
  readonly lineNumber: number;
  /** Plain text, never empty. */
  readonly title: string;
  /** Explicit dates as precise as the source: `2026-01-16`, `2026-01-16T09:30:00`, `2026-01-16T09:30:00Z`. */
  readonly published?: string;
  readonly updated?: string;
};
