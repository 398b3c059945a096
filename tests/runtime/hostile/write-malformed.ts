import fc from "fast-check";
import type { Target } from "../../../src/cli/soak/publication.ts";
import { hostileRequest, writeRequest } from "./write-requests.ts";

const PREFACES = [
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
  "\r\n\r\n",
  "\0",
  "GET",
];
const BODIES = [
  ["Content-Length: 5\r\n", "hello"],
  ["Content-Length: 500\r\n", "too short"],
  ["Content-Length: 1\r\n", "GET /evil HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["Content-Length: -1\r\n", ""],
  ["Content-Length: 99999999999999999999\r\n", "x"],
  ["Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"],
  [
    "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
    "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n",
  ],
  ["Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"],
  ["Transfer-Encoding: chunked\r\n", "zz\r\nhello\r\n"],
  ["Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\nhello"],
  ["Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"],
  ["Transfer-Encoding: identity\r\n", ""],
  ["Expect: 100-continue\r\nContent-Length: 2\r\n", "ok"],
  ["Expect: nonsense\r\n", ""],
  [
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAA\r\n",
    "\x81\x00",
  ],
  ["Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n", ""],
  ["Connection: close, If-None-Match, Host\r\n", ""],
] as const;
const BROKEN_LINES = [
  "No colon\r\n",
  ": no name\r\n",
  "Na me: x\r\n",
  "X: folded\r\n more\r\n",
  "X: a\0b\r\n",
  "X: a\rb\r\n",
  "\tX: y\r\n",
  "é: x\r\n",
  "X:y\n",
  "Host: other.example\r\n",
];

/** Bytes that no client should send, most of them nearly a request. */
export function malformedBytes(targets: readonly Target[]): fc.Arbitrary<Buffer> {
  const request = hostileRequest(targets).map((written) => writeRequest(written).toString("latin1"));
  const spoil = fc.oneof(
    fc.constantFrom(...BODIES).map(
      ([lines, body]) =>
        (text: string) =>
          insertLines(text, lines) + body,
    ),
    fc.constantFrom(...BROKEN_LINES).map((line) => (text: string) => insertLines(text, line)),
    fc
      .constantFrom("HTTP/1.0", "HTTP/0.9", "HTTP/1.2", "HTTP/2", "HTTP/1.1 x", "http/1.1", "", "HTTP/1.1\t")
      .map((version) => (text: string) => text.replace("HTTP/1.1", version)),
    fc
      .constantFrom("\n", "\r", "\r\r\n", "\n\r")
      .map((end) => (text: string) => text.replaceAll("\r\n", end)),
    fc.constant((text: string) => text.replace(/^Host:.*\r\n/m, "")),
    fc
      .double({ min: 0, max: 1, noNaN: true })
      .map((share) => (text: string) => text.slice(0, text.length * share)),
    fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })).map(
      ([share, code]) =>
        (text: string) =>
          withByte(text, Math.floor(text.length * share), code),
    ),
    fc.constantFrom(...PREFACES).map((preface) => (text: string) => preface + text),
  );
  return fc.tuple(request, fc.array(spoil, { minLength: 1, maxLength: 3 })).map(([text, spoils]) =>
    Buffer.from(
      spoils.reduce((spoilt, one) => one(spoilt), text),
      "latin1",
    ),
  );
}

function insertLines(text: string, lines: string): string {
  return text.replace("\r\n", () => `\r\n${lines}`);
}

function withByte(text: string, place: number, code: number): string {
  return text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
}
