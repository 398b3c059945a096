import type { PackedHead } from "./packed-format.ts";
import { PACK_NAME_BYTES, PLACE_BYTES } from "./packed-format.ts";
import { type PackedFile, readHeaders } from "./read-packed-file.ts";
import type { Bytes, ColdRepresentation } from "./representation.ts";

/** What the file that the Worker imports says of a path that lies in a pack. */
export type ColdPlace = Pick<ColdRepresentation, "status" | "etag" | "lastModified" | "headers"> & {
  /** Name of the pack. */
  readonly pack: string;
};

/** What is written of it. */
export type PlaceRecord = {
  /** Number of the pack. */
  readonly pack: number;
  readonly etag: string;
  /** Seconds since 1970, null for none. */
  readonly lastModified: number | null;
  /** Number of the head. */
  readonly head: number;
};

/** @param number of the path among the cold ones */
export function readColdPlace(file: PackedFile, number: number): ColdPlace {
  const all = file.places.at(0);
  const place = new DataView(all.buffer, all.byteOffset + number * PLACE_BYTES, PLACE_BYTES);
  const [status, strength, lines]: PackedHead = JSON.parse(
    new TextDecoder().decode(file.heads.at(place.getUint32(16, true))),
  );
  const etag = `${strength === "weak" ? "W/" : ""}"${hexOf(all.subarray(number * PLACE_BYTES + 4, number * PLACE_BYTES + 12))}"`;
  const seconds = place.getUint32(12, true) || null;
  return {
    pack: readPackName(file, place.getUint32(0, true)),
    status,
    etag,
    lastModified: seconds === null ? null : new Date(seconds * 1000),
    headers: readHeaders(file, [status, etag, seconds, lines]),
  };
}

export function writePlaces(records: readonly PlaceRecord[]): Bytes {
  const bytes = new Uint8Array(records.length * PLACE_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [index, { pack, etag, lastModified, head }] of records.entries()) {
    const start = index * PLACE_BYTES;
    view.setUint32(start, pack, true);
    bytes.set(bytesOf(etag.slice(etag.indexOf('"') + 1, -1)), start + 4);
    view.setUint32(start + 12, lastModified ?? 0, true);
    view.setUint32(start + 16, head, true);
  }
  return bytes;
}

/** Of all packs that the file refers to. */
export function readPackNames(file: PackedFile): readonly string[] {
  return Array.from({ length: file.packs.at(0).length / PACK_NAME_BYTES }, (_, number) =>
    readPackName(file, number),
  );
}

function readPackName(file: PackedFile, number: number): string {
  const start = number * PACK_NAME_BYTES;
  return hexOf(file.packs.at(0).subarray(start, start + PACK_NAME_BYTES));
}

/** @param names hex digits */
export function writePackNames(names: readonly string[]): Bytes {
  const bytes = new Uint8Array(names.length * PACK_NAME_BYTES);
  for (const [index, name] of names.entries()) bytes.set(bytesOf(name), index * PACK_NAME_BYTES);
  return bytes;
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
