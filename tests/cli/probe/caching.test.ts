import { describe } from "vitest";
import { always, type Row, testRows } from "./faulty-servers.ts";
import { goodReply, withHeaders, without } from "./servers.ts";

const caching: readonly Row[] = [
  {
    server: "no-store",
    reply: always((reply) => withHeaders(reply, { "Cache-Control": "private, no-store" })),
    finds: [
      "WRONG (everybody): Cache-Control: no-store keeps every cache from helping, and some readers from asking conditionally",
    ],
  },
  {
    server: "Expires: 0",
    reply: always((reply) => withHeaders(reply, { Expires: "0" })),
    finds: [
      "WRONG (everybody): Expires: 0 makes Miniflux forget ETag and Last-Modified, and fetch the whole feed each time",
    ],
  },
  {
    server: "nothing about freshness",
    reply: always((reply) => without(reply, "Cache-Control")),
    finds: ["NOTE (everybody): Nothing says how long the feed may be kept"],
  },
  {
    server: "Vary: *",
    reply: always((reply) => withHeaders(reply, { Vary: "*" })),
    finds: ["WRONG (everybody): Vary: * keeps every cache from ever using what it has"],
  },
  {
    server: "Vary: User-Agent, Cookie",
    reply: always((reply) => withHeaders(reply, { Vary: "Accept-Encoding, User-Agent, Cookie" })),
    finds: [
      "WRONG (everybody): Vary: user-agent, cookie makes caches keep a copy for each of thousands of values",
    ],
  },
  {
    server: "encodings without Vary",
    reply: always((reply) => without(reply, "Vary")),
    finds: [
      "WRONG (everybody): The feed is sent in several encodings without Vary: Accept-Encoding: a cache may hand gzip to somebody who can't read it",
    ],
  },
  {
    server: "a session cookie",
    reply: always((reply) => withHeaders(reply, { "Set-Cookie": ["PHPSESSID=1; path=/", "__cf_bm=2"] })),
    finds: [
      "WRONG (everybody): The feed comes with a cookie (PHPSESSID): caches may refuse to keep it, and readers throw it away",
    ],
  },
  {
    server: "Cloudflare's own cookie",
    reply: always((reply) => withHeaders(reply, { "Set-Cookie": "__cf_bm=2; path=/" })),
    finds: [
      "NOTE (everybody): The feed comes with a cookie (__cf_bm): caches may refuse to keep it, and readers throw it away",
    ],
  },
  {
    server: "an old copy",
    reply: always((reply) => withHeaders(reply, { Age: "901" })),
    finds: ["WRONG (everybody): A cache hands out a copy that is older than it may be (Age above max-age)"],
  },
  {
    server: "a copy within stale-while-revalidate",
    reply: always((reply) =>
      withHeaders(reply, { Age: "901", "Cache-Control": "max-age=900, stale-while-revalidate=60" }),
    ),
    finds: [],
  },
  {
    server: "no HEAD",
    reply: () => (request) =>
      request.method === "HEAD" ? { status: 405, headers: {}, body: "" } : goodReply(request),
    finds: ["WRONG (those who ask with HEAD first): HEAD is answered with 405, GET with 200"],
  },
  {
    server: "another type for HEAD",
    reply: () => (request) =>
      request.method === "HEAD"
        ? withHeaders(goodReply(request), { "Content-Type": "text/html" })
        : goodReply(request),
    finds: ["WRONG (those who ask with HEAD first): HEAD has another content-type than GET"],
  },
  {
    server: "no CORS",
    reply: always((reply) => without(reply, "Access-Control-Allow-Origin")),
    finds: ["NOTE (those who embed the feed): Scripts on other sites can't read the feed"],
  },
];

describe("npm run probe finds out a server that confuses caches", () => testRows(caching));
