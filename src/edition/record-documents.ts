import { compareText } from "./compare-text.ts";
import { formatInstant, instantMs } from "./instant.ts";
import type { Ledger, LedgerDocument, Validators } from "./ledger.ts";
import { ID_MARK_CHARS, MARK_CHARS, splitMarks } from "./mark-piece.ts";

/** How many are kept of each document: a reader that was away for so many changes gets it whole. */
export const VALIDATORS_MAX = 50;

/** What a feed document is made of, as far as its next deltas have to know it. */
export type Pieces = {
  /** Of its items, in their order: see `markPiece`. */
  readonly marks: readonly string[];
  /** Whether the channel still has the item whose id has this mark, in the document or in an archive. */
  readonly holds: (idMark: string) => boolean;
};

/**
 * Remembers the feed documents' validators. A new ETag gets a Last-Modified of `now`, but at least a second more than
 * the one before it, so that the two always move together. A document that is no longer made keeps its history.
 *
 * @param etags path -> ETag of what is made now
 * @param piecesOf asked for each new record; null where no count is to be kept of what it brought
 * @param shownSince by path, of documents that time has changed: since when they have been as they are now. Meanwhile a build may have
 *   published an ETag that nobody recorded, so that there is a new record even if the ETag is the last one's
 * @returns the same ledger if nothing is new
 */
export function recordDocuments(
  ledger: Ledger,
  etags: ReadonlyMap<string, string>,
  now: Date,
  piecesOf: (path: string) => Pieces | null = () => null,
  shownSince: ReadonlyMap<string, Date> = new Map(),
): Ledger {
  const documents = new Map(ledger.documents.map((document) => [document.path, document]));
  let changed = false;
  for (const [path, etag] of etags) {
    const before = documents.get(path)?.validators ?? [];
    const since = shownSince.get(path);
    if (before[0]?.etag === etag && since === undefined) continue;
    const lastModified = lastModifiedAfter(before, since ?? now);
    documents.set(path, { path, validators: addValidators(before, { etag, lastModified }, piecesOf(path)) });
    changed = true;
  }
  if (!changed) return ledger;
  return { ...ledger, documents: [...documents.values()].sort(byPath) };
}

/** Without the count of what it brought. */
export function withoutParts({ etag, lastModified }: Validators): Validators {
  return { etag, lastModified };
}

function lastModifiedAfter([newest]: readonly Validators[], now: Date): string {
  const earliestMs = newest === undefined ? 0 : instantMs(newest.lastModified) + 1000;
  return formatInstant(new Date(Math.max(now.getTime(), earliestMs)));
}

function addValidators(
  before: readonly Validators[],
  newest: Validators,
  pieces: Pieces | null,
): readonly Validators[] {
  const all = pieces === null ? [newest, ...before.map(withoutParts)] : countPieces(before, newest, pieces);
  return joinOldest(all);
}

/** What of the pieces came with the newest, and what of those before it is still there. */
function countPieces(
  before: readonly Validators[],
  newest: Validators,
  { marks, holds }: Pieces,
): readonly Validators[] {
  // Where no count was kept, nobody knows what is older: then all of it is new.
  if (before[0]?.parts === undefined)
    return [{ ...newest, parts: marks.join("") }, ...before.map(withoutParts)];

  const present = new Set(marks);
  const presentIds = new Set(marks.map(idMarkIn));
  const known = new Set<string>();
  const left: string[] = [];
  const older = before.map((validators): Validators => {
    if (validators.parts === undefined) return validators;
    const kept: string[] = [];
    for (const mark of splitMarks(validators.parts, MARK_CHARS)) {
      if (present.has(mark)) kept.push(mark);
      else if (!presentIds.has(idMarkIn(mark)) && !holds(idMarkIn(mark))) left.push(idMarkIn(mark));
    }
    for (const mark of kept) known.add(mark);
    return { ...validators, parts: kept.join("") };
  });
  const parts = marks.filter((mark) => !known.has(mark)).join("");
  return [{ ...newest, parts, ...(left.length > 0 && { left: left.join("") }) }, ...older];
}

/** Keeps as many as there may be. What came with one that goes came with the oldest that stays, or before. */
function joinOldest(validators: readonly Validators[]): readonly Validators[] {
  const kept = validators.slice(0, VALIDATORS_MAX);
  const oldest = kept.at(-1);
  const gone = validators
    .slice(VALIDATORS_MAX)
    .map(({ parts = "" }) => parts)
    .join("");
  if (oldest?.parts === undefined || gone === "") return kept;
  return [...kept.slice(0, -1), { ...oldest, parts: oldest.parts + gone }];
}

function idMarkIn(mark: string): string {
  return mark.slice(0, ID_MARK_CHARS);
}

function byPath(a: LedgerDocument, b: LedgerDocument): number {
  return compareText(a.path, b.path);
}
