import { Buffer } from "node:buffer";
import type { Delta } from "../documents/delta.ts";
import type { Document } from "../documents/document.ts";
import { textOf } from "../documents/text-of.ts";
import type { Move } from "../edition/edition.ts";
import type { Media } from "../edition/media.ts";
import { BUDGET, type Budget, NO_PACKS } from "./budget.ts";
import { type ColdHead, makeColdHead } from "./cold-head.ts";
import { type ColdItem, ColdPacks, type PackStore } from "./cold-packs.ts";
import { CompressedBodies } from "./compressed-bodies.ts";
import { DeliveryError } from "./delivery-error.ts";
import { documentStatus } from "./document-status.ts";
import type { Entry, EntryBody, EntryHead, Stored } from "./entry.ts";
import { etagOf, strongEtagOf } from "./etag-of.ts";
import { isServable } from "./is-servable.ts";
import { CHUNK_BYTES } from "./packed-format.ts";
import { KeptParts, type Part, Parts } from "./parts.ts";
import { Placement } from "./placement.ts";
import { documentHeaders, mediaHeaders } from "./representation-headers.ts";
import { writePackedFile } from "./write-packed-file.ts";

/** All that is served. */
export type Published = {
  /** Walked through once, and no text is kept. Feeds that are polled most come first: see `Placement`. */
  readonly documents: Iterable<Document>;
  readonly media: readonly Media[];
  readonly moves: readonly Move[];
};

export type PackSettings = {
  /** Of a document's path, cut to whole seconds here, which is all that HTTP dates have; null for no Last-Modified. */
  readonly lastModifiedOf: (path: string) => Date | null;
  /** 0 to 11; 11 for a deploy, less where somebody waits for the build. */
  readonly brotliQuality: number;
  /** Of a subscription document that lies in the Worker; asked about each once. None if it is not given. */
  readonly deltasOf?: (document: Document) => readonly Delta[];
  /** Where packs go; without it everything lies in the one file. */
  readonly packs?: PackStore;
  /** What lies in packs, where there are any. */
  readonly budget?: Budget;
  /** Of an earlier call: what has not changed is taken from there. */
  readonly made?: Partial<Made>;
  /** Whether the next edition will be packed by this process, too: then what documents are made of is kept, which fills the memory. */
  readonly isFollowed?: boolean;
};

/** What was made, by what it was made from. */
export type Made = {
  /** None where no edition follows. */
  readonly documents: ReadonlyMap<Document, MadeDocument>;
  readonly parts: KeptParts;
  readonly bodies: ReadonlyMap<string, Stored>;
};

/** What was made of a document. */
type MadeDocument = {
  readonly headers: EntryHead["headers"];
  /** Of its text. */
  readonly bytes: number;
  /** See `ColdItem`. */
  readonly weight: number;
  /** As it was last. */
  head?: EntryHead;
  /** Of that head. */
  cold?: ColdHead;
  /** Made when they are first asked for: not everything that is published is written again. */
  parts?: readonly Part[];
};

export type Packed = {
  /** The file, one piece after the other: see `packed-format.ts`. Not joined, because it is large. */
  readonly pieces: readonly Uint8Array[];
  /** Of the whole file. */
  readonly byteLength: number;
  /** How many. */
  readonly documents: number;
  /** For a later call. */
  readonly made: Made;
};

/**
 * Writes everything that is served as one file, or, where it is much, as one file and packs; `unpackEdition` reads it. For the build:
 * needs Node.
 *
 * @throws {DeliveryError} if a path or a link cannot be served, or two have one path
 */
export async function packEdition(published: Published, settings: PackSettings): Promise<Packed> {
  const packing = new Packing(settings);
  let documents = 0;
  for (const document of published.documents) {
    await packing.addDocument(document);
    documents += 1;
  }
  await packing.addMedia(published.media);
  return { documents, ...(await packing.finish(published.moves)) };
}

/** A file above this has a file of its own beside the packs, or several: who asks for a page must not wait for a film. */
const PACKED_MEDIA_BYTES_MAX = 128 * 1024;

/** About what a text takes, of its bytes: in three encodings, and deflated. */
const WHOLE_SHARE = 1.4;
const DEFLATED_SHARE = 0.3;
/** Path, row and headers. */
const HEAD_BYTES = 300;
/** Of each part beside that: small texts are compressed badly. */
const PART_BYTES = 200;

class Packing {
  readonly #settings: PackSettings;
  readonly #budget: Budget;
  readonly #placement: Placement;
  readonly #parts: Parts;
  readonly #keptParts: KeptParts;
  readonly #documents = new Map<Document, MadeDocument>();
  readonly #bodies: CompressedBodies;
  readonly #packs: ColdPacks | null;
  readonly #paths = new Set<string>();
  readonly #hot: Entry[] = [];
  /** What will lie in packs if not everything fits into the Worker; null as soon as that is known. */
  #waiting: ColdItem[] | null;
  /** Of everything so far. */
  #weight = 0;

  constructor(settings: PackSettings) {
    const { made, packs, brotliQuality, isFollowed } = settings;
    this.#settings = settings;
    this.#budget = packs ? (settings.budget ?? BUDGET) : NO_PACKS;
    this.#placement = new Placement(this.#budget);
    this.#keptParts = made?.parts ?? new KeptParts();
    this.#parts = new Parts(isFollowed ? this.#keptParts : null);
    this.#bodies = new CompressedBodies(made?.bodies ?? new Map(), brotliQuality);
    this.#packs = packs ? new ColdPacks(packs) : null;
    this.#waiting = packs ? [] : null;
  }

