import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from "node:zlib";

export type DecodedBody =
  | { readonly is: "decoded"; readonly bytes: Buffer; readonly codings: readonly string[] }
  | {
      readonly is: "undecodable";
      readonly coding: string;
      readonly why: "unknown" | "corrupt" | "too-large";
    };

type Unpack = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

const CODINGS: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ["gzip", gunzipSync],
  ["x-gzip", gunzipSync],
  // Some servers leave the frame out, and readers forgive it.
  ["deflate", (bytes, options) => (isZlib(bytes) ? inflateSync : inflateRawSync)(bytes, options)],
  ["br", brotliDecompressSync],
  ["zstd", zstdDecompressSync],
]);

/** More than anybody applies; each costs what is unpacked. */
const LAYERS_MAX = 3;

/**
 * Takes off what Content-Encoding (RFC 9110 §8.4) says has been put on.
 *
 * @param bytesMax of what is unpacked, at each layer
 */
export function decodeBody(body: Buffer, contentEncoding: string, bytesMax: number): DecodedBody {
  const codings = contentEncoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  let bytes = body;
  for (const [index, coding] of codings.toReversed().entries()) {
    const unpack = CODINGS.get(coding);
    if (unpack === undefined || index >= LAYERS_MAX) return { is: "undecodable", coding, why: "unknown" };
    try {
      bytes = unpack(bytes, { maxOutputLength: bytesMax });
    } catch (error) {
      const isTooLarge =
        error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
      return { is: "undecodable", coding, why: isTooLarge ? "too-large" : "corrupt" };
    }
  }
  return { is: "decoded", bytes, codings };
}

/** RFC 1952 §2.3.1. */
export function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** RFC 1950 §2.2. */
function isZlib(bytes: Buffer): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}
