import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe } from "vitest";
import { always, on200, page, plain, type Row, refuse, testRows } from "./faulty-servers.ts";
import { ATOM, FEED, goodReply, withHeaders, without } from "./servers.ts";

const contents: readonly Row[] = [
  {
    server: "a page instead of the feed",
    reply: refuse(200, {}, page("Welcome")),
    finds: ['BROKEN (everybody): There is an HTML page where a feed should be ("Welcome")'],
  },
  {
    server: "a page for whoever would take HTML, too",
    reply: () => (request) =>
      (request.headers.accept ?? "").includes("text/html")
        ? {
            status: 200,
            headers: { "Content-Type": "text/html" },
            body: page("Harbour", '<link rel="alternate" type="application/rss+xml" href="/rss.xml">'),
          }
        : goodReply(request),
    finds: ['BROKEN (Miniflux, FreshRSS): There is an HTML page where a feed should be ("Harbour")'],
  },
  {
    server: "malformed XML",
    reply: always((reply, request) => ({
      ...plain(request, FEED.replace("</item>", "")),
      status: reply.status,
    })),
    finds: ["BROKEN (everybody): The feed is malformed: line 6, column 10: unexpected close tag"],
  },
  {
    server: "half a JSON document",
    reply: always((_, request) =>
      plain(request, '{"version": "https://jsonfeed.org/version/1.1", "items": ['),
    ),
    finds: ["BROKEN (everybody): The feed is malformed: Unexpected end of JSON input"],
  },
  {
    server: "JSON that is no feed",
    reply: always((_, request) => plain(request, '{"error": "not found"}')),
    finds: ["BROKEN (everybody): What is sent is no feed, but JSON that is no JSON Feed"],
  },
  {
    server: "a sitemap",
    reply: always((_, request) =>
      plain(request, '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>'),
    ),
    finds: ["BROKEN (everybody): What is sent is no feed, but XML that is no feed (<urlset>)"],
  },
  {
    server: "plain text",
    reply: always((_, request) => plain(request, "It works!")),
    finds: ["BROKEN (everybody): What is sent is no feed, but text that is neither XML nor JSON"],
  },
  {
    server: "nothing, successfully",
    reply: always((_, request) => plain(request, "")),
    finds: ["BROKEN (everybody): The body is empty (status 200)"],
  },
  {
    server: "204",
    reply: () => () => ({ status: 204, headers: {}, body: "" }),
    finds: ["BROKEN (everybody): The answer is 204, without a feed"],
  },
  {
    server: "a feed without items",
    reply: on200((_, request) => plain(request, FEED.replace(/<item>.*<\/item>/gs, ""))),
    finds: ["NOTE (everybody): The feed has no items"],
  },
  {
    server: "304 to newcomers",
    reply: () => (request) =>
      request.headers["if-modified-since"] === undefined
        ? goodReply(request)
        : { ...goodReply(request), status: 304, body: "" },
    finds: ["BROKEN (Thunderbird): The answer is 304 to somebody who has nothing yet"],
  },
  ...["text/html", "text/plain; charset=utf-8", "application/octet-stream"].map((type) => ({
    server: `the type ${type}`,
    reply: always((reply) => withHeaders(reply, { "Content-Type": type })),
    finds: [`WRONG (everybody): Content-Type is ${type.replace(/;.*/, "")}, and the feed is RSS`],
  })),
  {
    server: "no type",
    reply: always((reply) => without(reply, "Content-Type")),
    finds: ["WRONG (everybody): There is no Content-Type, and the feed is RSS"],
  },
  {
    server: "RSS's type for Atom",
    reply: on200((reply, request) => ({
      ...plain(request, ATOM),
      headers: without(reply, "Content-Encoding").headers,
    })),
    finds: ["WRONG (everybody): Content-Type is application/rss+xml, and the feed is Atom"],
  },
  {
    server: "text/xml without charset",
    reply: always((reply) => withHeaders(reply, { "Content-Type": "text/xml" })),
    finds: ["NOTE (everybody): Content-Type is text/xml without a charset, which old readers take for ASCII"],
  },
  {
    server: "bytes that are not the encoding they are said to be",
    reply: on200((_, request) => {
      const reply = plain(request);
      return { ...reply, body: Buffer.from(FEED.replace("basins", "b\u00e4sins"), "latin1") };
    }),
    finds: ["WRONG (everybody): The text is said to be utf-8, but its bytes are not"],
  },
  {
    server: "two encodings named",
    reply: always((reply) =>
      withHeaders(reply, { "Content-Type": "application/rss+xml; charset=iso-8859-1" }),
    ),
    finds: ["WRONG (everybody): Content-Type says iso-8859-1, the XML declaration says utf-8"],
  },
  {
    server: "gzip that is none",
    reply: on200((_, request) => withHeaders(plain(request), { "Content-Encoding": "gzip" })),
    finds: ["BROKEN (everybody): Content-Encoding says gzip, but the body is no whole gzip"],
  },
  {
    server: "gzip twice, said once",
    reply: on200((reply) => ({
      ...withHeaders(reply, { "Content-Encoding": "gzip" }),
      body: gzipSync(gzipSync(FEED)),
    })),
    finds: ["BROKEN (everybody): What Content-Encoding says has been unpacked, and it is gzip still"],
  },
  {
    server: "gzip that nobody mentions",
    reply: on200((reply) => ({ ...without(reply, "Content-Encoding"), body: gzipSync(FEED) })),
    finds: ["BROKEN (everybody): What Content-Encoding says has been unpacked, and it is gzip still"],
  },
  {
    server: "an encoding of its own",
    reply: on200((_, request) => withHeaders(plain(request), { "Content-Encoding": "rot13" })),
    finds: ["BROKEN (everybody): Content-Encoding names rot13, which no reader can unpack"],
  },
  {
    server: "brotli to everybody",
    reply: on200((reply) => ({
      ...withHeaders(reply, { "Content-Encoding": "br" }),
      body: brotliCompressSync(FEED),
    })),
    finds: ["BROKEN (Feedly, Inoreader, Feedbin): The body comes as br, which was not asked for"],
  },
  {
    server: "a large feed, uncompressed",
    reply: on200((_, request) =>
      plain(request, FEED.replace("<item>", `<!--${"harbour ".repeat(400)}--><item>`)),
    ),
    finds: ["NOTE (everybody): The feed is sent as it is, though the reader can unpack it"],
  },
];

describe("npm run probe finds out a server that sends something else", () => testRows(contents));
