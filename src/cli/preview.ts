import type { Representation } from "../delivery/representation.ts";
import { describeChange } from "../edition/change.ts";
import { formatLedger } from "../edition/format-ledger.ts";
import { foundLedger } from "../edition/found-ledger.ts";
import type { Ledger } from "../edition/ledger.ts";
import type { Site } from "../edition/site.ts";
import { type CompiledEdition, compileEdition, makeRepresentations } from "./compile-edition.ts";
import { type Data, describeFileProblem, readData } from "./read-data.ts";
import { writeRepresentations, writeWorker } from "./write-worker.ts";

/** Somebody waits for the save to show; the deployed Worker is packed tighter. */
const BROTLI_QUALITY = 4;

/**
 * What `npm start` serves: the edition as `data/` is now, under the address it listens on. It goes on from the
 * committed ledger in memory only, so that half-typed saves mint nothing that lasts.
 */
export class Preview {
  readonly #data: string;
  readonly #out: string;
  readonly #url: string;
  /** The committed ledger's text that `#ledger` goes on from. */
  #committed = "";
  #ledger: Ledger | null = null;
  #shown: ReadonlySet<string> = new Set();
  /** What is served, by path: only what changed is made anew. */
  #served: ReadonlyMap<string, Representation> = new Map();
  #hasMistake = false;

  /** @param data folder of the publication; @param out folder the Worker is written to; @param url origin it is served from */
  constructor(data: string, out: string, url: string) {
    this.#data = data;
    this.#out = out;
    this.#url = url;
  }

  /** Writes the Worker with the first edition. Throws what is wrong with `data/`: there is no last good edition yet. */
  async start(): Promise<void> {
    const compiled = await this.#compile();
    const representations = await makeRepresentations(compiled, BROTLI_QUALITY);
    await writeWorker(this.#out, representations);
    this.#accept(compiled, representations);
  }

  /** Puts the newest state of `data/` in place; where that has a mistake, says so and leaves the last good edition. */
  async refresh(): Promise<void> {
    try {
      const compiled = await this.#compile();
      const representations = await makeRepresentations(compiled, BROTLI_QUALITY, this.#served);
      await writeRepresentations(this.#out, representations);
      this.#accept(compiled, representations);
    } catch (error) {
      this.#hasMistake = true;
      console.error(error instanceof Error ? error.message : String(error));
      console.error("The last good edition goes on being served");
    }
  }

  async #compile(): Promise<CompiledEdition> {
    const data = await readData(this.#data);
    return compileEdition(
      { ...data, site: atAddress(data.site, this.#url), ledger: this.#goOnFrom(data) },
      new Date(),
    );
  }

  /** The preview's own ledger, or the committed one if somebody has ingested meanwhile. */
  #goOnFrom({ ledger }: Data): Ledger {
    const committed = ledger === null ? "" : formatLedger(ledger);
    if (this.#ledger !== null && committed === this.#committed) return this.#ledger;
    this.#committed = committed;
    this.#ledger = ledger ?? foundLedger(crypto.randomUUID(), new Date());
    return this.#ledger;
  }

  #accept({ ledger, changes, problems }: CompiledEdition, representations: readonly Representation[]): void {
    if (this.#hasMistake) console.log("The mistake is mended: the newest edition is served");
    this.#hasMistake = false;
    this.#ledger = ledger;
    this.#served = new Map(representations.map((representation) => [representation.path, representation]));
    for (const change of changes) console.log(describeChange(change));
    const described = problems.map(describeFileProblem);
    for (const line of described) if (!this.#shown.has(line)) console.error(line);
    this.#shown = new Set(described);
  }
}

/** The same publication with its links leading here, so that they can be clicked. Ids don't depend on the address. */
function atAddress(site: Site, url: string): Site {
  const home = site.home.startsWith(`${site.url}/`) ? url + site.home.slice(site.url.length) : site.home;
  return { ...site, url, home };
}
