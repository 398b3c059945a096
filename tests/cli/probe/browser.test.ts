import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { page, type Row, testRows } from "./faulty-servers.ts";
import { findingsIn, probeHere } from "./run-probe.ts";
import { ETAG, goodReply, type Reply, serve, withHeaders } from "./servers.ts";

const BOTH = { Vary: "Accept-Encoding, Sec-Fetch-Dest" };

const isOpened = ({ headers }: IncomingMessage) => headers["sec-fetch-dest"] === "document";

/** What a browser is to get. */
const goodPage: Reply = {
  status: 200,
  headers: {
    ...BOTH,
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "private, no-cache",
    ETag: 'W/"page-1"',
  },
  body: page("The Harbour Wire"),
};

/** The feed for readers and that page for others. */
const also =
  (reply: Reply, isForPeople = isOpened) =>
  () =>
  (request: IncomingMessage) =>
    isForPeople(request) ? reply : withHeaders(goodReply(request), BOTH);

const NO_VARY =
  "WRONG (readers behind a cache): A browser gets a page and a reader the feed, and Vary does not say what decides: a cache may hand the page to a reader";

const rows: readonly Row[] = [
  { server: "a page for browsers, and all that belongs to it", reply: also(goodPage), finds: [] },
  {
    server: "Vary with neither of the two",
    reply: () => (request) =>
      isOpened(request) ? withHeaders(goodPage, { Vary: "Accept-Encoding" }) : goodReply(request),
    finds: [NO_VARY],
  },
  {
    server: "Vary with the page alone",
    reply: () => (request) => (isOpened(request) ? goodPage : goodReply(request)),
    finds: [NO_VARY],
  },
  {
    server: "a page that shared caches may keep",
    reply: also(withHeaders(goodPage, { "Cache-Control": "public, max-age=600" })),
    finds: [
      "WRONG (readers behind a cache): Shared caches may keep the page that a browser gets at the feed's address: one that ignores Vary hands it to readers",
    ],
  },
  {
    server: "one ETag for both",
    reply: also(withHeaders(goodPage, { ETag: ETAG })),
    finds: [
      "BROKEN (readers behind a cache): The page that a browser gets has the feed's ETag: who has the one is told that the other is unchanged",
    ],
  },
  {
    server: "a page for scripts, too",
    reply: also(goodPage, ({ headers }) => headers["sec-fetch-dest"] !== undefined),
    finds: [
      "BROKEN (those who embed the feed): A script on another site gets an HTML page where readers get the feed",
    ],
  },
  {
    server: "a cache that keeps the page for everybody",
    reply: () => {
      let kept: Reply | null = null;
      return (request) => {
        if (isOpened(request)) kept = goodPage;
        return kept ?? withHeaders(goodReply(request), BOTH);
      };
    },
    finds: [
      "BROKEN (readers behind a cache): Once a browser has asked for the feed's address, a reader gets the browser's page",
    ],
  },
  {
    server: "403 for browsers",
    reply: also({ status: 403, headers: { "Content-Type": "text/html" }, body: page("No") }),
    finds: [],
  },
];

describe("npm run probe finds out what a server gets wrong that shows people a page", () => testRows(rows));

test("npm run probe asks as a browser last, and then as a reader once more", async () => {
  const asked: IncomingMessage[] = [];
  const url = await serve((request) => {
    asked.push(request);
    return also(goodPage)()(request);
  });
  expect(findingsIn(await probeHere(url))).toEqual([]);
  expect(asked.map(isOpened).slice(-3)).toEqual([false, true, false]);
  expect(asked.filter(isOpened).length).toBe(1);
});
