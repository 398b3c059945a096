import { encodeUrl } from "../articles/encode-url.ts";

/** An absolute http(s) URL as every reader takes it, percent-encoded; null if it is no such URL. */
export function cleanUrl(text: string): string | null {
  const url = URL.parse(text);
  return url?.protocol === "http:" || url?.protocol === "https:" ? encodeUrl(url) : null;
}
