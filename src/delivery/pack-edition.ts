import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Document } from "../documents/document.ts";
import { textOf } from "../documents/text-of.ts";
import type { Move } from "../edition/edition.ts";
import type { Media } from "../edition/media.ts";
import { Blobs, type Made } from "./blobs.ts";
import { writeByteStrings, writeNumbers } from "./byte-strings.ts";
import { compareBytes } from "./compare-bytes.ts";
import { gzipBytesOf } from "./compose-gzip.ts";
import { brotlied, deflatedPart, gzipped } from "./compress.ts";
import { DeliveryError } from "./delivery-error.ts";
import { etagOf, strongEtagOf } from "./etag-of.ts";
import { isServable } from "./is-servable.ts";
import { MAGIC, type PackedBody, type PackedRow, START_BYTES, VERSION } from "./packed-format.ts";
import type { Bytes, Status } from "./representation.ts";
import { documentHeaders, mediaHeaders } from "./representation-headers.ts";
import { SideBySide } from "./side-by-side.ts";
import { WholeDocuments } from "./whole-documents.ts";

export type { Made } from "./blobs.ts";

/** All that is served. */
export type Published = {
  /** Walked through once, and no text is kept. Feeds that are polled most come first: see `WholeDocuments`. */
  readonly documents: Iterable<Document>;
  readonly media: readonly Media[];
  readonly moves: readonly Move[];
};

export type PackSettings = {
  /** Of a document's path, cut to whole seconds here, which is all that HTTP dates have; null for no Last-Modified. */
  readonly lastModifiedOf: (path: string) => Date | null;
  /** 0 to 11; 11 for a deploy, less where somebody waits for the build. */
  readonly brotliQuality: number;
  /** Of an earlier call with the same quality: what has not changed is taken from there. */
  readonly made?: Made;
};

export type Packed = {
  /** The file, one piece after the other: see `packed-format.ts`. Not joined, because it is large. */
  readonly pieces: readonly Uint8Array[];
  /** Of the whole file. */
  readonly byteLength: number;
  /** How many. */
  readonly documents: number;
  /** For a later call: some of the pieces. */
  readonly made: Made;
};

/**
 * Writes everything that is served as one file; `unpackEdition` reads it. For the build: needs Node.
 *
 * @throws {DeliveryError} if a path or a link cannot be served, or two have one path
 */
export async function packEdition(published: Published, settings: PackSettings): Promise<Packed> {
  const packing = new Packing(settings);
  let documents = 0;
  for (const document of published.documents) {
    packing.addDocument(document);
    documents += 1;
  }
  for (const media of published.media) packing.addMedia(media);
  return { documents, ...(await packing.finish(published.moves)) };
}

/** As many as Node has threads for. */
const COMPRESSORS = 4;

/** The best brotli takes sixteen times as long as the one below, for some 8 % fewer bytes: it is for what is polled most. */
const BEST_BYTES_MAX = 2_000_000;
const NEXT_QUALITY = 9;

class Packing {
  readonly #settings: PackSettings;
  readonly #whole = new WholeDocuments();
  #wholeBytes = 0;
  readonly #compressors = new SideBySide(COMPRESSORS);
  readonly #blobs: Blobs;
  readonly #lines = new Map<string, number>();
  readonly #rows = new Map<string, PackedRow>();
  /** Blobs of the parts of feeds in one format, each of which stands in many. Kept no longer than that format is written. */
  readonly #feedParts = new Map<string, number>();
  #feedFormat = "";

  constructor(settings: PackSettings) {
    this.#settings = settings;
    this.#blobs = new Blobs(settings.made ?? new Map());
  }

