/**
 * An absolute http(s) URL as every reader takes it: percent-encoded, and nothing in it that RFC 3986 forbids, as the
 * WHATWG URL standard leaves a few such characters as they are. Null if it is no such URL.
 */
export function cleanUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return null;
  return href.replace(/[ "<>\\^`{|}]/g, encodeURIComponent).replace(/%(?![0-9A-Fa-f]{2})/g, "%25");
}
