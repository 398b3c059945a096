import { composeGzip, gzipBytesOf } from "./compose-gzip.ts";
import { crcShift, joinCrcs } from "./join-crcs.ts";
import type { Bytes, ComposedBody } from "./representation.ts";

/**
 * The same text with another beginning, without undoing what is compressed: the first of its parts goes, and a short text comes in its
 * place as it is.
 *
 * @param before the text of the first part, ASCII
 * @param after what comes in its place, ASCII, at most 65,535 characters
 */
export function changeOpening(body: ComposedBody, before: string, after: string): ComposedBody {
  const [removed, added] = [encoder.encode(before), encoder.encode(after)];
  const restBytes = body.identityBytes - removed.length;
  const shift = crcShift(restBytes);
  // Joining is adding without carry, so to join once more takes away again.
  const restCrc = joinCrcs(crc32(removed), body.crc, shift);
  const crc = joinCrcs(crc32(added), restCrc, shift);
  const identityBytes = added.length + restBytes;
  const parts = () => [storedBlock(added), ...body.parts().slice(1)];
  const gzip = () => composeGzip(parts(), crc, identityBytes);
  return { is: "composed", identityBytes, gzipBytes: gzipBytesOf(parts()), crc, parts, gzip };
}

/** RFC 1951 §3.2.4: bytes as they are, in a block that is not the last. */
function storedBlock(bytes: Uint8Array): Bytes {
  const block = new Uint8Array(5 + bytes.length);
  const view = new DataView(block.buffer);
  view.setUint16(1, bytes.length, true);
  view.setUint16(3, ~bytes.length & 0xffff, true);
  block.set(bytes, 5);
  return block;
}

/** RFC 1952 §8. Of a few bytes: a table would take longer to make. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

const encoder = new TextEncoder();
