import { createHash } from "node:crypto";
import type { ArticleCandidate, Candidate, MarkdownSource } from "./candidate.ts";
import { compareText } from "./compare-text.ts";

/** 96 bits: equal digests mean equal texts, and a line of the ledger stays readable. */
const DIGEST_CHARS = 16;

const digests = new WeakMap<Candidate, string>();

/** Digest of everything a reader is shown of an item. Made once of each candidate. */
export function digestText(candidate: Candidate): string {
  const known = digests.get(candidate) ?? givenDigest(candidate) ?? digest(shownText(candidate));
  digests.set(candidate, known);
  return known;
}

function givenDigest(candidate: Candidate): string | undefined {
  return candidate.kind === "article" ? candidate.markdown?.digest : undefined;
}

/** Digests of an article's paragraphs, in their order; of a headline none. */
export function digestParagraphs(candidate: Candidate): readonly string[] {
  return candidate.kind === "article" ? candidate.paragraphs.map(digest) : [];
}

/** What an item's id is made from; line feeds divide, which no text of ours contains. */
export function shownText(candidate: Candidate): string {
  if (candidate.kind === "article" && candidate.markdown !== null)
    return markdownText(candidate, candidate.markdown);
  const parts = [candidate.kind, candidate.title];
  if (candidate.kind === "headline") parts.push(candidate.address ?? "");
  else {
    parts.push(candidate.titleDerived ? "derived" : "", candidate.byline ?? "", candidate.dateline ?? "");
    for (const paragraph of candidate.paragraphs) parts.push(paragraph);
  }
  return parts.join("\n");
}

/** Where it is filed, under which licence and at which address is nothing a reader reads. */
function markdownText(
  { title, titleDerived }: ArticleCandidate,
  { article, text, media }: MarkdownSource,
): string {
  const { authors, summary, image, enclosures, link, corrections } = article;
  const files = Object.entries(media).sort(([a], [b]) => compareText(a, b));
  const facts = { text, titleDerived, authors, summary, image, enclosures, link, corrections, files };
  return ["markdown", title, JSON.stringify(facts)].join("\n");
}

/** 96 bits of SHA-256. */
export function digest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64url").slice(0, DIGEST_CHARS);
}
