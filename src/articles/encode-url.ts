/** Percent-encodes what RFC 3986 forbids and the WHATWG URL standard leaves in an address as it is. */
export function encodeUrl({ href }: URL): string {
  return href.replace(/[ "<>\\^`{|}]/g, encodeURIComponent).replace(/%(?![0-9A-Fa-f]{2})/g, "%25");
}
