import { type Made, type Packed, packEdition } from "../delivery/pack-edition.ts";
import { renderDocuments } from "../documents/render-documents.ts";
import { describeChange } from "../edition/change.ts";
import { foundLedger } from "../edition/found-ledger.ts";
import type { Ledger } from "../edition/ledger.ts";
import { type CompiledEdition, compileEdition } from "./compile-edition.ts";
import { DataReader } from "./data-reader.ts";
import { type Data, describeFileProblem } from "./read-data.ts";
import { bundleWorker, writeRepresentations, writeWorker } from "./write-worker.ts";

/** Somebody waits for the save to show; the deployed Worker is packed tighter. */
const BROTLI_QUALITY = 4;

/**
 * What `npm start` serves: the edition as `data/` is now, under the address it listens on. It goes on from the
 * committed ledger in memory only, so that half-typed saves mint nothing that lasts.
 */
export class Preview {
  readonly #reader: DataReader;
  readonly #out: string;
  /** The committed ledger that `#ledger` goes on from; undefined before it was read. */
  #committed: Ledger | null | undefined;
  #ledger: Ledger | null = null;
  #shown: ReadonlySet<string> = new Set();
  /** What is served, compressed: only what changed is made anew. */
  #made: Made | undefined;
  #hasMistake = false;

  /** @param data folder of the publication; @param out folder the Worker is written to; @param url origin it is served from */
  constructor(data: string, out: string, url: string) {
    this.#reader = new DataReader(data, url);
    this.#out = out;
  }

  /** Writes the Worker with the first edition. Throws what is wrong with `data/`: there is no last good edition yet. */
  async start(): Promise<void> {
    const compiled = await this.#compile();
    const packed = await this.#pack(compiled);
    await writeWorker(this.#out, await bundleWorker(), packed.pieces);
    this.#accept(compiled, packed);
  }

  /** Puts the newest state of `data/` in place; where that has a mistake, says so and leaves the last good edition. */
  async refresh(): Promise<void> {
    try {
      const compiled = await this.#compile();
      const packed = await this.#pack(compiled);
      await writeRepresentations(this.#out, packed.pieces);
      this.#accept(compiled, packed);
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

  #pack({ edition, lastModifiedOf }: CompiledEdition): Promise<Packed> {
    const { media, moves } = edition;
    const settings = {
      lastModifiedOf,
      brotliQuality: BROTLI_QUALITY,
      ...(this.#made && { made: this.#made }),
    };
    return packEdition({ documents: renderDocuments(edition), media, moves }, settings);
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
