import { setFlagsFromString } from "node:v8";
import { packEdition } from "../delivery/pack-edition.ts";
import type { Document } from "../documents/document.ts";
import { renderDocuments } from "../documents/render-documents.ts";
import { ingestedAt } from "../edition/newest-event.ts";
import { statusOf } from "../edition/status-of.ts";
import { DocumentCheck } from "./check/document-check.ts";
import { describeObjection } from "./check/objection.ts";
import { type CompiledEdition, compileEdition } from "./compile-edition.ts";
import { requireNoneHeld } from "./ingest-data.ts";
import { type Data, describeFileProblem, readData } from "./read-data.ts";
import { requireCurrentLedger, requireLedger } from "./require-ledger.ts";
import { CommandError } from "./run-command.ts";
import { writeWorker } from "./write-worker.ts";

const BROTLI_QUALITY = 11;
// A build makes much that lives shortly beside much that lives long. Left alone, V8 lets the heap grow to a multiple of what is alive.
setFlagsFromString("--heap-growing-percent=40");
const OBJECTIONS_SHOWN_MAX = 20;

/**
 * Builds the Worker of what `data` holds.
 *
 * @param data folder of the publication
 * @param out folder the Worker is written to; what it held stays if anything is wrong
 * @param now what waits for a later time is left out
 * @returns its size in bytes
 * @throws {CommandError} when the ledger is behind, a file has a mistake or a document is broken
 */
export async function buildWorker(data: string, out: string, now: Date): Promise<number> {
  const { edition, ingested, lastModifiedOf } = await compileData(data, now);
  const { site, media, moves } = edition;
  const check = new DocumentCheck(site.url, later(now, ingested));
  const packed = await packEdition(
    { documents: checked(renderDocuments(edition), check), media, moves },
    { lastModifiedOf, brotliQuality: BROTLI_QUALITY },
  );
  const objections = check.finish([...media.map(({ path }) => path), ...moves.map(({ from }) => from)]);
  if (objections.length > 0) {
    const shown = objections.slice(0, OBJECTIONS_SHOWN_MAX).map(describeObjection);
    if (objections.length > shown.length) shown.push(`and ${objections.length - shown.length} more`);
    throw new CommandError(shown.join("\n"), 1);
  }
  const scriptBytes = await writeWorker(out, packed.pieces);
  console.log(
    `Built ${packed.documents} documents for ${site.url} in ${out}: worker.js ${kilobytes(scriptBytes)}, representations.bin ${kilobytes(packed.byteLength)}`,
  );
  const bytes = scriptBytes + packed.byteLength;
  if (bytes > WORKER_BYTES_MAX) {
    console.error(
      `Cloudflare takes ${kilobytes(WORKER_BYTES_MAX)} at most, so this Worker can't be deployed there`,
    );
  }
  return bytes;
}

/** What was read, and the ledger, are not needed any more once this is done, and they are large. */
async function compileData(data: string, now: Date) {
  const read = await readData(data);
  const compiled = compileEdition({ ...read, ledger: requireLedger(read.ledger, data) }, now, "build");
  for (const problem of compiled.problems) console.error(describeFileProblem(problem));
  requireNothingMissing(read, compiled);
  requireCurrentLedger(compiled);
  const { edition, ledger, lastModifiedOf } = compiled;
  return { edition, ingested: ingestedAt(ledger), lastModifiedOf };
}

/** @throws {CommandError} when something that is published would be missing; what was never published keeps nothing else waiting */
function requireNothingMissing({ held }: Data, { ledger, edition }: CompiledEdition): void {
  const living = ledger.items.filter((item) => statusOf(item, edition.at) === "published");
  const missing = [...held].filter((file) => living.some(({ files }) => files[file] !== undefined));
  if (missing.length > 0) requireNoneHeld(missing);
  if (held.size > 0) console.error(`Not in this build, see above: ${[...held].join(", ")}`);
}

/** The documents as they come, each shown to the checker on its way. */
function* checked(documents: Iterable<Document>, check: DocumentCheck): Generator<Document> {
  for (const document of documents) {
    check.add({ ...document, status: STATUS[document.kind] ?? 200 });
    yield document;
  }
}

/** For an instant before the last ingest: what was changed since then is dated after it. */
function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

const STATUS: Partial<Readonly<Record<Document["kind"], number>>> = { gone: 410, missing: 404 };

/** Worker size on every plan: https://developers.cloudflare.com/workers/platform/limits/ */
export const WORKER_BYTES_MAX = 64 * 1024 * 1024;

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
