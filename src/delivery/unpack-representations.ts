import { DeliveryError } from "./delivery-error.ts";
import { INDEX_START_BYTES, MAGIC, type PackedIndex, type PackedRow, VERSION } from "./packed-format.ts";
import type { Representation, Store } from "./representation.ts";

/**
 * Reads what `packRepresentations` wrote. Bodies are views of the file: nothing is copied or decoded, and what is never asked
 * for stays a row of the index.
 *
 * @throws {DeliveryError} if the file is another one, of another version, or not whole
 */
export function unpackRepresentations(packed: ArrayBuffer): Store {
  const index = readIndex(packed);
  const rows = new Map<string, { readonly row: PackedRow; readonly offset: number }>();
  let offset = INDEX_START_BYTES + indexLength(packed);
  for (const row of index.rows) {
    rows.set(row[0], { row, offset });
    offset += row[4] + row[5] + row[6];
  }
  if (offset !== packed.byteLength) {
    throw new DeliveryError({ reason: "cut-short", bytes: packed.byteLength, expectedBytes: offset });
  }

  const asked = new Map<string, Representation>();
  return (path) => {
    const known = asked.get(path);
    if (known) return known;
    const found = rows.get(path);
    if (!found) return undefined;
    const representation = unpackRow(found.row, index, packed, found.offset);
    asked.set(path, representation);
    return representation;
  };
}

/**
 * The paths of what `packRepresentations` wrote, in its order.
 *
 * @throws {DeliveryError} like `unpackRepresentations`
 */
export function listPaths(packed: ArrayBuffer): readonly string[] {
  return readIndex(packed).rows.map(([path]) => path);
}

function readIndex(packed: ArrayBuffer): PackedIndex {
  const decoder = new TextDecoder();
  const start = new Uint8Array(packed, 0, Math.min(packed.byteLength, INDEX_START_BYTES));
  if (start.length < INDEX_START_BYTES || decoder.decode(start.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new DeliveryError({ reason: "not-packed" });
  }
  const version = start[MAGIC.length] ?? 0;
  if (version !== VERSION) throw new DeliveryError({ reason: "other-version", version, expected: VERSION });
  const length = indexLength(packed);
  const expectedBytes = INDEX_START_BYTES + length;
  if (packed.byteLength < expectedBytes) {
    throw new DeliveryError({ reason: "cut-short", bytes: packed.byteLength, expectedBytes });
  }
  return JSON.parse(decoder.decode(new Uint8Array(packed, INDEX_START_BYTES, length)));
}

function indexLength(packed: ArrayBuffer): number {
  return new DataView(packed).getUint32(MAGIC.length + 1, true);
}

function unpackRow(row: PackedRow, index: PackedIndex, packed: ArrayBuffer, offset: number): Representation {
  const [path, etag, seconds, places, identityBytes, gzipBytes, brBytes] = row;
  const lastModified = seconds === null ? null : new Date(seconds * 1000);
  const gzipOffset = offset + identityBytes;
  const brOffset = gzipOffset + gzipBytes;
  return {
    path,
    etag,
    lastModified,
    headers: {
      ...Object.fromEntries(places.flatMap((place) => index.headers.slice(place, place + 1))),
      ETag: etag,
      ...(lastModified && { "Last-Modified": lastModified.toUTCString() }),
    },
    bodies: {
      identity: new Uint8Array(packed, offset, identityBytes),
      gzip: gzipBytes > 0 ? new Uint8Array(packed, gzipOffset, gzipBytes) : null,
      br: brBytes > 0 ? new Uint8Array(packed, brOffset, brBytes) : null,
    },
  };
}
