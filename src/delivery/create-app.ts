import { Hono } from "hono";
import { addressFinder } from "./address-finder.ts";
import { CACHE_POLICY } from "./cache-policy.ts";
import { PreparedAnswers } from "./prepared-answers.ts";
import { METHODS, refusal } from "./refusal.ts";
import type { Store } from "./representation.ts";
import { CORS_HEADERS } from "./representation-headers.ts";
import { sendRepresentation } from "./send-representation.ts";

type Answer = Response | Promise<Response>;

export type App = { readonly fetch: (request: Request) => Answer };

/** The page for all that is missing. */
const MISSING_PATH = "/404";

/**
 * The whole of HTTP, for whatever the store holds. Everything that can be decided before a request comes has been.
 *
 * @param now the clock
 */
export function createApp(store: Store, now: () => Date): App {
  const findAddress = addressFinder(store);
  const prepared = new PreparedAnswers();
  const read = (request: Request, path: string): Answer => {
    const found = findAddress(path);
    if (found.is === "moved") return redirect(found.path);
    const representation = found.is === "here" ? found.representation : store.find(MISSING_PATH);
    return representation ? sendRepresentation(request, representation, prepared, now) : refusal(404);
  };

  const app = new Hono();
  app.options("*", () => new Response(null, { status: 204, headers: OPTIONS_HEADERS }));
  // Hono answers HEAD from here, too, without the body. Which paths there are is the store's to know.
  app.get("*", (c) => read(c.req.raw, c.req.path));
  app.all("*", (c) => refusal(findAddress(c.req.path).is === "missing" ? 404 : 405));
  app.onError(outOfOrder);

  return {
    fetch: (request) => {
      // What polls ask for needs neither routing nor decoding, and both cost something: see bench/README.md.
      const path = plainPath(request);
      return path === null ? app.fetch(request) : orOutOfOrder(() => read(request, path));
    },
  };
}

/** The path of a GET or HEAD, if that is all its URL has behind the host: nothing percent-encoded in it, and no query. */
function plainPath({ method, url }: Request): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const path = url.slice(url.indexOf("/", "https://".length));
  return /[%?#]/.test(path) ? null : path;
}

function orOutOfOrder(answer: () => Answer): Answer {
  try {
    const answered = answer();
    return answered instanceof Promise ? answered.catch(outOfOrder) : answered;
  } catch (error) {
    return outOfOrder(error);
  }
}

/** What went wrong is for the log alone. */
function outOfOrder(error: unknown): Response {
  console.error(error);
  return refusal(503);
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
