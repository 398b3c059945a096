import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { findRedirects } from "../../../src/cli/probe/find-redirects.ts";
import { probeFeed } from "../../../src/cli/probe/probe-feed.ts";
import { agent, type Row, testRows } from "./faulty-servers.ts";
import { findingsIn, probeHere } from "./run-probe.ts";
import { goodReply, type Reply, serve } from "./servers.ts";

const redirectOnce =
  (status: number, location: string, isRedirected: (request: IncomingMessage) => boolean) =>
  () =>
  (request: IncomingMessage): Reply =>
    isRedirected(request) ? { status, headers: { Location: location }, body: "" } : goodReply(request);
const isAt = (path: string) => (request: IncomingMessage) => request.url === path;

const redirects: readonly Row[] = [
  {
    server: "a redirect that lasts",
    reply: redirectOnce(301, "/feeds/rss.xml", isAt("/rss.xml")),
    finds: ["NOTE (everybody): Each poll takes 2 requests, since the address redirects"],
  },
  {
    server: "a redirect to another place for the time being",
    reply: redirectOnce(302, "/feeds/rss.xml", isAt("/rss.xml")),
    finds: ["NOTE (everybody): A redirect is temporary (302), so no reader will remember where it leads"],
  },
  {
    server: "a slash at the end, for the time being",
    reply: redirectOnce(302, "/rss.xml/", isAt("/rss.xml")),
    finds: ["WRONG (everybody): A redirect that is meant to last is sent as temporary (302)"],
  },
  {
    server: "five redirects",
    reply: () => (request) => {
      const step = Number(/\d+$/.exec(request.url ?? "")?.[0] ?? 0);
      return step < 5
        ? { status: 301, headers: { Location: `/step/${step + 1}` }, body: "" }
        : goodReply(request);
    },
    finds: [
      "BROKEN (everybody): There are 5 redirects before the feed, and Feedbin follows 4",
      "NOTE (everybody): Each poll takes 6 requests, since the address redirects",
    ],
  },
  {
    server: "a thousand redirects",
    reply: () => (request) => ({ status: 301, headers: { Location: `${request.url}0` }, body: "" }),
    finds: ["BROKEN (everybody): No answer: there are still redirects after 10 of them"],
  },
  {
    server: "a redirect to nothing of the web",
    reply: redirectOnce(302, "file:///etc/passwd", () => true),
    finds: ["BROKEN (everybody): No answer: a redirect leads to file:///etc/passwd, which is no web address"],
  },
  {
    server: "a redirect without an address",
    reply: () => () => ({ status: 302, headers: {}, body: "" }),
    finds: ["BROKEN (everybody): The body is empty (status 302)"],
  },
];

describe("npm run probe finds out a server that redirects", () => testRows(redirects));

test("npm run probe finds a circle of redirects, and readers that are sent elsewhere", async () => {
  const circle = await serve((request) => ({
    status: 301,
    headers: { Location: request.url === "/a" ? "/rss.xml" : "/a" },
    body: "",
  }));
  expect(findingsIn(await probeHere(circle))).toEqual([
    `BROKEN (everybody): No answer: the redirects go round in a circle, back to ${circle}`,
  ]);
  const elsewhere = await serve((request) =>
    agent(request).startsWith("Newsboat") && request.url === "/rss.xml"
      ? { status: 301, headers: { Location: "/old.xml" }, body: "" }
      : goodReply(request),
  );
  expect(findingsIn(await probeHere(elsewhere))).toEqual([
    `BROKEN (Newsboat): Is sent to ${new URL("/old.xml", elsewhere)}, others to ${elsewhere}`,
    "NOTE (Newsboat): Each poll takes 2 requests, since the address redirects",
  ]);
});

test("npm run probe finds redirects to where nothing can be had", async () => {
  const target = await serve((request) => goodReply(request));
  const toTls = await serve(() => ({
    status: 301,
    headers: { Location: target.replace("http:", "https:") },
    body: "",
  }));
  expect(findingsIn(await probeHere(toTls))).toEqual([
    "BROKEN (everybody): No answer: no secure connection comes about (TLS)",
  ]);
  // Port 1 is nobody's.
  const toNothing = await serve(() => ({
    status: 301,
    headers: { Location: "http://127.0.0.1:1/" },
    body: "",
  }));
  expect(findingsIn(await probeHere(toNothing))).toEqual([
    "BROKEN (everybody): No answer: nothing answers at 127.0.0.1:1 (ECONNREFUSED)",
  ]);
});

test("findRedirects() finds a way from https to http", async () => {
  const result = await probeFeed(new URL(await serve((request) => goodReply(request))), {
    timeoutMs: 15_000,
    bodyBytesMax: 1_000_000,
  });
  if ("is" in result) throw new Error(result.failure.detail);
  const hops = [{ from: "https://a.example/", status: 301, to: "http://b.example/" }];
  const visits = result.visits.map((visit) => ({
    ...visit,
    first: { ...visit.first, outcome: { ...visit.first.outcome, hops } },
  }));
  expect(findRedirects(result)).toEqual([]);
  expect(findRedirects({ ...result, visits }).map(({ what }) => what)).toContain(
    "A redirect leads from https to http, where anybody on the way can change the feed",
  );
});
