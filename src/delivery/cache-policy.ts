import type { Document } from "../documents/document.ts";
import { FRESH_SECONDS_DEFAULT } from "../edition/rhythm-of.ts";

/** How long an answer may be kept by caches that we do not own. */
export const CACHE_POLICY = {
  // Not immutable, though nothing is ever added: a text that was removed has to be able to go.
  archive: "public, max-age=86400, stale-while-revalidate=604800, stale-if-error=604800",
  page: "public, max-age=600, stale-while-revalidate=3600, stale-if-error=604800",
  /** The page that a feed's address answers a browser with: not for caches that others use, whatever they know of `Vary`. */
  pageAtFeed: "private, no-cache",
  listing: "public, max-age=600, stale-while-revalidate=3600, stale-if-error=604800",
  gone: "public, max-age=600",
  /** What has a name that changes with its bytes. */
  hashed: "public, max-age=31536000, immutable",
  /** What stands on other sites under a name that stays: nobody waits long for a repair. */
  embedded: "public, max-age=3600, stale-while-revalidate=86400, stale-if-error=604800",
  redirect: "public, max-age=86400",
  // Short: an address that is missing today may be published in a minute.
  missing: "public, max-age=60",
  refused: "no-store",
} as const;

/** Only an asset whose name changes with its text may be kept for ever: `style.3f2a9c1b.css`, `embed-1.0.0.js`. */
export function cacheControlOf({ kind, path, freshSeconds }: Document): string {
  if (kind === "feed") return feedPolicy(freshSeconds ?? FRESH_SECONDS_DEFAULT);
  if (kind !== "asset") return CACHE_POLICY[kind];
  if (path === "/embed.js") return CACHE_POLICY.embedded;
  return HASHED_NAME.test(path) || VERSIONED_NAME.test(path) ? CACHE_POLICY.hashed : CACHE_POLICY.page;
}

/**
 * Nobody is shown a feed that is older than twice its time, but while we can't be reached. A cache may not keep it longer than
 * a reader (`s-maxage`, `CDN-Cache-Control`): what was withdrawn would stand there, and every 304 would carry the words.
 */
function feedPolicy(seconds: number): string {
  return `public, max-age=${seconds}, stale-while-revalidate=${seconds}, stale-if-error=604800`;
}

const HASHED_NAME = /[.-][0-9a-f]{8,64}\.[a-z0-9]{1,8}$/;
/** A release never changes. */
const VERSIONED_NAME = /-\d+\.\d+\.\d+\.js$/;
