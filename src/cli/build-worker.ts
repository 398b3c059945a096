import { setFlagsFromString } from "node:v8";
import { packEdition } from "../delivery/pack-edition.ts";
import type { Document } from "../documents/document.ts";
import { FEED_FORMATS } from "../documents/feed-format.ts";
import { movesOf } from "../documents/moves-of.ts";
import { renderDocuments } from "../documents/render-documents.ts";
import type { Edition } from "../edition/edition.ts";
import { ingestedAt } from "../edition/newest-events.ts";
import { statusOf } from "../edition/status-of.ts";
import { bundleScripts } from "./bundle-scripts.ts";
import { describeObjection, type Objection } from "./check/objection.ts";
import { type CompiledEdition, compileEdition } from "./compile-edition.ts";
import { readCompressed, writeCompressed } from "./compressed-memory.ts";
import { requireNoneHeld } from "./ingest-data.ts";
import { PackFolder } from "./pack-folder.ts";
import { PageWeights } from "./page-weights.ts";
import { describeSizes, FILES_MAX, type Plan } from "./platform-limits.ts";
import { Progress } from "./progress.ts";
import { type Data, describeFileProblem, readData } from "./read-data.ts";
import { requireCurrentLedger, requireLedger } from "./require-ledger.ts";
import { CommandError } from "./run-command.ts";
import { ThreadedCheck } from "./threaded-check.ts";
import { removeUnfinished } from "./write-whole.ts";
import { bundleWorker, writeWorker } from "./write-worker.ts";

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
 * @param plan what Cloudflare takes depends on it
 * @throws {CommandError} when the ledger is behind, a file has a mistake, a document is broken or Cloudflare would refuse the Worker
 */
export async function buildWorker(data: string, out: string, now: Date, plan: Plan = "free"): Promise<void> {
  const progress = new Progress();
  const check = new ThreadedCheck();
  try {
    console.log(await build(data, out, now, plan, progress, check));
    await check.end();
  } finally {
    await check.stop();
    progress.end();
  }
}

/** @returns what to say of it */
async function build(
  data: string,
  out: string,
  now: Date,
  plan: Plan,
  progress: Progress,
  check: ThreadedCheck,
): Promise<string> {
  progress.begin("Reading");
  const { edition, ingested, lastModifiedOf, deltasOf } = await compileData(data, now);
  const { site, media } = edition;
  const moves = movesOf(edition);
  await check.begin(out, site.url, later(now, ingested));
  const weights = new PageWeights();
  const folder = new PackFolder(out);
  progress.begin("Rendering and checking", documentsIn(edition));
  const packed = await packEdition(
    {
      documents: checked(renderDocuments(edition, await bundleScripts()), check, weights, progress),
      media,
      moves,
    },
    {
      lastModifiedOf,
      deltasOf,
      brotliQuality: BROTLI_QUALITY,
      packs: folder,
      made: { bodies: await readCompressed(out) },
    },
  );
  progress.begin("Checking how documents go together");
  requireNone(await check.finish([...media.map(({ path }) => path), ...moves.map(({ from }) => from)]));
  const script = await bundleWorker();
  const representations = packed.byteLength;
  const sizes = describeSizes({ script: script.length, representations, packs: folder.sizes }, plan);
  progress.begin("Writing");
  await removeUnfinished(out);
  await writeWorker(out, script, packed.pieces);
  await folder.finish(FILES_MAX[plan]);
  await writeCompressed(out, packed.made.bodies);
  const { summary, warnings } = weights.describe();
  for (const warning of warnings) console.error(warning);
  return `Built ${packed.documents} documents for ${site.url} in ${out}: ${sizes}\n${summary}`;
}

/** Nearly. */
function documentsIn({ channels, items, gone }: Edition): number {
  const archives = channels.reduce((sum, channel) => sum + channel.archives.length, 0);
  return (channels.length + archives) * FEED_FORMATS.length + channels.length + items.length + gone.length;
}

/** @throws {CommandError} that says what is wrong */
function requireNone(objections: readonly Objection[]): void {
  if (objections.length === 0) return;
  const shown = objections.slice(0, OBJECTIONS_SHOWN_MAX).map(describeObjection);
  if (objections.length > shown.length) shown.push(`and ${objections.length - shown.length} more`);
  throw new CommandError(shown.join("\n"), 1);
}

/** What was read, and the ledger, are not needed any more once this is done, and they are large. */
async function compileData(data: string, now: Date) {
  const read = await readData(data);
  const compiled = compileEdition({ ...read, ledger: requireLedger(read.ledger, data) }, now, "build");
  for (const problem of compiled.problems) console.error(describeFileProblem(problem));
  requireNothingMissing(read, compiled);
  requireCurrentLedger(compiled);
  const { edition, ledger, lastModifiedOf, deltasOf } = compiled;
  return { edition, ingested: ingestedAt(ledger), lastModifiedOf, deltasOf };
}

/** @throws {CommandError} when something that is published would be missing; what was never published keeps nothing else waiting */
function requireNothingMissing({ held }: Data, { ledger, edition }: CompiledEdition): void {
  const living = ledger.items.filter((item) => statusOf(item, edition.at) === "published");
  const missing = [...held].filter((file) => living.some(({ files }) => files[file] !== undefined));
  if (missing.length > 0) requireNoneHeld(missing);
  if (held.size > 0) console.error(`Not in this build, see above: ${[...held].join(", ")}`);
}

/** The documents as they come, each shown to the checker on its way. */
function* checked(
  documents: Iterable<Document>,
  check: ThreadedCheck,
  weights: PageWeights,
  progress: Progress,
): Generator<Document> {
  for (const document of documents) {
    check.add(document);
    weights.add(document);
    yield document;
    progress.step();
  }
  progress.begin("Compressing");
}

/** For an instant before the last ingest: what was changed since then is dated after it. */
function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
