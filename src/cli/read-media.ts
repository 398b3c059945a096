import { createHash } from "node:crypto";
import { extname } from "node:path";
import { imageSize } from "image-size";
import { mediaTypeOf } from "../articles/media-types.ts";
import type { Media, PictureSize } from "../edition/media.ts";

/**
 * A file as it is published: its address changes with its bytes, so that it may be kept for ever.
 *
 * @param file path below `data/`
 * @param saidType the media type that an article gives it, for an ending that says none
 */
export function readMedia(file: string, bytes: Uint8Array, saidType?: string): Media {
  const ending = extname(file).toLowerCase();
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const picture = measure(bytes);
  const named = mediaTypeOf(file) ?? saidType ?? "application/octet-stream";
  return {
    path: `/media/${digest}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ""}`,
    // What a picture is called counts less than what it is.
    mediaType: named.startsWith("image/") ? (picture?.mediaType ?? named) : named,
    bytes: new Uint8Array(bytes),
    size: named.startsWith("image/") ? (picture?.size ?? null) : null,
  };
}

/** Null where the bytes are no picture that can be measured. */
function measure(
  bytes: Uint8Array,
): { readonly mediaType: string | undefined; readonly size: PictureSize } | null {
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
