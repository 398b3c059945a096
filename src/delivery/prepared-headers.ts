import type { Coding, Representation } from "./representation.ts";

/** What an answer is, as far as its headers are concerned: the whole body in an encoding, or that nothing has changed. */
export type Answer = Coding | "not-modified";

/** Makes headers when an answer is first given, and keeps them: a kept object costs a poll less than a record. */
export class PreparedHeaders {
  readonly #kept = new WeakMap<Representation, Partial<Record<Answer, Headers>>>();

  /** @param dated whether Last-Modified may be sent; without it the answer is rare, and made anew */
  of(representation: Representation, answer: Answer, dated: boolean): Headers {
    if (!dated && representation.lastModified) return prepare(representation, answer, ["Last-Modified"]);
    const kept = this.#kept.get(representation) ?? {};
    const known = kept[answer];
    if (known) return known;
    const prepared = prepare(representation, answer, []);
    kept[answer] = prepared;
    this.#kept.set(representation, kept);
    return prepared;
  }
}

/** A 304 says what a cache has to update, and nothing about a body that it does not have (RFC 9110 §15.4.5). */
const ONLY_WITH_BODY = [
  "Content-Type",
  "X-Content-Type-Options",
  "Accept-Ranges",
  "Link",
  "Content-Security-Policy",
  "Referrer-Policy",
];

function prepare(representation: Representation, answer: Answer, without: readonly string[]): Headers {
  if (answer === "not-modified") return headersWithout(representation, [...without, ...ONLY_WITH_BODY]);
  const headers = headersWithout(representation, without);
  // Said, because Hono's answer to HEAD has no body to measure.
  headers.set("Content-Length", String(bodyBytes(representation, answer)));
  if (answer !== "identity") headers.set("Content-Encoding", answer);
  return headers;
}

function bodyBytes({ body }: Representation, coding: Coding): number {
  switch (body.is) {
    case "whole":
      return (body[coding] ?? body.identity).length;
    case "composed":
      return coding === "gzip" ? body.gzipBytes : body.identityBytes;
    case "media":
      return body.bytes.length;
  }
}

function headersWithout({ headers }: Representation, names: readonly string[]): Headers {
  return new Headers(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
