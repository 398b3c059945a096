import type { Move } from "../edition/edition.ts";

/** A document or a file ready to be sent (RFC 9110 §8): everything about it is decided before anybody asks. */
export type Representation = {
  readonly is: "hot";
  /** Decoded URL path, starting with `/`. */
  readonly path: string;
  readonly status: Status;
  /** With its quotes. Weak for documents, `W/"5f3a..."`, one for all encodings; strong for media, `"5f3a..."`. */
  readonly etag: string;
  /** Whole seconds. Null for all but feeds, which alone the ledger keeps a history of. */
  readonly lastModified: Date | null;
  /** Sent with the status, but for what the answer decides: Content-Encoding, Content-Length, Content-Range. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
  /** What is new since an earlier state, by that state's ETag (weak, with its quotes). Null where there is none to be had. */
  readonly deltas: ReadonlyMap<string, ComposedBody> | null;
};

/** What lies in a pack that may have to be fetched: enough is here to say that nothing has changed. */
export type ColdRepresentation = Pick<
  Representation,
  "path" | "status" | "etag" | "lastModified" | "headers"
> & {
  readonly is: "cold";
  /** Rejects when the pack cannot be had now. */
  readonly load: () => Promise<Representation>;
};

/** 404 is the page for all that is missing, 410 the page of what is gone, 226 a delta. */
export type Status = 200 | 226 | 404 | 410;

export type Body = WholeBody | ComposedBody | MediaBody;

/** The same text three times. An encoded body is null where it would be no smaller. */
export type WholeBody = {
  readonly is: "whole";
  readonly identity: Bytes;
  readonly gzip: Bytes | null;
  readonly br: Bytes | null;
};

/** A text that is kept in compressed parts, which other documents have, too. */
export type ComposedBody = {
  readonly is: "composed";
  readonly identityBytes: number;
  readonly gzipBytes: number;
  /** CRC-32 of the text. */
  readonly crc: number;
  /** Raw deflate, one by one, as `composeGzip` takes them. */
  readonly parts: () => readonly Bytes[];
  /** Puts the parts together: a copy of bytes, nothing is compressed. */
  readonly gzip: () => Bytes;
};

/** A file, sent as it is, whole or in ranges. */
export type MediaBody = {
  readonly is: "media";
  readonly byteLength: number;
  /**
   * @param first place of the first byte
   * @param last place of the last byte; before `first` only in an empty file
   */
  readonly read: (first: number, last: number) => MediaBytes | Promise<MediaBytes>;
};

export type MediaBytes = Bytes | ReadableStream;

export type Bytes = Uint8Array<ArrayBuffer>;

/** A content coding that we have, as the header says it. */
export type Coding = "identity" | "gzip" | "br";

/** What is published, looked up. */
export type Store = {
  /**
   * Whether there is something, and not only the page for what is missing. Never waits, never reads a pack.
   *
   * @param path decoded, in NFC
   */
  readonly has: (path: string) => boolean;
  /** @param path decoded, in NFC */
  readonly find: (path: string) => Representation | ColdRepresentation | undefined;
  /** Read when it is first asked for. */
  readonly moves: () => readonly Move[];
};
