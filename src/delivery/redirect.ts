import { CACHE_POLICY } from "./cache-policy.ts";
import { CORS_HEADERS } from "./representation-headers.ts";

/**
 * The location is one of our own paths, never made from the request, so that it can lead nowhere else.
 *
 * @param path decoded
 * @param query of the request's URL, with its question mark
 */
export function redirect(path: string, query = ""): Response {
  const headers = {
    ...CORS_HEADERS,
    "Cache-Control": CACHE_POLICY.redirect,
    Location: encodeURI(path) + query,
  };
  return new Response(null, { status: 301, headers });
}
