import { etagOf } from "../delivery/etag-of.ts";
import { makeRepresentation } from "../delivery/make-representation.ts";
import type { Representation } from "../delivery/representation.ts";
import type { Document } from "../documents/document.ts";
import { renderDocuments } from "../documents/render-documents.ts";
import type { Change } from "../edition/change.ts";
import { formatLedger } from "../edition/format-ledger.ts";
import type { Ledger } from "../edition/ledger.ts";
import { makeEdition } from "../edition/make-edition.ts";
import { reconcile } from "../edition/reconcile.ts";
import { recordDocuments } from "../edition/record-documents.ts";
import type { Data, FileProblem } from "./read-data.ts";

/** All that follows from `data/` at one moment. */
export type CompiledEdition = {
  /** The ledger as it has to be for these documents; the given one if nothing is new. */
  readonly ledger: Ledger;
  /** Whether that differs from the ledger given. */
  readonly ledgerIsBehind: boolean;
  readonly changes: readonly Change[];
  readonly problems: readonly FileProblem[];
  readonly documents: readonly Document[];
};

/**
 * Takes what was read through identity to documents. Writes nothing.
 *
 * @param now what is new is dated by it
 */
export function compileEdition(data: Data & { readonly ledger: Ledger }, now: Date): CompiledEdition {
  const {
    ledger: reconciled,
    matches,
    changes,
    problems,
  } = reconcile(data.ledger, data.candidates, now, data.site.timeZone);
  const edition = makeEdition(data.site, reconciled, matches);
  const documents = renderDocuments(edition);
  const etags = new Map(
    documents.filter(({ kind }) => kind === "feed").map((document) => [document.path, etagOf(document)]),
  );
  const ledger = recordDocuments(reconciled, etags, now);
  return {
    ledger,
    ledgerIsBehind: formatLedger(ledger) !== formatLedger(data.ledger),
    changes,
    problems: [...data.problems, ...problems],
    documents,
  };
}

/** How many documents are compressed side by side: enough for every core, and each holds some megabytes. */
const SIDE_BY_SIDE = 16;

/**
 * Makes every document ready to be sent, dated as the ledger says.
 *
 * @param brotliQuality 0 (fast) to 11 (small)
 * @param made earlier ones by path, taken again where nothing changed
 */
export async function makeRepresentations(
  { documents, ledger }: CompiledEdition,
  brotliQuality: number,
  made: ReadonlyMap<string, Representation> = new Map(),
): Promise<readonly Representation[]> {
  const lastModified = new Map(
    ledger.documents.map(({ path, validators }) => [
      path,
      validators[0] && new Date(validators[0].lastModified),
    ]),
  );
  const make = async (document: Document): Promise<Representation> => {
    const date = lastModified.get(document.path) ?? null;
    const known = made.get(document.path);
    if (known && known.lastModified?.getTime() === date?.getTime() && known.etag === etagOf(document))
      return known;
    return makeRepresentation(document, date, brotliQuality);
  };
  const representations: Representation[] = [];
  for (let at = 0; at < documents.length; at += SIDE_BY_SIDE) {
    for (const one of await Promise.all(documents.slice(at, at + SIDE_BY_SIDE).map(make)))
      representations.push(one);
  }
  return representations;
}
