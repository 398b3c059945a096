import { compareText } from "./compare-text.ts";
import { formatInstant, instantMs } from "./instant.ts";
import type { Ledger, LedgerDocument, Validators } from "./ledger.ts";

/** How many are kept of each document: a reader that was away for so many changes gets it whole. */
export const VALIDATORS_MAX = 50;

/**
 * Remembers the feed documents' validators. A new ETag gets a Last-Modified of `now`, but at least a second more than
 * the one before it, so that the two always move together. A document that is no longer made keeps its history.
 *
 * @param etags path -> ETag of what is made now
 * @returns the same ledger if no ETag is new
 */
export function recordDocuments(ledger: Ledger, etags: ReadonlyMap<string, string>, now: Date): Ledger {
  const documents = new Map(ledger.documents.map((document) => [document.path, document]));
  let changed = false;
  for (const [path, etag] of etags) {
    const before = documents.get(path)?.validators ?? [];
    if (before[0]?.etag === etag) continue;
    documents.set(path, { path, validators: addValidators(before, etag, now) });
    changed = true;
  }
  if (!changed) return ledger;
  return { ...ledger, documents: [...documents.values()].sort(byPath) };
}

function addValidators(before: readonly Validators[], etag: string, now: Date): readonly Validators[] {
  const newest = before[0];
  const earliestMs = newest === undefined ? 0 : instantMs(newest.lastModified) + 1000;
  const lastModified = formatInstant(new Date(Math.max(now.getTime(), earliestMs)));
  return [{ etag, lastModified }, ...before].slice(0, VALIDATORS_MAX);
}

function byPath(a: LedgerDocument, b: LedgerDocument): number {
  return compareText(a.path, b.path);
}
