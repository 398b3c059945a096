import type { Article } from "../../src/articles/article.ts";
import type { ArticleCandidate, Candidate, HeadlineCandidate } from "../../src/edition/candidate.ts";
import { markdownCandidate } from "../../src/edition/candidates-of.ts";
import { closeArchives } from "../../src/edition/close-archives.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { fileItems } from "../../src/edition/file-items.ts";
import { foundLedger } from "../../src/edition/found-ledger.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { makeEdition } from "../../src/edition/make-edition.ts";
import { type Reconciled, reconcile } from "../../src/edition/reconcile.ts";
import type { Site } from "../../src/edition/site.ts";

export const NAMESPACE = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";
export const START = new Date("2026-01-16T09:30:00Z");
export const HOUR_MS = 60 * 60 * 1000;

export function emptyLedger(): Ledger {
  return foundLedger(NAMESPACE, new Date("2026-01-01T00:00:00Z"));
}

export function later(hours: number): Date {
  return new Date(START.getTime() + hours * HOUR_MS);
}

export function headline(
  file: string,
  title: string,
  more: Partial<HeadlineCandidate> = {},
): HeadlineCandidate {
  return { kind: "headline", file, lineNumber: 1, title, tags: [], mayWait: false, ...more };
}

export function headlines(file: string, titles: readonly string[]): readonly HeadlineCandidate[] {
  return titles.map((title, i) => headline(file, title, { lineNumber: i + 1 }));
}

export function article(
  file: string,
  title: string,
  paragraphs: readonly string[],
  more: Partial<ArticleCandidate> = {},
) {
  const facts = {
    titleDerived: false,
    byline: null,
    dateline: null,
    tags: [],
    mayWait: false,
    markdown: null,
  };
  return { kind: "article" as const, file, lineNumber: 1, title, paragraphs, ...facts, ...more };
}

/** A Markdown file whose body is these paragraphs. */
export function markdown(
  file: string,
  title: string,
  paragraphs: readonly string[],
  more: Partial<Article> = {},
): ArticleCandidate {
  const article: Article = {
    title,
    titleDerived: false,
    authors: [],
    tags: [],
    enclosures: [],
    corrections: [],
    silent: false,
    body: paragraphs.map((text) => `<p>${text}</p>`),
    bodyFiles: [],
    paragraphs,
    ...more,
  };
  return markdownCandidate(file, article, { text: paragraphs.join("\n\n") }, {});
}

/** What a run of ingest at `now` leaves, and the edition of that moment. Bytes of an item are those of its words. */
export function publish(site: Site, ledger: Ledger, candidates: readonly Candidate[], now: Date) {
  const reconciled = reconcile(ledger, candidates, now, site.timeZone);
  const filed = fileItems(reconciled.ledger, reconciled.matches, site, now);
  const opened = makeEdition(site, filed.ledger, filed.matches, now);
  const closed = closeArchives(filed.ledger, opened, ledger, () => 1000);
  const editionAt = (at: Date): Edition => makeEdition(site, closed, filed.matches, at);
  return { ...reconciled, ledger: closed, matches: filed.matches, edition: editionAt(now), editionAt };
}

/** The id of what stands on a page under a title now. */
export function idOf({ matches }: Reconciled, title: string, file?: string): string | undefined {
  return matches.find(({ candidates }) =>
    candidates.some((one) => one.title === title && (file === undefined || one.file === file)),
  )?.record.id;
}

/** Ten headlines that have little in common. */
export const TITLES: readonly string[] = [
  "Harbour crane collapse closes two basins",
  "Central bank holds interest rates steady",
  "River towns brace for spring floods",
  "Museum returns stolen bell to Norden",
  "Ferries stop at noon as storm nears",
  "Schumer urges halt to immigration raids",
  "Yen volatility raises fresh market concerns",
  "Court rejects appeal over timber licences",
  "Vaccine trial shows promise in children",
  "Orchestra cancels tour after funding cut",
];
