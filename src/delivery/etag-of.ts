import { createHash } from "node:crypto";
import type { Document } from "../documents/document.ts";

/**
 * The weak ETag of a document, with its quotes: `W/"` 16 hex digits `"`. From the content alone, so that it is the same on
 * every machine and for every encoding. Weak, because proxies that recompress weaken strong ones and readers keep one.
 */
export function etagOf(document: Document): string {
  const digest = createHash("sha256").update(`${document.mediaType}\n${document.text}`).digest("hex");
  return `W/"${digest.slice(0, 16)}"`;
}
