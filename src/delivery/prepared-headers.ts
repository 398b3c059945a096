import type { Coding, Representation } from "./representation.ts";

/** The `Headers` of every answer a representation can give. */
export type Prepared = {
  readonly ok: Readonly<Record<Coding, Headers>>;
  readonly notModified: Headers;
};

/** Makes them when a representation is first asked for, and keeps them: a kept object costs a poll less than a record. */
export class PreparedHeaders {
  readonly #kept = new WeakMap<Representation, Prepared>();

  /** @param dated whether Last-Modified may be sent; without it the answer is rare, and made anew */
  of(representation: Representation, dated: boolean): Prepared {
    if (!dated && representation.lastModified) return prepare(representation, ["Last-Modified"]);
    const kept = this.#kept.get(representation);
    if (kept) return kept;
    const prepared = prepare(representation, []);
    this.#kept.set(representation, prepared);
    return prepared;
  }
}

/** A 304 says what a cache has to update, and nothing about a body that it does not have (RFC 9110 §15.4.5). */
const ONLY_WITH_BODY = [
  "Content-Type",
  "X-Content-Type-Options",
  "Link",
  "Content-Security-Policy",
  "Referrer-Policy",
];

function prepare(representation: Representation, without: readonly string[]): Prepared {
  const headers = withoutNames(representation.headers, without);
  return {
    ok: {
      identity: okHeaders(headers, representation, "identity"),
      gzip: okHeaders(headers, representation, "gzip"),
      br: okHeaders(headers, representation, "br"),
    },
    notModified: new Headers(withoutNames(headers, ONLY_WITH_BODY)),
  };
}

function okHeaders(
  headers: Readonly<Record<string, string>>,
  { bodies }: Representation,
  coding: Coding,
): Headers {
  const body = bodies[coding] ?? bodies.identity;
  const prepared = new Headers(headers);
  prepared.set("Content-Length", String(body.length)); // said, because Hono's answer to HEAD has no body to measure
  if (body !== bodies.identity) prepared.set("Content-Encoding", coding);
  return prepared;
}

function withoutNames(
  headers: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
