import { EMBED_FOLDER } from "../documents/embed/frame-path.ts";
import { CACHE_POLICY } from "./cache-policy.ts";
import { asksForRaw } from "./page-for-people.ts";
import { queryOf } from "./query-of.ts";
import { CORS_HEADERS } from "./representation-headers.ts";

/**
 * The location is one of our own paths, never made from the request, so that it can lead nowhere else. Of the request's query it keeps
 * what means something there.
 *
 * @param path decoded
 */
export function redirect(request: Request, path: string): Response {
  const headers = {
    ...CORS_HEADERS,
    "Cache-Control": CACHE_POLICY.redirect,
    Location: encodeURI(path) + keptQuery(request, path),
  };
  return new Response(null, { status: 301, headers });
}

function keptQuery(request: Request, path: string): string {
  if (path === EMBED_FOLDER || path.startsWith(`${EMBED_FOLDER}/`)) return queryOf(request).search;
  return asksForRaw(request) ? "?raw" : "";
}
