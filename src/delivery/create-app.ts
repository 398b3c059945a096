import { Hono } from "hono";
import { addressFinder } from "./address-finder.ts";
import { CACHE_POLICY } from "./cache-policy.ts";
import { PreparedHeaders } from "./prepared-headers.ts";
import { METHODS, refusal } from "./refusal.ts";
import type { Store } from "./representation.ts";
import { CORS_HEADERS } from "./representation-headers.ts";
import { sendRepresentation } from "./send-representation.ts";

/** The page for all that is missing. */
const MISSING_PATH = "/404";

/**
 * The whole of HTTP, for whatever the store holds. Everything that can be decided before a request comes has been.
 *
 * @param now the clock, asked once per request
 */
export function createApp(store: Store, now: () => Date): Hono {
  const findAddress = addressFinder(store);
  const prepared = new PreparedHeaders();
  const app = new Hono();
  app.options("*", () => new Response(null, { status: 204, headers: OPTIONS_HEADERS }));
  // Hono answers HEAD from here, too, without the body. Which paths there are is the store's to know.
  app.get("*", (c) => {
    const found = findAddress(c.req.path);
    if (found.is === "moved") return redirect(found.path);
    const representation = found.is === "here" ? found.representation : store.find(MISSING_PATH);
    return representation ? sendRepresentation(c.req.raw, representation, prepared, now()) : refusal(404);
  });
  app.all("*", (c) => refusal(findAddress(c.req.path).is === "missing" ? 404 : 405));
  app.onError((error) => {
    console.error(error);
    return refusal(503);
  });
  return app;
}

/** The location is one of our own paths, never made from the request, so that it can lead nowhere else. */
function redirect(path: string): Response {
  const headers = {
    ...CORS_HEADERS,
    "Cache-Control": CACHE_POLICY.redirect,
    Location: encodeURI(path),
  };
  return new Response(null, { status: 301, headers });
}

const OPTIONS_HEADERS = new Headers({
  ...CORS_HEADERS,
  Allow: METHODS,
  "Access-Control-Allow-Methods": METHODS,
  // Most of these are not CORS-safelisted: without this no script could poll politely, or go on with half a file.
  "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, A-IM, Range, If-Range",
  "Access-Control-Max-Age": "86400",
});
