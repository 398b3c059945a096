import { extname } from "node:path";
import { imageSize } from "image-size";
import { mediaTypeOf } from "../articles/media-types.ts";
import type { Media, PictureSize } from "../edition/media.ts";
import { digestBytes } from "./open-file.ts";

/** What the bytes of a file say by themselves. */
export type MediaFacts = {
  /** See `digestBytes`. */
  readonly digest: string;
  readonly byteLength: number;
  /** Null where they are no picture that can be measured. */
  readonly picture: { readonly mediaType: string | undefined; readonly size: PictureSize } | null;
};

export function measureMedia(bytes: Uint8Array): MediaFacts {
  return { digest: digestBytes(bytes), byteLength: bytes.length, picture: measure(bytes) };
}

/**
 * A file as it is published: its address changes with its bytes, so that it may be kept for ever.
 *
 * @param file path below `data/`
 * @param open reads it; asked once, when the bytes are wanted
 * @param saidType the media type that an article gives it, for an ending that says none
 */
export function readMedia(
  file: string,
  { digest, byteLength, picture }: MediaFacts,
  open: () => Uint8Array<ArrayBuffer>,
  saidType?: string,
): Media {
  const ending = extname(file).toLowerCase();
  const named = mediaTypeOf(file) ?? saidType ?? "application/octet-stream";
  const isPicture = named.startsWith("image/");
  let opened: Uint8Array<ArrayBuffer> | undefined;
  return {
    path: `/media/${digest.slice(0, 16)}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ""}`,
    // What a picture is called counts less than what it is.
    mediaType: isPicture ? (picture?.mediaType ?? named) : named,
    byteLength,
    get bytes() {
      opened ??= open();
      return opened;
    },
    size: isPicture ? (picture?.size ?? null) : null,
  };
}

/** Null where the bytes are no picture that can be measured. */
function measure(bytes: Uint8Array): MediaFacts["picture"] {
  try {
    const { width, height, type = "", orientation = 1 } = imageSize(bytes);
    if (!Number.isFinite(width) || !Number.isFinite(height) || width <= 0 || height <= 0) return null;
    // EXIF: from 5 on the picture is shown lying on its side.
    const size = orientation >= 5 ? { width: height, height: width } : { width, height };
    return { mediaType: mediaTypeOf(`picture.${type}`) ?? undefined, size };
  } catch {
    return null;
  }
}
