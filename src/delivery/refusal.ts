import { CACHE_POLICY } from "./cache-policy.ts";
import { CORS_HEADERS } from "./representation-headers.ts";

export const METHODS = "GET, HEAD, OPTIONS";

/** An answer in a few plain words. */
export function refusal(status: keyof typeof REFUSALS): Response {
  const { text, headers } = REFUSALS[status];
  return new Response(text, { status, headers });
}

/** RFC 9110 §15.5.17: says how long the whole is. */
export function rangeRefusal(length: number): Response {
  const headers = { ...REFUSED, "Content-Range": `bytes */${length}` };
  return new Response("Range not satisfiable\n", { status: 416, headers });
}

const REFUSED = {
  ...CORS_HEADERS,
  "Content-Type": "text/plain; charset=utf-8",
  "X-Content-Type-Options": "nosniff",
  "Cache-Control": CACHE_POLICY.refused,
};

const REFUSALS = {
  400: { text: "Bad request: say of which address, ?url=...\n", headers: new Headers(REFUSED) },
  404: { text: "Not found\n", headers: new Headers({ ...REFUSED, "Cache-Control": CACHE_POLICY.missing }) },
  405: { text: `Not allowed, only ${METHODS}\n`, headers: new Headers({ ...REFUSED, Allow: METHODS }) },
  412: { text: "Precondition failed\n", headers: new Headers(REFUSED) },
  501: { text: "Not implemented: the format is json or xml\n", headers: new Headers(REFUSED) },
  503: { text: "Out of order\n", headers: new Headers({ ...REFUSED, "Retry-After": "600" }) },
};
