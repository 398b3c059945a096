import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** An answer as it came, nothing decoded. */
export type Answer = {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
};

/** The bytes behind the Content-Encoding; null if they cannot be had. */
export function decodeBody({ headers, body }: Answer): Buffer | null {
  try {
    switch (headers.get("content-encoding")) {
      case undefined:
        return body;
      case "gzip":
        return gunzipSync(body);
      case "br":
        return brotliDecompressSync(body);
      default:
        return null;
    }
  } catch {
    return null;
  }
}
