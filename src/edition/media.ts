/** A file of `data/` that is published, under an address that changes with its bytes. */
export type Media = {
  /** Decoded path: `/media/3f2a9c1b5d6e7f80.jpg`. */
  readonly path: string;
  readonly mediaType: string;
  readonly byteLength: number;
  /** Perhaps read when they are first asked for. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Null if it is no picture, or its size can't be told. */
  readonly size: PictureSize | null;
};

/** In pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/** A picture that goes with an item or the site. */
export type Picture = {
  /** Absolute. */
  readonly url: string;
  /** Plain text, empty if nothing is said. */
  readonly alt: string;
  readonly credit: string | null;
  /** Null for a picture elsewhere, of which nothing is known. */
  readonly file: { readonly type: string; readonly length: number; readonly size: PictureSize | null } | null;
};
