import type { Coding, ColdRepresentation, Representation } from "./representation.ts";

type Found = Representation | ColdRepresentation;

/**
 * Answers without a body, each made when it is first given and sent again and again from then on: to make a `Response` and its
 * headers costs more than all that is decided about a poll.
 */
export class PreparedAnswers {
  readonly #kept = new WeakMap<Found, Partial<Record<Coding | "not-modified", Response>>>();
  readonly #past = new WeakSet<Found>();

  /**
   * What may be said of it now. RFC 9110 §8.8.2.1: a Last-Modified later than the answer's own date must not be sent, nor
   * believed. Once it is past, it stays so, and the clock need not be asked again.
   */
  atPresent(found: Found, now: () => Date): Found {
    if (this.#past.has(found)) return found;
    if (found.lastModified !== null && found.lastModified > now()) {
      return { ...found, lastModified: null, headers: omitHeaders(found.headers, ["Last-Modified"]) };
    }
    this.#past.add(found);
    return found;
  }

  notModified(found: Found): Response {
    return this.#keep(found, "not-modified", () => {
      const headers = omitHeaders(found.headers, ONLY_WITH_BODY);
      return new Response(null, { status: 304, headers });
    });
  }

  /** What HEAD is answered with. With a body beside it, it says all that GET's answer says. */
  withoutBody(representation: Representation, coding: Coding): Response {
    return this.#keep(representation, coding, () => {
      const headers = {
        ...representation.headers,
        "Content-Length": String(bodyBytes(representation, coding)),
        ...(coding !== "identity" && { "Content-Encoding": coding }),
      };
      return new Response(null, { status: representation.status, headers, encodeBody: "manual" });
    });
  }

  #keep(found: Found, answer: Coding | "not-modified", make: () => Response): Response {
    const kept = this.#kept.get(found) ?? {};
    const known = kept[answer];
    if (known) return known;
    const made = make();
    kept[answer] = made;
    this.#kept.set(found, kept);
    return made;
  }
}

/**
 * A 304 says what a cache has to update, and nothing about a body that it does not have (RFC 9110 §15.4.5). Which headers a script
 * may read is not updated either: who is told that nothing has changed has been told before.
 */
export const ONLY_WITH_BODY: readonly string[] = [
  "Content-Type",
  "X-Content-Type-Options",
  "Accept-Ranges",
  "Access-Control-Expose-Headers",
  "Link",
  "Content-Security-Policy",
  "Cross-Origin-Embedder-Policy",
  "Cross-Origin-Resource-Policy",
  "Referrer-Policy",
];

export function omitHeaders(
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

function bodyBytes({ body }: Representation, coding: Coding): number {
  switch (body.is) {
    case "whole":
      return (body[coding] ?? body.identity).length;
    case "composed":
      return coding === "gzip" ? body.gzipBytes : body.identityBytes;
    case "media":
      return body.byteLength;
  }
}
