import { negotiateCoding } from "./negotiate-coding.ts";
import { parseRange } from "./parse-range.ts";
import { evaluatePreconditions, ifRangeHolds } from "./preconditions.ts";
import type { PreparedHeaders } from "./prepared-headers.ts";
import { rangeRefusal, refusal } from "./refusal.ts";
import type { Bytes, Coding, ComposedBody, MediaBody, Representation, WholeBody } from "./representation.ts";

/** Answers a GET or HEAD of what was found. Decides on metadata; a body is touched only when it is sent. */
export function sendRepresentation(
  request: Request,
  representation: Representation,
  prepared: PreparedHeaders,
  now: Date,
): Response | Promise<Response> {
  const { status, etag, body } = representation;
  // RFC 9110 §8.8.2.1: a Last-Modified later than the answer's own date must not be sent, nor believed.
  const dated = representation.lastModified !== null && representation.lastModified <= now;
  if (status === 200) {
    const validators = { etag, lastModified: dated ? representation.lastModified : null };
    const verdict = evaluatePreconditions(request.headers, validators, now);
    if (verdict === "precondition-failed") return refusal(412);
    if (verdict === "not-modified") {
      return new Response(null, { status: 304, headers: prepared.of(representation, "not-modified", dated) });
    }
  }
  if (body.is === "media") return sendMedia(request, representation, body, prepared);

  const coding = codingFor(request, body);
  const headers = prepared.of(representation, coding, dated);
  const send = (bytes: Bytes | null) => new Response(bytes, { status, headers, encodeBody: "manual" });
  if (body.is === "whole") return send(body[coding]);
  if (request.method === "HEAD") return send(null);
  return coding === "gzip" ? send(body.gzip()) : decompressed(body).then(send);
}

function codingFor(request: Request, body: WholeBody | ComposedBody): Coding {
  const acceptEncoding = request.headers.get("Accept-Encoding");
  if (acceptEncoding === null) return "identity";
  const codings = negotiateCoding(acceptEncoding, clientAcceptEncoding(request));
  return codings.find((coding) => hasCoding(body, coding)) ?? "identity";
}

function hasCoding(body: WholeBody | ComposedBody, coding: Coding): boolean {
  return body.is === "whole" ? body[coding] !== null : coding !== "br";
}

/** Cloudflare rewrites Accept-Encoding and keeps here what the client sent. */
function clientAcceptEncoding({ cf }: Request): string | null {
  if (!cf || !("clientAcceptEncoding" in cf)) return null;
  return typeof cf.clientAcceptEncoding === "string" ? cf.clientAcceptEncoding : null;
}

/** Whole, not streamed: the answer has said how long it is. */
async function decompressed({ gzip }: ComposedBody): Promise<Bytes> {
  const stream = new Blob([gzip()]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** RFC 9110 §14.2: ranges are for GET alone, and after all other conditions. */
function sendMedia(
  request: Request,
  representation: Representation,
  { bytes }: MediaBody,
  prepared: PreparedHeaders,
): Response {
  const isRanged = request.method === "GET" && ifRangeHolds(request.headers, representation.etag);
  const range = isRanged ? parseRange(request.headers.get("Range"), bytes.length) : null;
  if (range === "unsatisfiable") return rangeRefusal(bytes.length);
  const headers = prepared.of(representation, "identity", false);
  if (range === null) return new Response(bytes, { headers });

  const part = new Headers(headers);
  part.set("Content-Range", `bytes ${range.first}-${range.last}/${bytes.length}`);
  part.set("Content-Length", String(range.last - range.first + 1));
  return new Response(bytes.subarray(range.first, range.last + 1), { status: 206, headers: part });
}
