import { ByteStrings } from "./byte-strings.ts";
import { DeliveryError } from "./delivery-error.ts";
import { MAGIC, type PackedRow, START_BYTES, VERSION } from "./packed-format.ts";
import type { Status } from "./representation.ts";

/** The lists of a packed file, nothing of which is decoded yet. */
export type PackedFile = {
  readonly paths: ByteStrings;
  readonly rows: ByteStrings;
  readonly lines: ByteStrings;
  readonly blobs: ByteStrings;
  readonly moves: ByteStrings;
  readonly cold: ByteStrings;
  readonly places: ByteStrings;
  readonly heads: ByteStrings;
  readonly packs: ByteStrings;
};

type HeadRow = readonly [status: Status, etag: string, lastModified: number | null, lines: readonly number[]];

/** @throws {DeliveryError} if the file is another one, of another version, or not whole */
export function readPackedFile(packed: ArrayBuffer): PackedFile {
  requireWhole(packed);
  const paths = new ByteStrings(packed, START_BYTES);
  const rows = new ByteStrings(packed, paths.end);
  const lines = new ByteStrings(packed, rows.end);
  const blobs = new ByteStrings(packed, lines.end);
  const moves = new ByteStrings(packed, blobs.end);
  const cold = new ByteStrings(packed, moves.end);
  const places = new ByteStrings(packed, cold.end);
  const heads = new ByteStrings(packed, places.end);
  const packs = new ByteStrings(packed, heads.end);
  return { paths, rows, lines, blobs, moves, cold, places, heads, packs };
}

function requireWhole(packed: ArrayBuffer): void {
  const start = new Uint8Array(packed, 0, Math.min(packed.byteLength, START_BYTES));
  if (start.length < START_BYTES || decoder.decode(start.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new DeliveryError({ reason: "not-packed" });
  }
  const version = start[MAGIC.length] ?? 0;
  if (version !== VERSION) throw new DeliveryError({ reason: "other-version", version, expected: VERSION });
  const expectedBytes = new DataView(packed).getUint32(MAGIC.length + 1, true);
  if (packed.byteLength !== expectedBytes) {
    throw new DeliveryError({ reason: "cut-short", bytes: packed.byteLength, expectedBytes });
  }
}

/** @param paths sorted by their bytes @returns its number */
export function findPath(paths: ByteStrings, path: string): number | undefined {
  return paths.find(encodePath(path));
}

/** UTF-8. Nearly every path is ASCII, and to call the encoder costs more than all else that a look-up does. */
function encodePath(path: string): Uint8Array {
  const ascii = new Uint8Array(path.length);
  for (let index = 0; index < path.length; index += 1) {
    const code = path.charCodeAt(index);
    if (code > 0x7f) return encoder.encode(path);
    ascii[index] = code;
  }
  return ascii;
}

export function readPath(paths: ByteStrings, number: number): string {
  return decoder.decode(paths.at(number));
}

export function readRow(file: PackedFile, number: number): PackedRow {
  return JSON.parse(decoder.decode(file.rows.at(number)));
}

/** The headers that the row's representation is sent with. */
export function readHeaders(
  file: PackedFile,
  [status, etag, lastModified, lines]: PackedRow | HeadRow,
): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const number of lines) {
    const line = decoder.decode(file.lines.at(number));
    const colon = line.indexOf(": ");
    const [name, value] = [line.slice(0, colon), line.slice(colon + 2)];
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return {
    ...headers,
    // An answer that is no 200 has nothing to be compared by (RFC 9110 §13.2.1).
    ...(status === 200 && { ETag: etag }),
    ...(lastModified !== null && { "Last-Modified": new Date(lastModified * 1000).toUTCString() }),
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
