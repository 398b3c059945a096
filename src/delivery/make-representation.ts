import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Document } from "../documents/document.ts";
import { DeliveryError } from "./delivery-error.ts";
import { etagOf } from "./etag-of.ts";
import type { Representation } from "./representation.ts";
import { representationHeaders } from "./representation-headers.ts";

/**
 * Makes a document ready to be sent. For the build: needs Node.
 *
 * @param lastModified cut to whole seconds, which is all that HTTP dates have
 * @param brotliQuality 0 to 11; 11 for a deploy, less where somebody waits for the build
 * @throws {DeliveryError} if its path or a link cannot be served
 */
export async function makeRepresentation(
  document: Document,
  lastModified: Date | null,
  brotliQuality: number,
): Promise<Representation> {
  if (!isServable(document.path)) throw new DeliveryError({ reason: "unservable-path", path: document.path });
  const etag = etagOf(document);
  const wholeSeconds = lastModified && new Date(Math.floor(lastModified.getTime() / 1000) * 1000);
  const identity = new Uint8Array(new TextEncoder().encode(document.text));
  const [zipped, brotlied] = await Promise.all([gzipped(identity), brotli(identity, brotliQuality)]);
  return {
    path: document.path,
    etag,
    lastModified: wholeSeconds,
    headers: representationHeaders(document, etag, wholeSeconds),
    bodies: {
      identity,
      gzip: zipped.length < identity.length ? zipped : null,
      br: brotlied.length < identity.length ? brotlied : null,
    },
  };
}

/** Whether a request for the path, as URL parsers write and we decode it, finds the very same string. */
function isServable(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a header cannot hold them
  if (!path.startsWith("/") || path.includes("//") || /[%?#\\\u0000-\u001f\u007f]/.test(path)) return false;
  if (path.split("/").some((segment) => segment === "." || segment === "..")) return false;
  return path.isWellFormed() && path === path.normalize("NFC");
}

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);

async function gzipped(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const encoded = new Uint8Array(await gzipAsync(bytes, { level: 9 }));
  encoded[9] = 255; // RFC 1952 §2.3.1, OS: unknown, or the bytes would differ from machine to machine; Node writes no time
  return encoded;
}

async function brotli(bytes: Uint8Array, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return new Uint8Array(await brotliAsync(bytes, { params }));
}
