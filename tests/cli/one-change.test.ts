import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { type CompiledEdition, compileEdition } from "../../src/cli/compile-edition.ts";
import { DataReader } from "../../src/cli/data-reader.ts";
import type { Data } from "../../src/cli/read-data.ts";
import type { PackStore } from "../../src/delivery/cold-packs.ts";
import { listDocuments } from "../../src/delivery/list-documents.ts";
import { type Made, packEdition } from "../../src/delivery/pack-edition.ts";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import { formatLedger } from "../../src/edition/format-ledger.ts";
import { foundLedger } from "../../src/edition/found-ledger.ts";
import type { Ledger } from "../../src/edition/ledger.ts";
import { parseLedger } from "../../src/edition/parse-ledger.ts";
import { joinPieces } from "../delivery/join-pieces.ts";
import { sampleScripts } from "../documents/sample-scripts.ts";
import { SeededRandom } from "../edition/seeded-random.ts";
import { Publication } from "./edit-publication.ts";
import { temporaryFolder } from "./run-cli.ts";

const HOUR_MS = 3_600_000;
const NAMESPACE = "2b1f3c58-3a50-4f0e-9c1b-5f3c7a1d9e02";

/** With nothing that was ever seen before: every object is new. */
async function compileAfresh(folder: string, ledger: Ledger, now: Date, mode: "ingest" | "build") {
  const data: Data = await new DataReader(folder, undefined, null).read();
  return compileEdition({ ...data, ledger: parseLedger(formatLedger(ledger)) }, now, mode);
}

function published({ edition, ledger, problems, changes, ledgerIsBehind }: CompiledEdition) {
  const documents = Array.from(
    renderDocuments(edition, sampleScripts),
    ({ parts, shows: _, ...document }) => ({
      ...document,
      text: parts.join(""),
    }),
  );
  const media = edition.media.map(({ path, byteLength }) => ({ path, byteLength }));
  return { documents, media, ledger: formatLedger(ledger), problems, changes, ledgerIsBehind };
}

/** Small, so that little fits into the Worker, and some of all lies in each of its places. */
const BUDGET = { everything: 60_000, wholeFeeds: 30_000, composed: 15_000 };

/** A process that packs one edition after the other. */
class Packer implements PackStore {
  readonly #packs = new Map<string, Uint8Array>();
  readonly #names = new Map<string, string>();
  #made: Made | undefined;

  get hasPacks(): boolean {
    return this.#packs.size > 0;
  }

  find(key: string): string | undefined {
    return this.#names.get(key);
  }

  async write(name: string, bytes: Uint8Array, key: string): Promise<void> {
    this.#packs.set(name, bytes);
    this.#names.set(key, name);
  }

  /** The file that the Worker imports, which names the packs by what is in them, and what is served from both. */
  async pack({ edition, lastModifiedOf }: CompiledEdition, isFollowed: boolean) {
    const { media, moves } = edition;
    const { pieces, made } = await packEdition(
      { documents: renderDocuments(edition, sampleScripts), media, moves },
      {
        ...{ lastModifiedOf, isFollowed, packs: this, budget: BUDGET, brotliQuality: 0 },
        ...(this.#made && { made: this.#made }),
      },
    );
    this.#made = made;
    const file = joinPieces(pieces);
    const read = (name: string) => new Uint8Array(this.#packs.get(name) ?? []).buffer;
    const served = Array.from(listDocuments(file.buffer, read), ({ parts, ...document }) => ({
      ...document,
      text: parts.join(""),
    }));
    return { file: Buffer.from(file), served: new Map(served.map((document) => [document.path, document])) };
  }
}

/** Withdraws the first item that can be, now and then. */
function perhapsWithdrawn(ledger: Ledger, now: Date, random: SeededRandom): Ledger {
  const item = ledger.items.find(
    ({ removed, withdrawn }) => removed === undefined && withdrawn === undefined,
  );
  if (item === undefined || !random.chance(0.15)) return ledger;
  const at = `${now.toISOString().slice(0, 19)}Z`;
  const items = ledger.items.map((one) =>
    one === item ? { ...one, withdrawn: { at, reason: "It was wrong" } } : one,
  );
  return { ...ledger, items };
}

test("however a publication changes, what is made with memory of what was made before is what is made without", async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const folder = temporaryFolder();
    const random = new SeededRandom(seed);
    const publication = new Publication(folder, random);
    const reader = new DataReader(folder, undefined, null);
    let nowMs = Date.parse("2026-01-16T09:00:00Z");
    let ledger = foundLedger(NAMESPACE, new Date(nowMs));
    for (let step = 0; step < 8; step += 1) {
      const now = new Date(nowMs);
      const data = { ...(await reader.read()), ledger };
      for (const mode of ["ingest", "build"] as const) {
        const compiled = compileEdition({ ...data, ledger }, now, mode);
        const fresh = await compileAfresh(folder, ledger, now, mode);
        expect({ seed, step, mode, ...published(compiled) }).toEqual({
          seed,
          step,
          mode,
          ...published(fresh),
        });
        if (mode === "ingest") ledger = perhapsWithdrawn(compiled.ledger, now, random);
      }
      nowMs += random.between(1, 60) * HOUR_MS;
      if (random.chance(0.9)) publication.edit(nowMs);
      // Another one is put in its place, and the very same texts get other dates.
      if (random.chance(0.1)) ledger = foundLedger(NAMESPACE, new Date(nowMs));
    }
  }
});

