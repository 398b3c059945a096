import { createHash } from "node:crypto";
import type { Document } from "../documents/document.ts";

/**
 * The weak ETag of a document, with its quotes: `W/"` 16 hex digits `"`. From the content alone, so that it is the same on
 * every machine and for every encoding. Weak, because proxies that recompress weaken strong ones and readers keep one.
 */
export function etagOf(document: Document): string {
  const known = ofDocuments.get(document);
  if (known !== undefined) return known;
  const etag = etagOfParts(document);
  ofDocuments.set(document, etag);
  return etag;
}

function etagOfParts({ mediaType, parts }: Document): string {
  const known = ofParts.get(parts);
  if (known?.mediaType === mediaType) return known.etag;
  const hash = createHash("sha256").update(`${mediaType}\n`);
  for (const part of parts) hash.update(part);
  const etag = `W/"${hash.digest("hex").slice(0, 16)}"`;
  ofParts.set(parts, { mediaType, etag });
  return etag;
}

/** What has not changed is the very document that it was before, or has the very parts: a text is read once. */
const ofDocuments = new WeakMap<Document, string>();
const ofParts = new WeakMap<readonly string[], { readonly mediaType: string; readonly etag: string }>();

/** The strong ETag of a file: its bytes are always sent as they are, so that parts of it can be joined. */
export function strongEtagOf(bytes: Uint8Array): string {
  return `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
}
