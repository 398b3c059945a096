/**
 * The one file that holds every representation, for a Worker that imports it as bytes:
 *
 *     8 bytes   "teleprt" and the version
 *     4 bytes   length of the index, little-endian
 *     index     JSON, UTF-8
 *     bodies    one after the other: identity, gzip, br of each row, in the order of the rows
 */
export const MAGIC = "teleprt";
export const VERSION = 1;
export const INDEX_START_BYTES = 12;

export type PackedIndex = {
  /** Header lines, each once, however many representations have it. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly rows: readonly PackedRow[];
};

export type PackedRow = readonly [
  path: string,
  etag: string,
  /** Seconds since 1970, null for none. */
  lastModified: number | null,
  /** Places in `PackedIndex.headers`; ETag and Last-Modified are not among them. */
  headers: readonly number[],
  identityBytes: number,
  /** 0 where there is none. */
  gzipBytes: number,
  brBytes: number,
];
