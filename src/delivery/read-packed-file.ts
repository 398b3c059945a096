import { ByteStrings } from "./byte-strings.ts";
import { DeliveryError } from "./delivery-error.ts";
import { MAGIC, type PackedRow, START_BYTES, VERSION } from "./packed-format.ts";

/** The lists of a packed file, nothing of which is decoded yet. */
export type PackedFile = {
  readonly paths: ByteStrings;
  readonly rows: ByteStrings;
  readonly lines: ByteStrings;
  readonly blobs: ByteStrings;
  readonly moves: ByteStrings;
};

/** @throws {DeliveryError} if the file is another one, of another version, or not whole */
export function readPackedFile(packed: ArrayBuffer): PackedFile {
  requireWhole(packed);
  const paths = new ByteStrings(packed, START_BYTES);
  const rows = new ByteStrings(packed, paths.end);
  const lines = new ByteStrings(packed, rows.end);
  const blobs = new ByteStrings(packed, lines.end);
  return { paths, rows, lines, blobs, moves: new ByteStrings(packed, blobs.end) };
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

export function readPath(file: PackedFile, number: number): string {
  return decoder.decode(file.paths.at(number));
}

export function readRow(file: PackedFile, number: number): PackedRow {
  return JSON.parse(decoder.decode(file.rows.at(number)));
}

/** The headers that the row's representation is sent with. */
export function readHeaders(
  file: PackedFile,
  [status, etag, lastModified, lines]: PackedRow,
): Readonly<Record<string, string>> {
  const named = lines.map((number) => {
    const line = decoder.decode(file.lines.at(number));
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)] as const;
  });
  return {
    ...Object.fromEntries(named),
    // An answer that is no 200 has nothing to be compared by (RFC 9110 §13.2.1).
    ...(status === 200 && { ETag: etag }),
    ...(lastModified !== null && { "Last-Modified": new Date(lastModified * 1000).toUTCString() }),
  };
}

const decoder = new TextDecoder();
