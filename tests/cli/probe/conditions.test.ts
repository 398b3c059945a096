import type { IncomingMessage } from "node:http";
import { gzipSync } from "node:zlib";
import { describe } from "vitest";
import {
  agent,
  always,
  BY_TAG,
  isAsked,
  on200,
  othersThan,
  type Row,
  testRows,
  unconditional,
} from "./faulty-servers.ts";
import { FEED, goodReply, type Reply, withHeaders, without } from "./servers.ts";

/** A tag of one's own for each encoding. */
const tagged =
  (tagOf: (request: IncomingMessage, coding: string) => string, matches: (sent: string) => boolean) =>
  () =>
  (request: IncomingMessage): Reply => {
    const reply = unconditional(request);
    const coding = String(reply.headers["Content-Encoding"] ?? "");
    const etag = tagOf(request, coding);
    const sent = request.headers["if-none-match"];
    const isSame = sent === undefined ? goodReply(request).status === 304 : matches(sent);
    return isSame
      ? { ...withHeaders(without(reply, "Content-Encoding"), { ETag: etag }), status: 304, body: "" }
      : withHeaders(reply, { ETag: etag });
  };

const conditions: readonly Row[] = [
  {
    server: "no 304 ever",
    reply: () => unconditional,
    finds: [
      `WRONG (${BY_TAG}): No 304 by ETag: the whole feed comes again although If-None-Match fits; the tag is weak (perhaps made so by a proxy that compresses) and seems to be compared letter by letter`,
      "WRONG (Thunderbird): No 304 by date: the whole feed comes again although If-Modified-Since fits",
    ],
  },
  {
    server: "a strong tag that is ignored",
    reply: tagged(
      () => '"a"',
      () => false,
    ),
    finds: [`WRONG (${BY_TAG}): No 304 by ETag: the whole feed comes again although If-None-Match fits`],
  },
  {
    server: "dates that are ignored",
    reply: () => (request) =>
      request.headers["if-none-match"] === undefined ? unconditional(request) : goodReply(request),
    finds: [
      "WRONG (Thunderbird): No 304 by date: the whole feed comes again although If-Modified-Since fits",
    ],
  },
  {
    server: "304 only if both are sent",
    reply: () => (request) =>
      request.headers["if-modified-since"] === undefined ? unconditional(request) : goodReply(request),
    finds: [
      "WRONG (readers that send only the ETag): No 304 by ETag alone: it comes only if the date is sent, too",
    ],
  },
  {
    server: "a proxy that adds -gzip and does not take it off",
    reply: tagged(
      () => '"a-gzip"',
      (sent) => sent === '"a"',
    ),
    finds: [
      `WRONG (${BY_TAG}): No 304 by ETag: the whole feed comes again although If-None-Match fits; a proxy has added the encoding to the tag ("a-gzip") and does not take it off again`,
    ],
  },
  {
    server: "a proxy that names the encoding in the tag, and takes it off",
    reply: tagged(
      (_, coding) => `"a-${coding}"`,
      (sent) => /^"a-/.test(sent),
    ),
    finds: [
      "NOTE (everybody): The same ETag comes in several spellings (with W/ or with the encoding's name): a proxy that compresses has altered it",
    ],
  },
  {
    server: "a proxy that strengthens the tag of some",
    reply: tagged(
      (_, coding) => (coding === "br" ? 'W/"a"' : '"a"'),
      (sent) => sent.endsWith('"a"'),
    ),
    finds: [
      "NOTE (everybody): The same ETag comes in several spellings (with W/ or with the encoding's name): a proxy that compresses has altered it",
    ],
  },
  {
    server: "a tag for each encoding",
    reply: tagged(
      (_, coding) => `"${coding.length}"`,
      () => true,
    ),
    finds: ["NOTE (everybody): Each encoding has an ETag of its own"],
  },
  {
    server: "a tag for each request",
    reply: () => {
      let count = 0;
      return (request) => withHeaders(unconditional(request), { ETag: `"${count++}"` });
    },
    finds: [
      `WRONG (${BY_TAG}): No 304 by ETag: the whole feed comes again although If-None-Match fits; it has another ETag each time`,
      "WRONG (Thunderbird): No 304 by date: the whole feed comes again although If-Modified-Since fits",
      "WRONG (everybody): The ETag changes although the feed does not",
    ],
  },
  {
    server: "two machines that take the tag from the file",
    reply: () => {
      let count = 0;
      return tagged(
        () => `"machine-${count++ % 3}"`,
        () => true,
      )();
    },
    finds: [
      `WRONG (${BY_TAG}): The 304 has another ETag than the one it confirms, and readers keep it`,
      "WRONG (everybody): The ETag changes although the feed does not",
    ],
  },
  {
    server: "a feed made anew for each request",
    reply: () => {
      let count = 0;
      return (request) =>
        goodReply(
          Object.assign(Object.create(request), { headers: { "accept-encoding": "gzip" } }),
          FEED.replace("News", `${count++} news`),
        );
    },
    finds: [
      "WRONG (everybody): The feed was another a moment later: is it made anew for each request, with the time in it?",
    ],
  },
  {
    server: "a text of its own for one reader",
    reply: on200((reply, request) =>
      agent(request).startsWith("Feedbin")
        ? { ...reply, body: gzipSync(FEED.replace("Two", "Three")) }
        : reply,
    ),
    finds: ["NOTE (Feedbin): Gets another text than the others"],
  },
  {
    server: "no validators",
    reply: () => (request) => without(unconditional(request), "ETag", "Last-Modified"),
    finds: ["WRONG (everybody): There is neither ETag nor Last-Modified: each poll fetches the whole feed"],
  },
  {
    server: "no ETag",
    reply: always((reply) => without(reply, "ETag")),
    finds: ["WRONG (everybody): There is no ETag, only Last-Modified"],
  },
  {
    server: "no Last-Modified",
    reply: always((reply) => without(reply, "Last-Modified")),
    finds: ["WRONG (everybody): There is no Last-Modified, only ETag"],
  },
  {
    server: "a tag without quotes",
    reply: tagged(
      () => "abc",
      (sent) => sent === "abc",
    ),
    finds: ["WRONG (everybody): ETag is not a tag in quotes: abc"],
  },
  {
    server: "a Last-Modified that is no HTTP date",
    reply: always((reply) => withHeaders(reply, { "Last-Modified": "2026-11-01T06:00:00Z" })),
    finds: ["WRONG (everybody): Last-Modified is no HTTP date: 2026-11-01T06:00:00Z"],
  },
  {
    server: "a Last-Modified in the future",
    reply: () => (request) => {
      const reply = withHeaders(unconditional(request), { "Last-Modified": "Fri, 01 Jan 2100 00:00:00 GMT" });
      return isAsked(request) || request.headers["if-modified-since"]?.includes("2100") === true
        ? { ...reply, status: 304, body: "" }
        : reply;
    },
    finds: ["WRONG (everybody): Last-Modified lies in the future"],
  },
  {
    server: "a Last-Modified that moves",
    reply: () => {
      let count = 0;
      return on200((reply) =>
        withHeaders(reply, {
          "Last-Modified": new Date(Date.parse("2026-11-01T06:00:00Z") + 1000 * count++).toUTCString(),
        }),
      )();
    },
    finds: ["WRONG (everybody): Last-Modified moves although the feed does not change"],
  },
  {
    server: "a 304 without ETag",
    reply: always((reply) => (reply.status === 304 ? without(reply, "ETag") : reply)),
    finds: ["NOTE (everybody): The 304 does not repeat the ETag (RFC 9110, section 15.4.5)"],
  },
  {
    server: "an error for whoever asks conditionally",
    reply: () => (request) =>
      isAsked(request) ? { status: 412, headers: {}, body: "" } : goodReply(request),
    finds: ["BROKEN (everybody): Asked again with what it was given, the reader gets 412 and no feed"],
  },
  {
    server: "a delta for whoever has an ETag",
    reply: () => (request) => {
      const reply = unconditional(request);
      return request.headers["if-none-match"] === undefined
        ? goodReply(request)
        : { ...withHeaders(reply, { IM: "feed" }), status: 226 };
    },
    finds: [
      `BROKEN (${othersThan("Newsboat", "Thunderbird")}): The answer is 226, but not what RFC 3229 says: IM: feed, to those alone that sent A-IM: feed`,
    ],
  },
];

describe("npm run probe finds out a server that ignores conditions", () => testRows(conditions));
