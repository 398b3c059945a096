import type { Document } from "../documents/document.ts";

/** How long an answer may be kept by caches that we do not own. */
export const CACHE_POLICY = {
  feed: "public, max-age=900, stale-while-revalidate=3600, stale-if-error=604800",
  page: "public, max-age=600, stale-while-revalidate=3600, stale-if-error=604800",
  hashedAsset: "public, max-age=31536000, immutable",
  redirect: "public, max-age=86400",
  // Short: an address that is missing today may be published in a minute.
  missing: "public, max-age=60",
  refused: "no-store",
} as const;

/** Only an asset whose name changes with its text may be kept for ever: `style.3f2a9c1b.css`. */
export function cacheControlOf(document: Document): string {
  if (document.kind !== "asset") return CACHE_POLICY[document.kind];
  return HASHED_NAME.test(document.path) ? CACHE_POLICY.hashedAsset : CACHE_POLICY.page;
}

const HASHED_NAME = /[.-][0-9a-f]{8,64}\.[a-z0-9]{1,8}$/;