test("however a publication changes, what is packed with memory of what was packed before is what is packed without", async () => {
  let coldEditions = 0;
  for (let seed = 21; seed <= 26; seed += 1) {
    const folder = temporaryFolder();
    const random = new SeededRandom(seed);
    const publication = new Publication(folder, random);
    const reader = new DataReader(folder, undefined, null);
    const packer = new Packer();
    let nowMs = Date.parse("2026-01-16T09:00:00Z");
    let ledger = foundLedger(NAMESPACE, new Date(nowMs));
    for (let step = 0; step < 8; step += 1) {
      const now = new Date(nowMs);
      const compiled = compileEdition({ ...(await reader.read()), ledger }, now, "ingest");
      const fresh = await compileAfresh(folder, ledger, now, "ingest");
      const packed = await packer.pack(compiled, true);
      expect(packed.file.equals((await new Packer().pack(fresh, true)).file)).toBe(true);
      // A build, which keeps nothing for a next one, may divide it otherwise.
      expect({ seed, step, served: packed.served }).toEqual({
        seed,
        step,
        served: (await new Packer().pack(fresh, false)).served,
      });
      if (packer.hasPacks) coldEditions += 1;
      ledger = perhapsWithdrawn(compiled.ledger, now, random);
      nowMs += random.between(1, 60) * HOUR_MS;
      publication.edit(nowMs);
    }
  }
  expect(coldEditions).toBeGreaterThan(0);
});

test("what one edit does not touch comes as the very same objects: items, channels, archives, parts of documents", async () => {
  const folder = temporaryFolder();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write("site.yaml", "title: The Wire\nurl: https://wire.test\nfeed: { itemsMax: 4, itemsMin: 1 }\n");
  for (let i = 21; i <= 32; i += 1)
    write(
      `articles/${i}.md`,
      `---\ntitle: Story ${i}\ntags: [${i < 25 ? "Late" : "Early"}]\n---\nText ${i}.\n`,
    );
  const reader = new DataReader(folder, undefined, null);
  const compileAt = async (ledger: Ledger, time: string) =>
    compileEdition({ ...(await reader.read()), ledger }, new Date(time), "ingest");
  const founded = foundLedger(NAMESPACE, new Date("2026-01-16T09:00:00Z"));
  const first = await compileAt(founded, "2026-01-16T09:00:00Z");
  const partsOf = ({ edition }: CompiledEdition) =>
    new Map(Array.from(renderDocuments(edition, sampleScripts), ({ path, parts }) => [path, parts]));
  const partsBefore = partsOf(first);
  write("articles/22.md", "---\ntitle: Story 22\ntags: [Late]\n---\nText 22, edited.\n");
  const second = await compileAt(first.ledger, "2026-01-16T10:00:00Z");
  const partsAfter = partsOf(second);

  const touched = <T extends object>(after: readonly T[], before: readonly T[]) =>
    after.filter((one) => !before.includes(one));
  const [after, before] = [second.edition, first.edition];
  expect(touched(after.items, before.items).map(({ title }) => title)).toEqual(["Story 22"]);
  const channels = touched(after.channels, before.channels).map(({ name }) => name);
  expect(channels).toEqual(["all", "articles", "tags/late", "languages/en"]);
  const [all, allBefore] = [after.channels[0], before.channels[0]];
  expect(allBefore?.archives.length).toBeGreaterThan(1);
  expect(touched(all?.archives ?? [], allBefore?.archives ?? [])).toEqual([]);
  const changed = [...partsAfter].filter(([path, parts]) => partsBefore.get(path) !== parts);
  const feeds = changed.map(([path]) => path).filter((path) => /(?:rss|atom)\.xml$/.test(path));
  expect(feeds.filter((path) => path.includes("archive"))).toEqual([]);
  expect(feeds).toEqual(
    ["", "/articles", "/tags/late", "/languages/en"].flatMap((path) => [
      `${path}/rss.xml`,
      `${path}/atom.xml`,
    ]),
  );
});
