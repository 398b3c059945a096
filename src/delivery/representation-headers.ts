import type { Document, DocumentLink } from "../documents/document.ts";
import type { Media } from "../edition/media.ts";
import { CACHE_POLICY, cacheControlOf } from "./cache-policy.ts";
import { DeliveryError } from "./delivery-error.ts";
import { FEED_VARY } from "./page-for-people.ts";

/** Every answer has these: scripts of other sites may read feeds, redirects and errors alike. */
export const CORS_HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag, Link",
} as const;

/** An article's pictures and sounds may be anywhere. */
const POLICIES = {
  page: "default-src 'none'; style-src 'self'; img-src 'self' https: http:; media-src 'self' https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  scripted:
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' https: http:; media-src 'self' https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/**
 * Whoever shows a frame may have put it into a sandbox, as WordPress does, and there some versions of Safari know no `'self'`: so it is
 * named, too. A page that lets in nothing without being asked (COEP) wants to be told that this is meant for others.
 */
function frameHeaders({ links }: Document): Readonly<Record<string, string>> {
  const self = ["'self'", ...links.slice(0, 1).map(({ href }) => new URL(href).origin)].join(" ");
  return {
    "Content-Security-Policy": `default-src 'none'; style-src ${self}; script-src ${self}; img-src 'self' https: http:; base-uri 'none'; form-action 'none'; frame-ancestors *`,
    "Cross-Origin-Embedder-Policy": "credentialless",
    ...FOR_OTHERS,
  };
}

const FOR_OTHERS = { "Cross-Origin-Resource-Policy": "cross-origin" } as const;

function pageHeaders(document: Document): Readonly<Record<string, string>> {
  const { policy = "page" } = document;
  return {
    ...(policy === "frame" ? frameHeaders(document) : { "Content-Security-Policy": POLICIES[policy] }),
    "Referrer-Policy": "strict-origin-when-cross-origin",
  };
}

/** A publisher's file may hold a script, by mistake or as SVG does: it must not run as one of our pages. */
const SANDBOX = {
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
} as const;

/**
 * What an answer with this document says, but for ETag, Last-Modified and what the encoding decides.
 *
 * @throws {DeliveryError} if a link cannot be written into a header
 */
export function documentHeaders(document: Document): Readonly<Record<string, string>> {
  const isForPeople = ["page", "gone", "missing"].includes(document.kind);
  return {
    "Content-Type": `${document.mediaType}; charset=utf-8`,
    "Cache-Control": cacheControlOf(document),
    Vary: document.kind === "feed" || document.kind === "archive" ? FEED_VARY : "Accept-Encoding",
    ...CORS_HEADERS,
    "X-Content-Type-Options": "nosniff",
    // What is missing is asked for by machines, most of all; its page says it to people.
    ...(document.links.length > 0 && document.kind !== "missing" && { Link: linkHeader(document) }),
    ...(isForPeople && pageHeaders(document)),
    ...(document.mediaType === "text/javascript" && FOR_OTHERS),
  };
}

/** What an answer with this file says, but for ETag and what the range decides. */
export function mediaHeaders({ mediaType }: Media): Readonly<Record<string, string>> {
  return {
    "Content-Type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
    "Cache-Control": CACHE_POLICY.hashed,
    "Accept-Ranges": "bytes",
    ...CORS_HEADERS,
    "Access-Control-Expose-Headers": "ETag, Accept-Ranges, Content-Range",
    "X-Content-Type-Options": "nosniff",
    ...(!isInert(mediaType) && SANDBOX),
  };
}

function isInert(mediaType: string): boolean {
  // Chromium shows no PDF in a sandbox, and its viewer gives no script our origin.
  if (mediaType === "application/pdf") return true;
  return /^(?:image|audio|video)\//.test(mediaType) && !/xml$/.test(mediaType);
}

/** RFC 8288 §3. */
function linkHeader(document: Document): string {
  return document.links.map((link) => linkValue(link, document.path)).join(", ");
}

function linkValue({ href, rel, type, title }: DocumentLink, path: string): string {
  if (!URL.canParse(href)) throw new DeliveryError({ reason: "unusable-link", path, value: href });
  return [
    `<${new URL(href).href}>`,
    `rel=${quoted(rel, path)}`,
    ...(type === undefined ? [] : [`type=${quoted(type, path)}`]),
    ...(title === undefined ? [] : [titleParameter(title, path)]),
  ].join("; ");
}

function titleParameter(title: string, path: string): string {
  return PRINTABLE_ASCII.test(title) ? `title=${quoted(title, path)}` : `title*=UTF-8''${extended(title)}`;
}

/** RFC 8187 §3.2.1: what is no `attr-char` is percent-encoded. */
function extended(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function quoted(value: string, path: string): string {
  if (!PRINTABLE_ASCII.test(value)) throw new DeliveryError({ reason: "unusable-link", path, value });
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
