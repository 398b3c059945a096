import type { Document } from "../documents/document.ts";

const FEED_BYTES_MAX = 8_000_000;

/**
 * Decides which documents are stored whole, in three encodings, and which are composed of parts.
 *
 * Whole is fast (a body is sent as it is, in brotli, too) but large: ten thousand articles in eight channels and three formats
 * would be stored 24 times, and a Worker holds 64 MiB. So whole is what is asked for all the time: the feeds in the order given,
 * as far as they fit; the front page; what every page or every wrong address needs.
 */
export class WholeDocuments {
  #feedBytes = 0;

  /** Each document is asked about once. @param bytes of its text, in UTF-8 */
  takes({ kind, path }: Document, bytes: number): boolean {
    if (kind === "asset" || kind === "missing") return true;
    if (kind === "page") return path === "/";
    if (kind !== "feed" || this.#feedBytes + bytes > FEED_BYTES_MAX) return false;
    this.#feedBytes += bytes;
    return true;
  }
}
