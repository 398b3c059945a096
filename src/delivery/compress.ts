import { promisify } from "node:util";
import { brotliCompress, constants, deflateRawSync, gzip } from "node:zlib";
import type { Bytes } from "./representation.ts";

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

/** Empty if the text would get no smaller. */
export async function gzipped(bytes: Uint8Array): Promise<Bytes> {
  const encoded = new Uint8Array(await gzipAsync(bytes, { level: 9, chunkSize: outputBytes(bytes) }));
  encoded[9] = 255; // RFC 1952 §2.3.1, OS: unknown, or the bytes would differ from machine to machine; Node writes no time
  return smaller(encoded, bytes);
}

/** Empty if the text would get no smaller. @param quality 0 to 11 */
export async function brotlied(bytes: Uint8Array, quality: number): Promise<Bytes> {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const encoded = await brotliAsync(bytes, { params, chunkSize: outputBytes(bytes) });
  return smaller(new Uint8Array(encoded), bytes);
}

/**
 * A text as `composeGzip` takes it: raw deflate that refers to nothing before it and can be followed by more. Synchronous, because
 * for texts of a few kilobytes the thread pool costs more than it gives.
 */
export function deflatedPart(bytes: Uint8Array): Bytes {
  // Level 9 takes longer and saves nothing worth counting on texts of a few kilobytes. Copied: what zlib gives stands in a buffer of many times its size.
  return new Uint8Array(deflateRawSync(bytes, { level: 6, finishFlush: constants.Z_FULL_FLUSH }));
}

/** Room for all at once: then the thread that compresses never waits for the one that gives it more room. */
function outputBytes(bytes: Uint8Array): number {
  return bytes.length + 1024;
}

function smaller(encoded: Bytes, bytes: Uint8Array): Bytes {
  return encoded.length < bytes.length ? encoded : new Uint8Array();
}
