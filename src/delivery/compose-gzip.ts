import type { Bytes } from "./representation.ts";

/** RFC 1952 §2.3: deflate, no name, no time (every machine makes the same bytes), best compression, no system. */
const HEADER = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
/** RFC 1951 §3.2.3: an empty block that says it is the last. */
const LAST_BLOCK = new Uint8Array([3, 0]);
const TRAILER_BYTES = 8;

/**
 * Makes a gzip body of texts that were deflated one by one (RFC 1952).
 *
 * @param parts raw deflate, each ending on a byte's border with a block that is not the last
 * @param crc CRC-32 of the joined texts
 * @param identityBytes length of the joined texts
 */
export function composeGzip(parts: readonly Bytes[], crc: number, identityBytes: number): Bytes {
  const body = new Uint8Array(gzipBytesOf(parts));
  let offset = 0;
  for (const piece of [HEADER, ...parts, LAST_BLOCK]) {
    body.set(piece, offset);
    offset += piece.length;
  }
  const trailer = new DataView(body.buffer, offset);
  trailer.setUint32(0, crc, true);
  trailer.setUint32(4, identityBytes, true);
  return body;
}

export function gzipBytesOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, HEADER.length + LAST_BLOCK.length + TRAILER_BYTES);
}
