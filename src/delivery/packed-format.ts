import type { Status } from "./representation.ts";

/**
 * A file that holds what is served, for a Worker that has it as bytes: it imports one, and fetches others, the packs, when something
 * in them is asked for. Nothing in it has to be read before it is asked for, so that a Worker starts as fast with a hundred thousand
 * documents as with ten:
 *
 *     8 bytes   "teleprt" and the version
 *     4 bytes   length of the file, little-endian
 *     paths     of what is in the file, UTF-8, sorted by their bytes
 *     rows      of each path, in the same order: a `PackedRow` as JSON
 *     lines     of headers, `Name: value`, UTF-8, each once; those of one name are joined by ", "
 *     blobs     bodies, and the parts that bodies are composed of
 *     moves     one string: JSON of `Move[]`
 *     cold      paths of what lies in packs, UTF-8, sorted by their bytes
 *     places    one string: of each cold path, in the same order, `PLACE_BYTES` that `cold-places.ts` reads
 *     heads     what an answer without a body says of what is cold: a `PackedHead` as JSON, each once
 *     packs     one string: their names, 8 bytes each
 *
 * The last nine are lists of byte strings, see `byte-strings.ts`. A pack is such a file without moves and without anything cold.
 */
export const MAGIC = "teleprt";
export const VERSION = 3;
export const START_BYTES = 12;

export type PackedRow = readonly [
  status: Status,
  etag: string,
  /** Seconds since 1970, null for none. */
  lastModified: number | null,
  /** Numbers of `lines`; ETag and Last-Modified are not among them. */
  lines: readonly number[],
  body: PackedBody,
  deltas?: readonly PackedDelta[],
];

/** `identity`, `gzip`, `br`, `list` and `bytes` are numbers of `blobs`. */
export type PackedBody =
  /** An empty gzip or brotli body is none. */
  | readonly ["whole", identity: number, gzip: number, br: number]
  | PackedComposed
  | readonly ["media", bytes: number]
  /** A large file: the names of files of its own that hold `CHUNK_BYTES` each, the last one the rest. */
  | readonly ["chunks", byteLength: number, names: readonly string[]];

/** The list is the numbers of the parts' blobs, 4 bytes each, little-endian; see `compose-gzip.ts`. */
export type PackedComposed = readonly [
  is: "composed",
  list: number,
  identityBytes: number,
  gzipBytes: number,
  crc: number,
];

export type PackedDelta = readonly [base: string, body: PackedComposed];

/** `lines` are numbers of the file's. */
export type PackedHead = readonly [status: Status, etag: "weak" | "strong", lines: readonly number[]];

/** Pack, ETag (8 bytes), Last-Modified and head. */
export const PLACE_BYTES = 20;

export const CHUNK_BYTES = 4 * 1024 * 1024;

/** Bytes of a pack's name, which is made from its content, and written as twice as many hex digits. */
export const PACK_NAME_BYTES = 8;