  async addDocument(document: Document): Promise<void> {
    const made = this.#madeOf(document);
    const { bytes, weight } = made;
    const head = this.#headOf(document, made);
    if (this.#placement.isWhole(document, bytes)) {
      await this.#addWhole(document, head);
      return;
    }
    const body = () => {
      made.parts ??= this.#parts.of(document, document.parts);
      return { is: "composed", parts: made.parts } as const;
    };
    if (this.#packs === null || isPolled(document)) {
      const composed = body();
      if (this.#placement.takesParts(composed.parts)) {
        this.#hot.push({ ...head, body: composed, deltas: this.#deltasOf(document) });
        await this.#weigh(bytes * DEFLATED_SHARE);
        return;
      }
    }
    if (made.cold?.head !== head) made.cold = makeColdHead(head);
    await this.#addCold({ cold: made.cold, weight, body });
  }

  async addMedia(files: readonly Media[]): Promise<void> {
    await this.#weigh(files.reduce((sum, { byteLength }) => sum + byteLength, 0));
    await this.#packs?.close();
    for (const media of files) {
      // Read once.
      const { bytes } = media;
      const head = servable({
        path: media.path,
        status: 200,
        etag: strongEtagOf(bytes),
        lastModified: null,
        headers: mediaHeaders(media),
      });
      this.#take(head.path);
      const isCold = this.#packs !== null && this.#waiting === null;
      if (isCold && bytes.length <= PACKED_MEDIA_BYTES_MAX) {
        await this.#addCold({
          cold: makeColdHead(head),
          weight: HEAD_BYTES + bytes.length,
          body: () => ({ is: "media", file: { bytes } }),
        });
      } else {
        const body = isCold ? await this.#packChunks(bytes) : ({ is: "media", file: { bytes } } as const);
        this.#hot.push({ ...head, body, deltas: [] });
      }
    }
  }

  async finish(moves: readonly Move[]): Promise<Omit<Packed, "documents">> {
    const { cold, packs } = (await this.#packs?.finish()) ?? { cold: [], packs: [] };
    const waiting = (this.#waiting ?? []).map(({ cold, body }) => ({
      ...cold.head,
      body: body(),
      deltas: [],
    }));
    const bodies = await this.#bodies.finish();
    const pieces = writePackedFile({ entries: [...this.#hot, ...waiting], cold, packs, moves });
    const byteLength = pieces.reduce((sum, { length }) => sum + length, 0);
    this.#keptParts.keepOnly(this.#documents.values());
    return { pieces, byteLength, made: { documents: this.#documents, parts: this.#keptParts, bodies } };
  }

  #madeOf(document: Document): MadeDocument {
    const made = this.#settings.made?.documents?.get(document) ?? makeDocument(document);
    if (this.#settings.isFollowed) this.#documents.set(document, made);
    return made;
  }

  /** The very same one as the last time if it says the same. */
  #headOf(document: Document, made: MadeDocument): EntryHead {
    const { path } = document;
    const date = this.#settings.lastModifiedOf(path);
    const lastModified = date && Math.floor(date.getTime() / 1000);
    if (made.head === undefined || made.head.lastModified !== lastModified) {
      const [status, etag, headers] = [documentStatus(document), etagOf(document), made.headers];
      made.head = servable({ path, status, etag, lastModified, headers });
    }
    this.#take(path);
    return made.head;
  }

  #take(path: string): void {
    if (this.#paths.has(path)) throw new DeliveryError({ reason: "duplicate-path", path });
    this.#paths.add(path);
  }

  async #addWhole(document: Document, head: EntryHead): Promise<void> {
    const bytes = encoder.encode(textOf(document));
    const body = { is: "whole", identity: { bytes }, ...this.#bodies.add(bytes, head.etag) } as const;
    this.#hot.push({ ...head, body, deltas: this.#deltasOf(document) });
    await this.#weigh(bytes.length * WHOLE_SHARE);
  }

  async #addCold(item: ColdItem): Promise<void> {
    if (this.#waiting) this.#waiting.push(item);
    else await this.#packs?.add(item);
    await this.#weigh(item.weight);
  }

  /** As soon as not everything fits into the Worker, what waits goes into packs. */
  async #weigh(weight: number): Promise<void> {
    this.#weight += weight;
    if (this.#waiting === null || this.#weight <= this.#budget.everything) return;
    const waiting = this.#waiting;
    this.#waiting = null;
    for (const item of waiting) await this.#packs?.add(item);
  }

  /** As far as they fit. */
  #deltasOf(document: Document): Entry["deltas"] {
    const deltas = document.kind === "feed" ? (this.#settings.deltasOf?.(document) ?? []) : [];
    return deltas
      .map(({ base, parts }) => ({ base, parts: this.#parts.of(document, parts) }))
      .filter(({ parts }) => this.#placement.takesParts(parts))
      .map(({ base, parts }) => ({ base, body: { is: "composed", parts } }));
  }

  async #packChunks(bytes: Uint8Array): Promise<EntryBody> {
    const names: string[] = [];
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
      const chunk = bytes.subarray(start, start + CHUNK_BYTES);
      const name = await this.#packs?.writeFile(`chunk ${strongEtagOf(chunk)}`, () => chunk);
      if (name !== undefined) names.push(name);
    }
    return { is: "chunks", byteLength: bytes.length, names };
  }
}

function servable(head: EntryHead): EntryHead {
  const { path } = head;
  if (!isServable(path)) throw new DeliveryError({ reason: "unservable-path", path });
  return head;
}

function makeDocument(document: Document): MadeDocument {
  const { parts } = document;
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  const weight = HEAD_BYTES + parts.length * PART_BYTES + bytes * DEFLATED_SHARE;
  return { headers: documentHeaders(document), bytes, weight };
}

/** What machines ask for again and again. */
function isPolled({ kind }: Document): boolean {
  return kind === "feed" || kind === "listing";
}

const encoder = new TextEncoder();
