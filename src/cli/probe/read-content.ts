import { createHash } from "node:crypto";
import { decodeBody, isGzip } from "./decode-body.ts";
import { decodeText } from "./decode-text.ts";
import type { Answer } from "./exchange.ts";
import { type FeedFormat, readFeed } from "./read-feed.ts";
import { isPage, readPage } from "./read-page.ts";

/** What a body turned out to be. */
export type Content =
  | { readonly is: "feed"; readonly format: FeedFormat; readonly itemCount: number }
  | { readonly is: "page"; readonly title: string; readonly feeds: readonly string[] }
  /** Meant to be a feed. */
  | { readonly is: "malformed"; readonly mistake: string }
  | { readonly is: "other"; readonly what: string }
  | { readonly is: "empty" }
  | { readonly is: "undecodable"; readonly what: string };

export type Reading = {
  readonly content: Content;
  /** In small letters, in the order they were put on. */
  readonly codings: readonly string[];
  /** Of the unpacked body: tells whether two answers say the same. Empty if it could not be unpacked. */
  readonly digest: string;
  /** Unpacked. */
  readonly byteLength: number;
  /** What is odd in how the text is encoded, as a sentence; null if nothing is. */
  readonly charsetFault: string | null;
};

/** Reads bodies, each text once. */
export class ContentReader {
  readonly #bytesMax: number;
  readonly #known = new Map<string, Reading>();

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** Null of what has no body. */
  read({ status, headers, body, url }: Answer): Reading | null {
    if (status === 304 || status === 204) return null;
    const decoded = decodeBody(body, headers.get("content-encoding") ?? "", this.#bytesMax);
    if (decoded.is === "undecodable") return unreadable(describeUndecodable(decoded.coding, decoded.why));
    const { bytes, codings } = decoded;
    const type = headers.get("content-type") ?? "";
    const digest = createHash("sha256").update(bytes).digest("base64");
    const key = JSON.stringify([digest, type, url]);
    const known = this.#known.get(key) ?? {
      ...readBytes(bytes, type, url),
      digest,
      byteLength: bytes.length,
      codings,
    };
    this.#known.set(key, known);
    return { ...known, codings };
  }
}

function unreadable(what: string): Reading {
  return { content: { is: "undecodable", what }, codings: [], digest: "", byteLength: 0, charsetFault: null };
}

function describeUndecodable(coding: string, why: "unknown" | "corrupt" | "too-large"): string {
  if (why === "unknown") return `Content-Encoding names ${coding}, which no reader can unpack`;
  if (why === "corrupt") return `Content-Encoding says ${coding}, but the body is no whole ${coding}`;
  return `The ${coding} body unpacks to more than any reader takes`;
}

function readBytes(bytes: Buffer, type: string, url: string): Pick<Reading, "content" | "charsetFault"> {
  if (isGzip(bytes)) {
    const what = "What Content-Encoding says has been unpacked, and it is gzip still";
    return { content: { is: "undecodable", what }, charsetFault: null };
  }
  const { text, fault } = decodeText(bytes, type);
  return { content: readText(text, url), charsetFault: fault };
}

function readText(text: string, url: string): Content {
  if (text.trim() === "") return { is: "empty" };
  if (isPage(text)) return { is: "page", ...readPage(text, url) };
  return readFeed(text);
}
