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
import { ingestedAt, newestEvent } from "../edition/newest-event.ts";
import { reconcile } from "../edition/reconcile.ts";
import { recordDocuments } from "../edition/record-documents.ts";
import { checkLinks } from "./check-links.ts";
import { checkSelections } from "./check-selections.ts";
import type { Data, FileProblem } from "./read-data.ts";

/** All that follows from `data/` at one moment. */
export type CompiledEdition = {
  /** The ledger as it has to be for this edition; the given one if nothing is new. */
  readonly ledger: Ledger;
  /** Whether `ingest` has something to write; what only the time of day changes is nothing. */
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
  // A build may show a moment before the last ingest; what is in the ledger is there all the same.
  const clock = mode === "build" && now < written ? written : now;
  const reconciled = reconcile(data.ledger, candidates, clock, site.timeZone, held);
  const filed = fileItems(reconciled.ledger, reconciled.matches, site, clock);
  const editionAt = (ledger: Ledger, at: Date) =>
    cleanEdition(makeEdition(site, ledger, filed.matches, at, media));
  const opened = editionAt(filed.ledger, now);
  const closed = mode === "build" ? filed.ledger : withClosedArchives(filed.ledger, opened, data.ledger);
  const edition = closed === filed.ledger ? opened : editionAt(closed, now);

  // What has come due since the ledger was written changes documents, too, without any text having changed.
  const event = newestEvent(data.ledger, written, now);
  const isOfNow = event === null && now >= written;
  const feeds = new Map(renderFeeds(edition).map((document) => [document.path, document]));
  const etags = etagsOf(feeds.values());
  const etagsThen =
    isOfNow || closed !== data.ledger ? etags : etagsOf(renderFeeds(editionAt(closed, written)));
  const isAsWritten = recordDocuments(closed, etagsThen, now) === data.ledger;
  const ledger = recordDocuments(closed, etags, (isAsWritten && event) || now, (path) => {
    const document = feeds.get(path);
    return document === undefined ? null : piecesOf(document);
  });
  return {
    ledger,
    ledgerIsBehind: !isAsWritten && formatLedger(ledger) !== formatLedger(data.ledger),
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

/** By path. */
function etagsOf(documents: Iterable<Document>): ReadonlyMap<string, string> {
  return new Map(Array.from(documents, (document) => [document.path, etagOf(document)]));
}

function lastModifiedIn(validators: readonly Validators[] = []): Date | null {
  const [newest] = validators;
  return newest === undefined ? null : new Date(instantMs(newest.lastModified));
}
