import { parseHttpDate } from "./http-date.ts";

export type Validators = {
  /** With its quotes. */
  readonly etag: string;
  /** Whole seconds; null when there is none, or none that may be relied on: then date conditions are ignored. */
  readonly lastModified: Date | null;
  /** What they are sent with; Last-Modified is read as text, too. */
  readonly headers: Readonly<Record<string, string>>;
};

export type Verdict = "proceed" | "not-modified" | "precondition-failed";

/**
 * Decides a GET or HEAD of something that exists, in the order of RFC 9110 §13.2.2.
 *
 * @param now see `parseHttpDate`
 */
export function evaluatePreconditions(headers: Headers, validators: Validators, now: () => Date): Verdict {
  const { etag, lastModified } = validators;
  const ifMatch = headers.get("If-Match");
  if (ifMatch !== null) {
    if (!matchesStrongly(ifMatch, etag)) return "precondition-failed";
  } else if (lastModified !== null) {
    const unmodifiedSince = dateIn(headers, "If-Unmodified-Since", now);
    if (unmodifiedSince && lastModified > unmodifiedSince) return "precondition-failed";
  }

  const ifNoneMatch = headers.get("If-None-Match");
  if (ifNoneMatch !== null) return matchesWeakly(ifNoneMatch, etag) ? "not-modified" : "proceed";

  if (lastModified === null) return "proceed";
  // Nearly every poll sends back just what it was given.
  if (headers.get("If-Modified-Since") === validators.headers["Last-Modified"]) return "not-modified";
  const modifiedSince = dateIn(headers, "If-Modified-Since", now);
  return modifiedSince && lastModified <= modifiedSince ? "not-modified" : "proceed";
}

/**
 * Whether a Range may be answered (RFC 9110 §13.1.5), for what has no Last-Modified: then a date is never the right one.
 *
 * @param etag strong, with its quotes
 */
export function ifRangeHolds(headers: Headers, etag: string): boolean {
  const ifRange = headers.get("If-Range");
  return ifRange === null || ifRange.trim() === etag;
}

/** Null when the condition is to be ignored: absent or no date (§13.1.3, §13.1.4). */
function dateIn(headers: Headers, name: string, now: () => Date): Date | null {
  const text = headers.get(name);
  return text === null ? null : parseHttpDate(text.trim(), now());
}

/** §8.8.3.2, strong: never true for a weak tag, on either side. */
function matchesStrongly(list: string, etag: string): boolean {
  if (list.trim() === "*") return true;
  return entityTags(list).some((tag) => !tag.weak && `"${tag.opaque}"` === etag);
}

/** §8.8.3.2, weak, and a match with what proxies that recompress make of our tag as well. */
function matchesWeakly(list: string, etag: string): boolean {
  if (list === etag || list.trim() === "*") return true; // nearly every poll sends back just what it was given
  const ours = etag.replace(/^W\//, "").slice(1, -1);
  return entityTags(list).some(
    ({ opaque }) => opaque === ours || (opaque.startsWith(ours) && opaque.replace(PROXY_SUFFIX, "") === ours),
  );
}

/** `"x-gzip"` (Apache), `"x--gzip"` (Jetty), `"x;gzip"`, `"x:br"`: the same tag for a body that was encoded on the way. */
const PROXY_SUFFIX = /[-+:;_.]{1,2}(?:x-)?(?:gzip|gz|br|deflate|zstd)$/i;

/** The one tag of a list, weak, without what proxies make of it; null if there is none or several. */
export function onlyTagIn(list: string): string | null {
  const [tag, ...others] = entityTags(list);
  if (tag === undefined || others.length > 0) return null;
  return `W/"${tag.opaque.replace(PROXY_SUFFIX, "")}"`;
}

type EntityTag = { readonly weak: boolean; readonly opaque: string };

/**
 * The tags of a list (§5.6.1, §8.8.3), read leniently: any white space, empty members, `w/`, and tags whose quotes got lost.
 * What has only one of its quotes is no tag.
 */
function entityTags(list: string): EntityTag[] {
  return Array.from(list.matchAll(ENTITY_TAG), ({ groups }) => ({
    weak: groups?.weak !== undefined,
    opaque: groups?.quoted ?? groups?.bare ?? "",
  }));
}

// Each alternative takes at least one character and they begin differently, so the reading is linear.
const ENTITY_TAG = /(?<weak>W\/)?(?:"(?<quoted>[^"]*)"|(?<bare>[^\s,"]+)|"[^"]*$)/gi;
