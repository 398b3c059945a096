import { join } from "node:path";
import { etagOf } from "../delivery/etag-of.ts";
import { type Made, type Packed, packEdition } from "../delivery/pack-edition.ts";
import type { Document } from "../documents/document.ts";
import { movesOf } from "../documents/moves-of.ts";
import { renderDocuments } from "../documents/render-documents.ts";
import type { Scripts } from "../documents/scripts.ts";
import { describeChange } from "../edition/change.ts";
import { foundLedger } from "../edition/found-ledger.ts";
import type { Ledger } from "../edition/ledger.ts";
import { bundleScripts } from "./bundle-scripts.ts";
import { type CompiledEdition, compileEdition } from "./compile-edition.ts";
import { DataReader } from "./data-reader.ts";
import { isServed } from "./loopback.ts";
import { ASSETS } from "./pack-folder.ts";
import { PreviewPacks } from "./preview-packs.ts";
import { type Data, describeFileProblem } from "./read-data.ts";
import { bundleWorker, replaceRepresentations, writeWorker } from "./write-worker.ts";

/** Somebody waits for the save to show; the deployed Worker is packed tighter. */
const BROTLI_QUALITY = 4;
/** The next save waits meanwhile. */
const TAKEN_UP_MS_MAX = 20_000;

/**
 * What `npm start` serves: the edition as `data/` is now, under the address it listens on. It goes on from the
 * committed ledger in memory only, so that half-typed saves mint nothing that lasts.
 */
export class Preview {
  /** Folder of the Worker. Whoever serves it reads it again as soon as anything changes in it. */
  readonly worker: string;
  /** Folder of what the Worker fetches. */
  readonly assets: string;
  /** Folder of packs, below `assets`. Wherever else something changes below `assets`, whoever serves it reads everything again. */
  readonly packs: string;
  readonly #out: string;
  readonly #url: string;
  readonly #reader: DataReader;
  readonly #packStore: PreviewPacks;
  /** The committed ledger that `#ledger` goes on from; undefined before it was read. */
  #committed: Ledger | null | undefined;
  #ledger: Ledger | null = null;
  #shown: ReadonlySet<string> = new Set();
  /** What is served, compressed: only what changed is made anew. */
  #made: Made | undefined;
  #scripts: Scripts | undefined;
  #hasMistake = false;

  /** @param data folder of the publication; @param out folder the Worker is written to; @param url origin it is served from */
  constructor(data: string, out: string, url: string) {
    this.#reader = new DataReader(data, url);
    this.#out = out;
    this.#url = url;
    this.worker = join(out, "worker");
    this.assets = join(out, ASSETS);
    this.#packStore = new PreviewPacks(this.assets);
    this.packs = this.#packStore.folder;
  }

  /** Writes the Worker with the first edition. Throws what is wrong with `data/`: there is no last good edition yet. */
  async start(): Promise<void> {
    const compiled = await this.#compile();
    await this.#packStore.clear();
    const packed = await this.#pack(compiled);
    await writeWorker(this.worker, await bundleWorker(), packed.pieces);
    this.#accept(compiled, packed);
  }

  /** Puts the newest state of `data/` in place; where that has a mistake, says so and leaves the last good edition. */
  async refresh(): Promise<void> {
    try {
      const compiled = await this.#compile();
      const packed = await this.#pack(compiled);
      await replaceRepresentations(this.worker, packed.pieces, join(this.#out, "next.bin"));
      const changed = firstChanged(packed.made.documents.keys(), this.#made?.documents ?? new Map());
      this.#accept(compiled, packed);
      await this.#removeOldPacks(changed);
    } catch (error) {
      this.#hasMistake = true;
      console.error(error instanceof Error ? error.message : String(error));
      console.error("The last good edition goes on being served");
    }
  }

  async #compile(): Promise<CompiledEdition> {
    const data = await this.#reader.read();
    return compileEdition({ ...data, ledger: this.#goOnFrom(data) }, new Date(), "ingest");
  }

  async #pack(compiled: CompiledEdition): Promise<Packed> {
    this.#scripts ??= await bundleScripts();
    return packPreview(compiled, this.#scripts, this.#packStore, this.#made);
  }

  /** Whoever serves it lists them when it reads the edition, and has done so once it answers with it. */
  async #removeOldPacks(changed: Document | undefined): Promise<void> {
    if (changed === undefined || !this.#packStore.hasOld) return;
    const url = new URL(this.#url);
    url.pathname = changed.path;
    // If it takes longer, they are removed after a later save.
    if (await isServed(url.href, etagOf(changed), TAKEN_UP_MS_MAX)) await this.#packStore.removeOld();
  }

  /** The preview's own ledger, or the committed one if somebody has ingested meanwhile. */
  #goOnFrom({ ledger }: Data): Ledger {
    // Unchanged it is the very same.
    if (this.#ledger !== null && ledger === this.#committed) return this.#ledger;
    this.#committed = ledger;
    this.#ledger = ledger ?? foundLedger(crypto.randomUUID(), new Date());
    return this.#ledger;
  }

  #accept({ ledger, changes, problems }: CompiledEdition, { made }: Packed): void {
    if (this.#hasMistake) console.log("The mistake is mended: the newest edition is served");
    this.#hasMistake = false;
    this.#ledger = ledger;
    this.#made = made;
    for (const change of changes) console.log(describeChange(change));
    const described = problems.map(describeFileProblem);
    for (const line of described) if (!this.#shown.has(line)) console.error(line);
    this.#shown = new Set(described);
  }
}

/** @param made of the edition before, from which is taken what has not changed */
export async function packPreview(
  { edition, lastModifiedOf }: CompiledEdition,
  scripts: Scripts,
  packs: PreviewPacks,
  made: Made | undefined,
): Promise<Packed> {
  const { media } = edition;
  const moves = movesOf(edition);
  const packed = await packEdition(
    { documents: renderDocuments(edition, scripts), media, moves },
    { lastModifiedOf, brotliQuality: BROTLI_QUALITY, packs, isFollowed: true, ...(made && { made }) },
  );
  packs.finish();
  return packed;
}

/** By which an edition can be told from the one before; undefined if it can't. */
function firstChanged(
  documents: Iterable<Document>,
  before: ReadonlyMap<Document, unknown>,
): Document | undefined {
  const now = new Set(documents);
  const others = [...before.keys()].filter((document) => !now.has(document));
  const etags = new Map(others.map((document) => [document.path, etagOf(document)]));
  return [...now].find((one) => !before.has(one) && etags.get(one.path) !== etagOf(one));
}
