import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Answer } from "../../../src/cli/soak/answer.ts";
import { type Expected, judgeAnswer } from "../../../src/cli/soak/judge-answer.ts";
import type { Target } from "../../../src/cli/soak/publication.ts";

const TEXT = Buffer.from("<rss>This is the feed</rss>");
const DELTA = Buffer.from("<rss>This is new</rss>");
const BASE = 'W/"before"';
const DATE = "Fri, 16 Jan 2026 09:30:00 GMT";

const target: Target = {
  path: "/größe/rss.xml",
  address: "/gr%C3%B6%C3%9Fe/rss.xml",
  status: 200,
  etag: 'W/"now"',
  lastModified: DATE,
  headers: {
    "Content-Type": "application/rss+xml",
    "Cache-Control": "max-age=900",
    Vary: "Accept-Encoding, Sec-Fetch-Dest",
  },
  bytes: TEXT,
  isMedia: false,
  deltas: new Map([[BASE, DELTA]]),
};

const validators = { etag: 'W/"now"', "last-modified": DATE };
const unchanged = {
  ...validators,
  "cache-control": "max-age=900",
  vary: "Accept-Encoding, Sec-Fetch-Dest",
};
const whole = { ...unchanged, "content-type": "application/rss+xml" };
const delta = { etag: 'W/"now"', im: "feed", "delta-base": BASE };
const part = { etag: 'W/"now"', "content-range": `bytes 5-8/${TEXT.length}` };

function answer(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer | string = "",
): Answer {
  return { status, headers: new Map(Object.entries(headers)), body: Buffer.from(body) };
}

const isWhole: Expected = { is: "whole", target, codings: ["gzip", "br"] };
const isPlain: Expected = { is: "whole", target, codings: [] };
const isUnchanged: Expected = { is: "not-modified", target };
const isDelta: Expected = { is: "delta", target, base: BASE, codings: [] };
const isPart: Expected = { is: "part", target, first: 5, last: 8 };
const isMoved: Expected = { is: "moved", to: "/größe" };

const gzip = { ...whole, "content-encoding": "gzip" };
const br = { ...whole, "content-encoding": "br" };

test.each<[string, Expected, string, Answer]>([
  ["the text", isWhole, "GET", answer(200, whole, TEXT)],
  ["the text in gzip", isWhole, "GET", answer(200, gzip, gzipSync(TEXT))],
  ["the text in brotli", isWhole, "GET", answer(200, br, brotliCompressSync(TEXT))],
  ["HEAD", isWhole, "HEAD", answer(200, { ...whole, "content-length": String(TEXT.length) })],
  ["304", isUnchanged, "GET", answer(304, unchanged)],
  ["a delta", isDelta, "GET", answer(226, delta, DELTA)],
  ["a part", isPart, "GET", answer(206, part, TEXT.subarray(5, 9))],
  ["a move", isMoved, "GET", answer(301, { location: "/gr%C3%B6%C3%9Fe" })],
  ["a refusal", { is: "refused", status: 405 }, "POST", answer(405, {}, "no")],
  ["OPTIONS", { is: "options" }, "OPTIONS", answer(204, {})],
])("judgeAnswer() has nothing against %s", (_, expected, method, given) => {
  expect(judgeAnswer(expected, method, given)).toBeNull();
});

test.each<[string, Expected, string, Answer]>([
  ["expected status 304, got 200", isUnchanged, "GET", answer(200, whole, TEXT)],
  ["the body is not /größe/rss.xml", isWhole, "GET", answer(200, whole, "<rss>Another</rss>")],
  ["the body is not /größe/rss.xml", isWhole, "GET", answer(200, gzip, gzipSync("<rss>Another</rss>"))],
  ["the body cannot be decoded as gzip", isWhole, "GET", answer(200, gzip, TEXT)],
  ["Content-Encoding is gzip, acceptable is identity", isPlain, "GET", answer(200, gzip, gzipSync(TEXT))],
  [
    "Content-Length is 7, the body has 27 bytes",
    isWhole,
    "GET",
    answer(200, { ...whole, "content-length": "7" }, TEXT),
  ],
  ["expected Content-Length 27, got 7", isWhole, "HEAD", answer(200, { ...whole, "content-length": "7" })],
  ["HEAD got a body of 27 bytes", isWhole, "HEAD", answer(200, whole, TEXT)],
  [
    "expected Content-Type application/rss+xml, got text/html",
    isWhole,
    "GET",
    answer(200, { ...whole, "content-type": "text/html" }, TEXT),
  ],
  [
    "expected Cache-Control max-age=900, got no-store",
    isWhole,
    "GET",
    answer(200, { ...whole, "cache-control": "no-store" }, TEXT),
  ],
  ['expected ETag W/"now", got W/"old"', isWhole, "GET", answer(200, { ...whole, etag: 'W/"old"' }, TEXT)],
  [
    `expected Last-Modified ${DATE}, got none`,
    isUnchanged,
    "GET",
    answer(304, { ...unchanged, "last-modified": "" }),
  ],
  [
    "expected Vary Accept-Encoding, Sec-Fetch-Dest, got Accept-Encoding",
    isUnchanged,
    "GET",
    answer(304, { ...unchanged, vary: "Accept-Encoding" }),
  ],
  [
    "expected Cache-Control max-age=900, got private",
    isUnchanged,
    "GET",
    answer(304, { ...unchanged, "cache-control": "private" }),
  ],
  ["expected no body, got 4 bytes", isUnchanged, "GET", answer(304, validators, "text")],
  ['the body is not the delta of /größe/rss.xml from W/"before"', isDelta, "GET", answer(226, delta, TEXT)],
  [
    'expected Delta-Base W/"before", got none',
    isDelta,
    "GET",
    answer(226, { ...delta, "delta-base": "" }, DELTA),
  ],
  ["the body is not bytes 5 to 8 of /größe/rss.xml", isPart, "GET", answer(206, part, TEXT.subarray(4, 8))],
  [
    `expected Content-Range bytes 5-8/${TEXT.length}, got bytes 5-8/*`,
    isPart,
    "GET",
    answer(206, { ...part, "content-range": "bytes 5-8/*" }, TEXT.subarray(5, 9)),
  ],
  [
    "expected Location /gr%C3%B6%C3%9Fe, got //evil.net",
    isMoved,
    "GET",
    answer(301, { location: "//evil.net" }),
  ],
])("judgeAnswer() objects: %s", (complaint, expected, method, given) => {
  expect(judgeAnswer(expected, method, given)).toBe(complaint);
});
