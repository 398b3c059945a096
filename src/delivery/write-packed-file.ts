import type { Move } from "../edition/edition.ts";
import { writeByteStrings, writeNumbers } from "./byte-strings.ts";
import type { ColdHead } from "./cold-head.ts";
import { type PlaceRecord, writePackNames, writePlaces } from "./cold-places.ts";
import { compareBytes } from "./compare-bytes.ts";
import { gzipBytesOf } from "./compose-gzip.ts";
import type { ComposedEntry, Entry, Stored } from "./entry.ts";
import { joinCrcs } from "./join-crcs.ts";
import {
  MAGIC,
  type PackedBody,
  type PackedComposed,
  type PackedHead,
  type PackedRow,
  START_BYTES,
  VERSION,
} from "./packed-format.ts";
import type { Bytes } from "./representation.ts";

/** What lies in a pack, as the file that the Worker imports says it. */
export type ColdEntry = Pick<ColdHead, "head" | "headers"> & {
  /** Number of the pack. */
  readonly pack: number;
};

export type PackedContent = {
  /** In any order, all their bytes made. */
  readonly entries: readonly Entry[];
  readonly cold: readonly ColdEntry[];
  /** Names of the packs. */
  readonly packs: readonly string[];
  readonly moves: readonly Move[];
};

/** Writes the file that `packed-format.ts` describes, in pieces that follow each other. */
export function writePackedFile({ entries, cold, packs, moves }: PackedContent): readonly Uint8Array[] {
  const writing = new Writing();
  const rows = sorted(entries, (entry) => entry.path).map(({ path, of }) => ({ path, row: writing.row(of) }));
  const places = sorted(cold, ({ head }) => head.path).map(({ path, of }) => ({
    path,
    place: writing.place(of),
  }));
  const pieces = [
    rows.map(({ path }) => path),
    rows.map(({ row }) => encoder.encode(JSON.stringify(row))),
    writing.lines(),
    writing.blobs(),
    [encoder.encode(JSON.stringify(moves))],
    places.map(({ path }) => path),
    [writePlaces(places.map(({ place }) => place))],
    writing.heads(),
    [writePackNames(packs)],
  ].flatMap(writeByteStrings);
  return [startOf(pieces), ...pieces];
}

/** Numbers what rows have in common in the order in which it comes. */
class Writing {
  readonly #lines = new Map<string, number>();
  readonly #heads = new Map<string, number>();
  readonly #blobs = new Map<Stored, number>();

  row(entry: Entry): PackedRow {
    const { status, etag, lastModified, headers, body, deltas } = entry;
    const row = [status, etag, lastModified, this.#placeLines(headers), this.#body(body)] as const;
    if (deltas.length === 0) return row;
    return [...row, deltas.map((delta) => [delta.base, this.#composed(delta.body)] as const)];
  }

  place({ head: { status, etag, lastModified }, headers, pack }: ColdEntry): PlaceRecord {
    const strength = etag.startsWith("W/") ? "weak" : "strong";
    const head: PackedHead = [status, strength, this.#placeLines(headers)];
    return { pack, etag, lastModified, head: numberOf(this.#heads, JSON.stringify(head)) };
  }

  lines(): readonly Uint8Array[] {
    return Array.from(this.#lines.keys(), (line) => encoder.encode(line));
  }

  heads(): readonly Uint8Array[] {
    return Array.from(this.#heads.keys(), (head) => encoder.encode(head));
  }

  blobs(): readonly Uint8Array[] {
    return Array.from(this.#blobs.keys(), ({ bytes }) => bytes);
  }

  /** Each line is kept once, however many documents have it; of links each, since one is the document's own and the others are not. */
  #placeLines(headers: Entry["headers"]): readonly number[] {
    return Object.entries(headers).flatMap(([name, value]) => {
      const values = name === "Link" ? value.split(", ") : [value];
      return values.map((one) => numberOf(this.#lines, `${name}: ${one}`));
    });
  }

  #body(body: Entry["body"]): PackedBody {
    switch (body.is) {
      case "whole":
        return ["whole", this.#blob(body.identity), this.#blob(body.gzip), this.#blob(body.br)];
      case "composed":
        return this.#composed(body);
      case "media":
        return ["media", this.#blob(body.file)];
      case "chunks":
        return ["chunks", body.byteLength, body.names];
    }
  }

  #composed({ parts }: ComposedEntry): PackedComposed {
    const list = this.#blob({ bytes: writeNumbers(parts.map((part) => this.#blob(part))) });
    const identityBytes = parts.reduce((sum, part) => sum + part.identityBytes, 0);
    const crc = parts.reduce((sum, part) => joinCrcs(sum, part.crc, part.crcShift), 0);
    return ["composed", list, identityBytes, gzipBytesOf(parts.map(({ bytes }) => bytes)), crc];
  }

  #blob(stored: Stored): number {
    return numberOf(this.#blobs, stored);
  }
}

function numberOf<T>(numbers: Map<T, number>, value: T): number {
  const number = numbers.get(value) ?? numbers.size;
  numbers.set(value, number);
  return number;
}

function sorted<T>(entries: readonly T[], pathOf: (entry: T) => string) {
  const encoded = entries.map((of) => ({ path: encoder.encode(pathOf(of)), of }));
  return encoded.sort((a, b) => compareBytes(a.path, b.path));
}

function startOf(pieces: readonly Uint8Array[]): Bytes {
  const start = new Uint8Array(START_BYTES);
  start.set(encoder.encode(MAGIC));
  start[MAGIC.length] = VERSION;
  const length = pieces.reduce((sum, piece) => sum + piece.length, START_BYTES);
  new DataView(start.buffer).setUint32(MAGIC.length + 1, length, true);
  return start;
}

const encoder = new TextEncoder();
