import { createHash } from "node:crypto";
import { extname } from "node:path";
import { imageSize } from "image-size";
import { mediaTypeOf } from "../articles/media-types.ts";
import type { Media, PictureSize } from "../edition/media.ts";

/**
 * A file as it is published: its address changes with its bytes, so that it may be kept for ever.
 *
 * @param file path below `data/`
 */
export function readMedia(file: string, bytes: Uint8Array): Media {
  const ending = extname(file).toLowerCase();
  const mediaType = mediaTypeOf(file) ?? "application/octet-stream";
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return {
    path: `/media/${digest}${/^\.[a-z0-9]{1,8}$/.test(ending) ? ending : ""}`,
    mediaType,
    bytes: new Uint8Array(bytes),
    size: mediaType.startsWith("image/") ? sizeOf(bytes) : null,
  };
}

/** Null where the bytes are no picture that can be measured, whatever the file is called. */
function sizeOf(bytes: Uint8Array): PictureSize | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    if (!Number.isFinite(width) || !Number.isFinite(height) || width <= 0 || height <= 0) return null;
    // EXIF: from 5 on the picture is shown lying on its side.
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch {
    return null;
  }
}
