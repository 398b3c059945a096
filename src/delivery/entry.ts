import type { Part } from "./parts.ts";
import type { Status } from "./representation.ts";

/** What is said of a path, whatever its body. */
export type EntryHead = {
  readonly path: string;
  readonly status: Status;
  readonly etag: string;
  /** Seconds since 1970, null for none. */
  readonly lastModified: number | null;
  /** But for ETag and Last-Modified. */
  readonly headers: Readonly<Record<string, string>>;
};

/** What is written into a packed file for one path. */
export type Entry = EntryHead & {
  readonly body: EntryBody;
  readonly deltas: readonly EntryDelta[];
};

export type EntryBody =
  | { readonly is: "whole"; readonly identity: Stored; readonly gzip: Stored; readonly br: Stored }
  | ComposedEntry
  | { readonly is: "media"; readonly file: Stored }
  | { readonly is: "chunks"; readonly byteLength: number; readonly names: readonly string[] };

export type ComposedEntry = { readonly is: "composed"; readonly parts: readonly Part[] };

/** A `Delta`, deflated. */
export type EntryDelta = { readonly base: string; readonly body: ComposedEntry };

/** The very same object stands in a file once, however many entries have it. */
export type Stored = {
  /** Empty while it is being made. */
  readonly bytes: Uint8Array;
};
