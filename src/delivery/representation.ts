/** A document ready to be sent (RFC 9110 §8): everything about it is decided before anybody asks. */
export type Representation = {
  /** Decoded URL path, starting with `/`. */
  readonly path: string;
  /** Weak, with its quotes: `W/"5f3a..."`. One for all encodings. */
  readonly etag: string;
  /** Whole seconds. Null for pages and assets, which the ledger keeps no history of. */
  readonly lastModified: Date | null;
  /** Sent with a 200, but for what the chosen encoding decides: Content-Encoding and Content-Length. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: Bodies;
};

/** The same text three times. An encoded body is null where it would be no smaller. */
export type Bodies = {
  readonly identity: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer> | null;
  readonly br: Uint8Array<ArrayBuffer> | null;
};

/** A content coding that we have, as the header says it. */
export type Coding = keyof Bodies;

/** Looks up what is served at a decoded path. */
export type Store = (path: string) => Representation | undefined;