  addDocument(document: Document): void {
    const { path, parts } = document;
    const etag = etagOf(document);
    const lastModified = this.#settings.lastModifiedOf(path);
    const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
    this.#addRow(path, [
      STATUSES[document.kind] ?? 200,
      etag,
      lastModified && Math.floor(lastModified.getTime() / 1000),
      this.#placeLines(documentHeaders(document)),
      this.#whole.takes(document, bytes)
        ? this.#packWhole(textOf(document), etag)
        : this.#packComposed(document, bytes),
    ]);
  }

  addMedia(media: Media): void {
    const lines = this.#placeLines(mediaHeaders(media));
    this.#addRow(media.path, [
      200,
      strongEtagOf(media.bytes),
      null,
      lines,
      ["media", this.#blobs.add(media.bytes)],
    ]);
  }

  async finish(moves: readonly Move[]): Promise<Omit<Packed, "documents">> {
    const rows = Array.from(this.#rows, ([path, row]) => ({ path: encoder.encode(path), row }));
    rows.sort((a, b) => compareBytes(a.path, b.path));
    const pieces = [
      rows.map(({ path }) => path),
      rows.map(({ row }) => encoder.encode(JSON.stringify(row))),
      Array.from(this.#lines.keys(), (line) => encoder.encode(line)),
      await this.#blobs.finish(),
      [encoder.encode(JSON.stringify(moves))],
    ].flatMap(writeByteStrings);
    const made = new Map(Array.from(this.#blobs.numbers(), ([key, number]) => [key, this.#blobs.at(number)]));
    const file = [startOf(pieces), ...pieces];
    return { pieces: file, byteLength: file.reduce((sum, { length }) => sum + length, 0), made };
  }

  #addRow(path: string, row: PackedRow): void {
    if (!isServable(path)) throw new DeliveryError({ reason: "unservable-path", path });
    if (this.#rows.has(path)) throw new DeliveryError({ reason: "duplicate-path", path });
    this.#rows.set(path, row);
  }

  /** Each line is kept once, however many documents have it. */
  #placeLines(headers: Readonly<Record<string, string>>): readonly number[] {
    return Object.entries(headers).map(([name, value]) => {
      const line = `${name}: ${value}`;
      const number = this.#lines.get(line) ?? this.#lines.size;
      this.#lines.set(line, number);
      return number;
    });
  }

  #packWhole(text: string, etag: string): PackedBody {
    const bytes = encoder.encode(text);
    const { brotliQuality } = this.#settings;
    this.#wholeBytes += bytes.length;
    const quality =
      this.#wholeBytes <= BEST_BYTES_MAX ? brotliQuality : Math.min(brotliQuality, NEXT_QUALITY);
    return [
      "whole",
      this.#blobs.add(bytes),
      this.#blobs.addOnce(`gzip ${etag}`, () => this.#compressors.run(() => gzipped(bytes))),
      this.#blobs.addOnce(`br ${etag}`, () => this.#compressors.run(() => brotlied(bytes, quality))),
    ];
  }

  #packComposed({ kind, mediaType, parts }: Document, bytes: number): PackedBody {
    const isFeed = kind === "feed" || kind === "archive";
    if (mediaType !== this.#feedFormat) this.#feedParts.clear();
    this.#feedFormat = mediaType;
    const filled = parts.filter((part) => part !== "");
    const numbers = filled.map((part) => (isFeed ? this.#addFeedPart(part) : this.#addPart(part)));
    const list = this.#blobs.add(writeNumbers(numbers));
    const gzipBytes = gzipBytesOf(numbers.map((number) => this.#blobs.at(number)));
    const crc = filled.reduce((sum, part) => crc32(part, sum), 0);
    return ["composed", list, bytes, gzipBytes, crc];
  }

  #addFeedPart(part: string): number {
    const number = this.#feedParts.get(part) ?? this.#addPart(part);
    this.#feedParts.set(part, number);
    return number;
  }

  #addPart(part: string): number {
    const text = encoder.encode(part);
    return this.#blobs.addOnce(digestOf(text), () => deflatedPart(text));
  }
}

const STATUSES: Partial<Record<Document["kind"], Status>> = { gone: 410, missing: 404 };

const encoder = new TextEncoder();

/** Parts are known by it, so that their texts need not be kept. */
function digestOf(text: Uint8Array): string {
  return createHash("sha256").update(text).digest("base64");
}

function startOf(pieces: readonly Uint8Array[]): Bytes {
  const start = new Uint8Array(START_BYTES);
  start.set(encoder.encode(MAGIC));
  start[MAGIC.length] = VERSION;
  const length = pieces.reduce((sum, piece) => sum + piece.length, START_BYTES);
  new DataView(start.buffer).setUint32(MAGIC.length + 1, length, true);
  return start;
}
