import type { Document, DocumentLink } from "../documents/document.ts";
import { cacheControlOf } from "./cache-policy.ts";
import { DeliveryError } from "./delivery-error.ts";

/** Every answer has these: scripts of other sites may read feeds, redirects and errors alike. */
export const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link",
} as const;

const PAGE_HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self' https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "strict-origin-when-cross-origin",
} as const;

/**
 * What a 200 for this document says, without Content-Encoding and Content-Length. Pure.
 *
 * @param lastModified whole seconds, or null for no Last-Modified
 * @throws {DeliveryError} if a link cannot be written into a header
 */
export function representationHeaders(
  document: Document,
  etag: string,
  lastModified: Date | null,
): Readonly<Record<string, string>> {
  return {
    "Content-Type": `${document.mediaType}; charset=utf-8`,
    "Cache-Control": cacheControlOf(document),
    ETag: etag,
    ...(lastModified && { "Last-Modified": lastModified.toUTCString() }),
    Vary: "Accept-Encoding",
    ...CORS_HEADERS,
    "X-Content-Type-Options": "nosniff",
    ...(document.links.length > 0 && { Link: linkHeader(document) }),
    ...(document.kind === "page" && PAGE_HEADERS),
  };
}

/** RFC 8288 §3. */
function linkHeader(document: Document): string {
  return document.links.map((link) => linkValue(link, document.path)).join(", ");
}

function linkValue(link: DocumentLink, path: string): string {
  if (!URL.canParse(link.href)) throw new DeliveryError({ reason: "unusable-link", path, value: link.href });
  const type = link.type === undefined ? "" : `; type=${quoted(link.type, path)}`;
  return `<${new URL(link.href).href}>; rel=${quoted(link.rel, path)}${type}`;
}

function quoted(value: string, path: string): string {
  if (!/^[\x20-\x7e]*$/.test(value)) throw new DeliveryError({ reason: "unusable-link", path, value });
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
