import { onlyTagIn } from "./preconditions.ts";
import type { Representation } from "./representation.ts";
import { CORS_HEADERS } from "./representation-headers.ts";

/**
 * What is new for the sender of a request, as a representation of its own (RFC 3229, and its instance manipulation `feed`); null
 * where the whole is the right answer. To be asked after all preconditions.
 *
 * @param representation answered with 200 if there is no delta
 */
export function deltaFor(headers: Headers, representation: Representation): Representation | null {
  const { deltas, status } = representation;
  if (deltas === null || status !== 200) return null;
  const accepted = headers.get("A-IM");
  if (accepted === null || !listsFeed(accepted) || !isForSender(headers)) return null;
  const base = onlyTagIn(headers.get("If-None-Match") ?? "");
  const body = base === null ? undefined : deltas.get(base);
  if (base === null || body === undefined) return null;
  return {
    ...representation,
    status: 226,
    headers: { ...representation.headers, ...DELTA_HEADERS, "Delta-Base": base },
    body,
    deltas: null,
  };
}

const DELTA_HEADERS = {
  // Whoever does not know what a delta is must not keep one; `im` lets a cache that does (§10.8.2).
  "Cache-Control": "no-store, im",
  IM: "feed",
  "Access-Control-Expose-Headers": `${CORS_HEADERS["Access-Control-Expose-Headers"]}, IM, Delta-Base`,
};

/** §10.5.3: a list of names, each perhaps with a weight, of which 0 means no. */
function listsFeed(field: string): boolean {
  return field.split(",").some((member) => {
    const [name = "", ...parameters] = member.split(";").map((part) => part.trim().toLowerCase());
    return name === "feed" && !parameters.some((parameter) => NOT_ACCEPTED.test(parameter));
  });
}

const NOT_ACCEPTED = /^q\s*=\s*0(?:\.0*)?$/;

/**
 * Whether the ETag is the sender's and the delta arrives where it can be used. A proxy that names itself may ask with the ETag of
 * its own copy. rss2email asks through a library that always asks for deltas, and up to version 3.14 takes a 226 for an error.
 */
function isForSender(headers: Headers): boolean {
  return headers.get("Via") === null && !/^rss2email\b/i.test(headers.get("User-Agent") ?? "");
}
