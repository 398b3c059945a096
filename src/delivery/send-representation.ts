import { deltaFor } from "./delta-for.ts";
import { negotiateCoding } from "./negotiate-coding.ts";
import { parseRange } from "./parse-range.ts";
import { evaluatePreconditions, ifRangeHolds } from "./preconditions.ts";
import type { PreparedAnswers } from "./prepared-answers.ts";
import { rangeRefusal, refusal } from "./refusal.ts";
import type {
  Bytes,
  Coding,
  ColdRepresentation,
  ComposedBody,
  MediaBody,
  MediaBytes,
  Representation,
  WholeBody,
} from "./representation.ts";

/**
 * Answers a GET or HEAD of what was found. Decides on metadata; a body is touched, and a pack read, only when it is sent.
 *
 * @param headers the request's
 * @returns a promise when what is cold has to be loaded, or undone; it rejects when that fails
 */
export function sendRepresentation(
  request: Request,
  headers: Headers,
  found: Representation | ColdRepresentation,
  prepared: PreparedAnswers,
  now: () => Date,
): Response | Promise<Response> {
  const current = prepared.atPresent(found, now);
  if (current.status === 200) {
    const verdict = evaluatePreconditions(headers, current, now);
    if (verdict === "precondition-failed") return refusal(412);
    if (verdict === "not-modified") return prepared.notModified(current);
  }
  if (current.is === "hot") return sendBody(request, headers, current, prepared);
  return current.load().then((loaded) => sendRepresentation(request, headers, loaded, prepared, now));
}

function sendBody(
  request: Request,
  headers: Headers,
  representation: Representation,
  prepared: PreparedAnswers,
): Response | Promise<Response> {
  const { body } = representation;
  if (body.is === "media") return sendMedia(request, headers, representation, body, prepared);
  const delta = representation.deltas && deltaFor(headers, representation);
  if (delta) return sendBody(request, headers, delta, prepared);

  const coding = codingFor(request, headers, body);
  const head = prepared.withoutBody(representation, coding);
  if (request.method === "HEAD") return head;
  if (body.is === "whole") return new Response(body[coding], head);
  if (coding === "gzip") return new Response(body.gzip(), head);
  return decompressed(body).then((bytes) => new Response(bytes, head));
}

function codingFor(request: Request, headers: Headers, body: WholeBody | ComposedBody): Coding {
  const acceptEncoding = headers.get("Accept-Encoding");
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
export async function decompressed({ gzip }: ComposedBody): Promise<Bytes> {
  const stream = new Blob([gzip()]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** RFC 9110 §14.2: ranges are for GET alone, and after all other conditions. */
async function sendMedia(
  request: Request,
  headers: Headers,
  representation: Representation,
  { byteLength, read }: MediaBody,
  prepared: PreparedAnswers,
): Promise<Response> {
  const head = prepared.withoutBody(representation, "identity");
  if (request.method === "HEAD") return head;
  const isRanged = ifRangeHolds(headers, representation.etag);
  const range = isRanged ? parseRange(headers.get("Range"), byteLength) : null;
  if (range === "unsatisfiable") return rangeRefusal(byteLength);
  if (range === null) return new Response(ofLength(await read(0, byteLength - 1), byteLength), head);

  const { first, last } = range;
  const said = new Headers(head.headers);
  said.set("Content-Range", `bytes ${first}-${last}/${byteLength}`);
  said.set("Content-Length", String(last - first + 1));
  const part = ofLength(await read(first, last), last - first + 1);
  return new Response(part, { status: 206, headers: said, encodeBody: "manual" });
}

/** Of a stream workerd says a length only if the stream itself knows it. */
function ofLength(body: MediaBytes, byteLength: number): MediaBytes {
  return body instanceof ReadableStream ? body.pipeThrough(new FixedLengthStream(byteLength)) : body;
}
