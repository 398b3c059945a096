import { Hono } from "hono";
import { addressFinder } from "./address-finder.ts";
import { embedRoutes } from "./embed-routes.ts";
import { pageForPeople } from "./page-for-people.ts";
import { PreparedAnswers } from "./prepared-answers.ts";
import { redirect } from "./redirect.ts";
import { METHODS, refusal } from "./refusal.ts";
import type { ColdRepresentation, Representation, Store } from "./representation.ts";
import { CORS_HEADERS } from "./representation-headers.ts";
import { sendRepresentation } from "./send-representation.ts";

type Found = Representation | ColdRepresentation;
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
    if (found.is === "moved") return redirect(request, found.path);
    const representation = found.is === "here" ? found.representation : store.find(MISSING_PATH);
    if (representation === undefined) return refusal(404);
    const { headers } = request; // once: whatever is asked of a request is asked of the runtime
    const shown = pageForPeople(request, headers, representation, store);
    return sendRepresentation(request, headers, shown, prepared, now);
  };

  const app = new Hono();
  app.options("*", () => new Response(null, { status: 204, headers: OPTIONS_HEADERS }));
  const send = (request: Request, found: Found) =>
    sendRepresentation(request, request.headers, found, prepared, now);
  app.route("/", embedRoutes(store, findAddress, send));
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

/**
 * The path of a GET or HEAD, if that is all its URL has behind the host: nothing percent-encoded in it, and no query; and if the store
 * alone has to be asked.
 */
function plainPath({ method, url }: Request): string | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const path = url.slice(url.indexOf("/", "https://".length));
  return /[%?#]|^\/o?embed/.test(path) ? null : path;
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

const OPTIONS_HEADERS = new Headers({
  ...CORS_HEADERS,
  Allow: METHODS,
  "Access-Control-Allow-Methods": METHODS,
  // Most of these are not CORS-safelisted: without this no script could poll politely, or go on with half a file.
  "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, A-IM, Range, If-Range",
  "Access-Control-Max-Age": "86400",
});
