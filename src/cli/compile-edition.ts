import { etagOf } from "../delivery/etag-of.ts";
import { cleanEdition } from "../documents/clean-edition.ts";
import type { Delta } from "../documents/delta.ts";
import type { Document } from "../documents/document.ts";
import { feedBytes } from "../documents/feed-bytes.ts";
import { renderFeeds } from "../documents/render-channel.ts";
import { piecesOf, selectDeltas } from "../documents/select-deltas.ts";
import type { Change } from "../edition/change.ts";
import { closeArchives } from "../edition/close-archives.ts";
import type { Edition } from "../edition/edition.ts";
import { fileItems } from "../edition/file-items.ts";
import { formatLedger } from "../edition/format-ledger.ts";
import { instantMs } from "../edition/instant.ts";
import type { Ledger, Validators } from "../edition/ledger.ts";
import { makeEdition } from "../edition/make-edition.ts";
import { ingestedAt, newestEvents } from "../edition/newest-events.ts";
import { reconcile } from "../edition/reconcile.ts";
import { recordDocuments } from "../edition/record-documents.ts";
import { checkLinks } from "./check-links.ts";
import { checkSelections } from "./check-selections.ts";
import type { Data, FileProblem } from "./read-data.ts";

/** All that follows from `data/` at one moment. */
export type CompiledEdition = {
  /** The ledger as it has to be for this edition; the given one if nothing is new. */
  readonly ledger: Ledger;
  /** Whether `ingest` has something to write; what only the time of day changes is nothing. Found out when it is asked for. */
  readonly ledgerIsBehind: boolean;
  readonly changes: readonly Change[];
  readonly problems: readonly FileProblem[];
  readonly edition: Edition;
  /** Of a subscription document, by its path; null for everything else. */
  readonly lastModifiedOf: (path: string) => Date | null;
  /** Of a document of this edition. */
  readonly deltasOf: (document: Document) => readonly Delta[];
};

/**
 * Takes what was read through identity to an edition. Writes nothing.
 *
 * @param now what is new is dated by it, and what waits for a later time is left out
 * @param mode `ingest` may change the ledger; `build` takes it as it is, and finds out whether it is behind
 */
export function compileEdition(
  data: Data & { readonly ledger: Ledger },
  now: Date,
  mode: "ingest" | "build",
): CompiledEdition {
  const { site, candidates, held, media } = data;
  const written = ingestedAt(data.ledger);
  // Before the last ingest nothing new can happen: a clock may be a little slow, and a build may show an earlier moment of what there is now.
  const clock = now < written ? written : now;
  const at = mode === "ingest" ? clock : now;
  const reconciled = reconcile(data.ledger, candidates, clock, site.timeZone, held);
  const filed = fileItems(reconciled.ledger, reconciled.matches, site, clock);
  const editionAt = (ledger: Ledger, instant: Date) =>
    cleanEdition(makeEdition(site, ledger, filed.matches, instant, media));
  const opened = editionAt(filed.ledger, at);
  const closed = mode === "build" ? filed.ledger : withClosedArchives(filed.ledger, opened, data.ledger);
  const edition = closed === filed.ledger ? opened : editionAt(closed, at);

  // What has come due since the ledger was written changes documents, too, without any text having changed.
  const events = newestEvents(data.ledger, written, at);
  const feeds = new Map(renderFeeds(edition).map((document) => [document.path, document]));
  const etags = etagsOf(feeds.values());
  const isOfThen = events.size === 0 && at >= written;
  const etagsThen = isOfThen ? etags : etagsOf(renderFeeds(editionAt(closed, written)));
  const isAsWritten = recordDocuments(closed, etagsThen, at) === data.ledger;
  const ledger = recordDocuments(
    closed,
    etags,
    at,
    (path) => {
      const document = feeds.get(path);
      return document === undefined ? null : piecesOf(document);
    },
    shownSince(feeds.values(), events, asRecorded(data.ledger, etagsThen), at),
  );
  return {
    ledger,
    get ledgerIsBehind() {
      return !isAsWritten && formatLedger(ledger) !== formatLedger(data.ledger);
    },
    changes: reconciled.changes,
    problems: [
      ...data.problems,
      ...reconciled.problems,
      ...checkLinks(filed.matches, edition),
      ...checkSelections(site, filed.ledger),
    ],
    edition,
    ...rememberedIn(ledger),
  };
}

/** A function of its own: what it returns lives long, and holds all that the functions beside it hold. */
function rememberedIn({ documents }: Ledger): Pick<CompiledEdition, "lastModifiedOf" | "deltasOf"> {
  const validatorsOf = new Map(documents.map(({ path, validators }) => [path, validators]));
  return {
    lastModifiedOf: (path) => lastModifiedIn(validatorsOf.get(path)),
    deltasOf: (document) => selectDeltas(document, validatorsOf.get(document.path) ?? []),
  };
}

function withClosedArchives(ledger: Ledger, edition: Edition, before: Ledger): Ledger {
  return closeArchives(ledger, edition, before, (item, content) => feedBytes(item, content, edition));
}

/**
 * Whether a document was as the ledger says when that was written: then only time has changed it since. Of one that the ledger does not
 * know yet the document of everything tells, in which all is that can have changed.
 */
function asRecorded(
  { documents }: Ledger,
  etagsThen: ReadonlyMap<string, string>,
): (path: string) => boolean {
  const recorded = new Map(documents.map(({ path, validators: [newest] }) => [path, newest?.etag]));
  const isSame = (path: string) => recorded.get(path) === etagsThen.get(path);
  return (path) => isSame(recorded.has(path) ? path : path.slice(path.lastIndexOf("/")));
}

/** Of the documents of channels in which something has come due: see `recordDocuments`. */
function shownSince(
  feeds: Iterable<Document>,
  events: ReadonlyMap<string, Date>,
  isUnchanged: (path: string) => boolean,
  now: Date,
): ReadonlyMap<string, Date> {
  const since = new Map<string, Date>();
  for (const { path, shows } of feeds) {
    if (shows === undefined) continue;
    const { name, updated } = shows.page.channel;
    const event = events.get(name);
    if (event !== undefined) since.set(path, isUnchanged(path) && updated <= event ? event : now);
  }
  return since;
}

/** By path. */
function etagsOf(documents: Iterable<Document>): ReadonlyMap<string, string> {
  return new Map(Array.from(documents, (document) => [document.path, etagOf(document)]));
}

function lastModifiedIn(validators: readonly Validators[] = []): Date | null {
  const [newest] = validators;
  return newest === undefined ? null : new Date(instantMs(newest.lastModified));
}
