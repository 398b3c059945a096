import type { Coding } from "../../delivery/representation.ts";
import { type Answer, decodeBody } from "./answer.ts";
import type { Target } from "./publication.ts";

/** What is the right answer. */
export type Expected =
  /** All of it, with the status that it is published with, in one of these codings or as it is. */
  | { readonly is: "whole"; readonly target: Target; readonly codings: readonly Coding[] }
  | { readonly is: "not-modified"; readonly target: Target }
  | {
      readonly is: "delta";
      readonly target: Target;
      readonly base: string;
      readonly codings: readonly Coding[];
    }
  | { readonly is: "part"; readonly target: Target; readonly first: number; readonly last: number }
  /** `to`: decoded path. */
  | { readonly is: "moved"; readonly to: string }
  | { readonly is: "refused"; readonly status: 405 | 416 }
  | { readonly is: "options" };

/** What is wrong with an answer, for a person; null if nothing is. */
export function judgeAnswer(expected: Expected, method: string, answer: Answer): string | null {
  const status = statusOf(expected);
  if (answer.status !== status) return `expected status ${status}, got ${answer.status}`;
  return judgeLength(method, answer) ?? judgeContent(expected, method, answer);
}

function statusOf(expected: Expected): number {
  switch (expected.is) {
    case "whole":
      return expected.target.status;
    case "refused":
      return expected.status;
    default:
      return STATUS[expected.is];
  }
}

const STATUS = { "not-modified": 304, delta: 226, part: 206, moved: 301, options: 204 } as const;

function judgeLength(method: string, { headers, body }: Answer): string | null {
  const said = headers.get("content-length");
  if (method === "HEAD") return body.length > 0 ? `HEAD got a body of ${body.length} bytes` : null;
  if (said === undefined || Number(said) === body.length) return null;
  return `Content-Length is ${said}, the body has ${body.length} bytes`;
}

function judgeContent(expected: Expected, method: string, answer: Answer): string | null {
  switch (expected.is) {
    case "whole":
      return judgeWhole(expected.target, expected.codings, method, answer);
    case "not-modified":
      return judgeEmpty(answer) ?? judgeUnchanged(expected.target, answer);
    case "delta":
      return judgeDelta(expected, method, answer);
    case "part":
      return judgePart(expected.target, expected.first, expected.last, answer);
    case "moved":
      return judgeEmpty(answer) ?? judgeHeader("Location", encodeURI(expected.to), answer);
    case "options":
      return judgeEmpty(answer);
    case "refused":
      return null;
  }
}

function judgeWhole(
  target: Target,
  codings: readonly Coding[],
  method: string,
  answer: Answer,
): string | null {
  const wrong =
    judgeCoding(codings, answer) ??
    judgeHeader("Content-Type", target.headers["Content-Type"] ?? null, answer) ??
    judgeHeader("Cache-Control", target.headers["Cache-Control"] ?? null, answer) ??
    judgeHeader("Vary", target.headers.Vary ?? null, answer) ??
    (target.status === 200 ? judgeValidators(target, answer) : null);
  if (wrong !== null) return wrong;
  if (method !== "HEAD") return judgeBody(target.path, target.bytes, answer);
  if (answer.headers.has("content-encoding")) return null;
  return judgeHeader("Content-Length", String(target.bytes.length), answer);
}

function judgeUnchanged(target: Target, answer: Answer): string | null {
  return (
    judgeHeader("Cache-Control", target.headers["Cache-Control"] ?? null, answer) ??
    judgeHeader("Vary", target.headers.Vary ?? null, answer) ??
    judgeValidators(target, answer)
  );
}

function judgeDelta(
  { target, base, codings }: Extract<Expected, { readonly is: "delta" }>,
  method: string,
  answer: Answer,
): string | null {
  const bytes = target.deltas.get(base);
  if (bytes === undefined) return `a delta from ${base}, which the build has none for`;
  const what = `the delta of ${target.path} from ${base}`;
  return (
    judgeCoding(codings, answer) ??
    judgeHeader("IM", "feed", answer) ??
    judgeHeader("Delta-Base", base, answer) ??
    judgeHeader("ETag", target.etag, answer) ??
    (method === "HEAD" ? null : judgeBody(what, bytes, answer))
  );
}

function judgePart(target: Target, first: number, last: number, answer: Answer): string | null {
  return (
    judgeHeader("Content-Range", `bytes ${first}-${last}/${target.bytes.length}`, answer) ??
    judgeHeader("Content-Encoding", null, answer) ??
    judgeHeader("ETag", target.etag, answer) ??
    judgeBody(`bytes ${first} to ${last} of ${target.path}`, target.bytes.subarray(first, last + 1), answer)
  );
}

function judgeValidators(target: Target, answer: Answer): string | null {
  return (
    judgeHeader("ETag", target.etag, answer) ?? judgeHeader("Last-Modified", target.lastModified, answer)
  );
}

/** @param value null: it must not be there */
function judgeHeader(name: string, value: string | null, { headers }: Answer): string | null {
  const got = headers.get(name.toLowerCase()) ?? null;
  return got === value ? null : `expected ${name} ${value ?? "to be absent"}, got ${got || "none"}`;
}

function judgeCoding(codings: readonly Coding[], { headers }: Answer): string | null {
  const coding = headers.get("content-encoding");
  if (coding === undefined || codings.some((acceptable) => acceptable === coding)) return null;
  return `Content-Encoding is ${coding}, acceptable is ${codings.join(", ") || "identity"}`;
}

function judgeBody(what: string, bytes: Buffer, answer: Answer): string | null {
  const decoded = decodeBody(answer);
  if (decoded === null) return `the body cannot be decoded as ${answer.headers.get("content-encoding")}`;
  return decoded.equals(bytes) ? null : `the body is not ${what}`;
}

function judgeEmpty({ body }: Answer): string | null {
  return body.length === 0 ? null : `expected no body, got ${body.length} bytes`;
}
