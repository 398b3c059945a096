import type { Status } from "./representation.ts";

/**
 * The one file that holds everything that is served, for a Worker that imports it as bytes. Nothing in it has to be read before
 * it is asked for, so that a Worker starts as fast with ten thousand documents as with ten:
 *
 *     8 bytes   "teleprt" and the version
 *     4 bytes   length of the file, little-endian
 *     paths     of all that is served, UTF-8, sorted by their bytes
 *     rows      of each path, in the same order: a `PackedRow` as JSON
 *     lines     of headers, `Name: value`, UTF-8, each once
 *     blobs     bodies, and the parts that bodies are composed of
 *     moves     one string: JSON of `Move[]`
 *
 * The last five are lists of byte strings, see `byte-strings.ts`.
 */
export const MAGIC = "teleprt";
export const VERSION = 2;
export const START_BYTES = 12;

export type PackedRow = readonly [
  status: Status,
  etag: string,
  /** Seconds since 1970, null for none. */
  lastModified: number | null,
  /** Numbers of `lines`; ETag and Last-Modified are not among them. */
  lines: readonly number[],
  body: PackedBody,
];

/** `identity`, `gzip`, `br`, `list` and `bytes` are numbers of `blobs`. */
export type PackedBody =
  /** An empty gzip or brotli body is none. */
  | readonly ["whole", identity: number, gzip: number, br: number]
  /** The list is the numbers of the parts' blobs, 4 bytes each, little-endian; see `compose-gzip.ts`. */
  | readonly ["composed", list: number, identityBytes: number, gzipBytes: number, crc: number]
  | readonly ["media", bytes: number];
