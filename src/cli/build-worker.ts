import { checkDocuments, describeObjection } from "./check/check-documents.ts";
import { compileEdition, makeRepresentations } from "./compile-edition.ts";
import { describeFileProblem, readData } from "./read-data.ts";
import { requireCurrentLedger, requireLedger } from "./require-ledger.ts";
import { CommandError } from "./run-command.ts";
import { writeWorker } from "./write-worker.ts";

const BROTLI_QUALITY = 11;

/**
 * Builds the Worker of what `data` holds.
 *
 * @param data folder of the publication
 * @param out folder the Worker is written to; what it held stays if anything is wrong
 * @throws {CommandError} when the ledger is behind, a document is broken or the Worker is too large
 */
export async function buildWorker(data: string, out: string): Promise<void> {
  const read = await readData(data);
  const compiled = compileEdition({ ...read, ledger: requireLedger(read.ledger, data) }, new Date());
  for (const problem of compiled.problems) console.error(describeFileProblem(problem));
  requireCurrentLedger(compiled);
  const objections = checkDocuments(compiled.documents, read.site.url);
  if (objections.length > 0) {
    throw new CommandError(objections.map(describeObjection).join("\n"), 1);
  }
  const sizes = await writeWorker(out, await makeRepresentations(compiled, BROTLI_QUALITY));
  console.log(
    `Built ${compiled.documents.length} documents for ${read.site.url} in ${out}: worker.js ${kilobytes(sizes.script)}, representations.bin ${kilobytes(sizes.representations)}`,
  );
  const bytes = sizes.script + sizes.representations;
  if (bytes > WORKER_BYTES_MAX) {
    throw new CommandError(
      `Cannot deploy ${kilobytes(bytes)}: Cloudflare takes ${kilobytes(WORKER_BYTES_MAX)} at most`,
      1,
    );
  }
}

/** Worker size on every plan: https://developers.cloudflare.com/workers/platform/limits/ */
const WORKER_BYTES_MAX = 64 * 1024 * 1024;

function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} kB`;
}
