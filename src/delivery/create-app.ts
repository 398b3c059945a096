import { Hono } from "hono";
import { CACHE_POLICY } from "./cache-policy.ts";
import { type Found, findAddress } from "./find-address.ts";
import { negotiateCoding } from "./negotiate-coding.ts";
import { evaluatePreconditions } from "./preconditions.ts";
import { PreparedHeaders } from "./prepared-headers.ts";
import type { Coding, Representation, Store } from "./representation.ts";
import { CORS_HEADERS } from "./representation-headers.ts";

const METHODS = "GET, HEAD, OPTIONS";

/**
 * The whole of HTTP, for whatever the store holds. Everything that can be decided before a request comes has been.
 *
 * @param now the clock, asked once per request
 */
export function createApp(store: Store, now: () => Date): Hono {
  const prepared = new PreparedHeaders();
  const app = new Hono();
  app.options("*", () => new Response(null, { status: 204, headers: OPTIONS_HEADERS }));
  // Hono answers HEAD from here, too, without the body. Which paths there are is the store's to know.
  app.get("*", (c) => {
    const found = findAddress(store, c.req.path);
    if (found.is === "missing") return refusal(404, "Not found", MISSING_HEADERS);
    return found.is === "moved" ? redirect(found) : send(c.req.raw, found.representation, prepared, now());
  });
  app.all("*", (c) =>
    findAddress(store, c.req.path).is === "missing"
      ? refusal(404, "Not found", MISSING_HEADERS)
      : refusal(405, `Not allowed, only ${METHODS}`, NOT_ALLOWED_HEADERS),
  );
  app.onError((error) => {
    console.error(error);
    return refusal(503, "Out of order", OUT_OF_ORDER_HEADERS);
  });
  return app;
}

/** Decides on metadata; a body is touched only when it is sent. */
function send(
  request: Request,
  representation: Representation,
  prepared: PreparedHeaders,
  now: Date,
): Response {
  // RFC 9110 §8.8.2.1: a Last-Modified later than the answer's own date must not be sent, nor believed.
  const dated = representation.lastModified !== null && representation.lastModified <= now;
  const validators = { etag: representation.etag, lastModified: dated ? representation.lastModified : null };
  const verdict = evaluatePreconditions(request.headers, validators, now);
  if (verdict === "precondition-failed") return refusal(412, "Precondition failed", REFUSED_HEADERS);
  const headers = prepared.of(representation, dated);
  if (verdict === "not-modified") return new Response(null, { status: 304, headers: headers.notModified });

  const coding = codingFor(request, representation);
  return new Response(representation.bodies[coding], { headers: headers.ok[coding], encodeBody: "manual" });
}

function codingFor(request: Request, { bodies }: Representation): Coding {
  const acceptEncoding = request.headers.get("Accept-Encoding");
  if (acceptEncoding === null) return "identity";
  const codings = negotiateCoding(acceptEncoding, clientAcceptEncoding(request));
  return codings.find((coding) => bodies[coding] !== null) ?? "identity";
}

/** Cloudflare rewrites Accept-Encoding and keeps here what the client sent. */
function clientAcceptEncoding({ cf }: Request): string | null {
  if (!cf || !("clientAcceptEncoding" in cf)) return null;
  return typeof cf.clientAcceptEncoding === "string" ? cf.clientAcceptEncoding : null;
}

/** The location is one of our own paths, never made from the request, so that it can lead nowhere else. */
function redirect(found: Extract<Found, { is: "moved" }>): Response {
  const headers = {
    ...CORS_HEADERS,
    "Cache-Control": CACHE_POLICY.redirect,
    Location: encodeURI(found.path),
  };
  return new Response(null, { status: 301, headers });
}

function refusal(status: number, text: string, headers: Headers): Response {
  return new Response(`${text}\n`, { status, headers });
}

const OPTIONS_HEADERS = new Headers({
  ...CORS_HEADERS,
  Allow: METHODS,
  "Access-Control-Allow-Methods": METHODS,
  // The conditional headers are not CORS-safelisted: without this no script could poll politely.
  "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, A-IM",
  "Access-Control-Max-Age": "86400",
});

const REFUSAL = {
  ...CORS_HEADERS,
  "Content-Type": "text/plain; charset=utf-8",
  "X-Content-Type-Options": "nosniff",
};
const MISSING_HEADERS = new Headers({ ...REFUSAL, "Cache-Control": CACHE_POLICY.missing });
const REFUSED_HEADERS = new Headers({ ...REFUSAL, "Cache-Control": CACHE_POLICY.refused });
const NOT_ALLOWED_HEADERS = new Headers({
  ...REFUSAL,
  "Cache-Control": CACHE_POLICY.refused,
  Allow: METHODS,
});
const OUT_OF_ORDER_HEADERS = new Headers({
  ...REFUSAL,
  "Cache-Control": CACHE_POLICY.refused,
  "Retry-After": "600",
});
