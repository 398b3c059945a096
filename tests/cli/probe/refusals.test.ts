import { describe } from "vitest";
import { agent, isAsked, othersThan, page, type Row, refuse, testRows } from "./faulty-servers.ts";
import { goodReply } from "./servers.ts";

const refusals: readonly Row[] = [
  {
    server: "Cloudflare challenges everybody",
    reply: refuse(
      403,
      { "cf-mitigated": "challenge", Server: "cloudflare", "CF-RAY": "8c-FRA" },
      page("Just a moment..."),
    ),
    finds: ["BROKEN (everybody): Cloudflare asks for a human instead of sending the feed (status 403)"],
  },
  {
    server: "Cloudflare challenges with 429, as Super Bot Fight Mode does",
    reply: refuse(429, { "cf-mitigated": "challenge" }, ""),
    finds: ["BROKEN (everybody): Cloudflare asks for a human instead of sending the feed (status 429)"],
  },
  {
    server: "a challenge without its header",
    reply: refuse(503, { Server: "cloudflare" }, page("Just a moment...")),
    finds: ["BROKEN (everybody): Cloudflare asks for a human instead of sending the feed (status 503)"],
  },
  {
    server: "Cloudflare blocks one service",
    reply: () => (request) =>
      agent(request).startsWith("Feedly")
        ? { status: 403, headers: { "CF-RAY": "8c-FRA" }, body: page("Attention Required! | Cloudflare") }
        : goodReply(request),
    finds: [
      `BROKEN (Feedly): Cloudflare refuses to send the feed (status 403); others get the feed (${othersThan("Feedly")})`,
    ],
  },
  {
    server: "a firewall lets browsers through and no reader",
    reply: () => (request) =>
      request.headers["sec-fetch-mode"] === undefined
        ? { status: 403, headers: { "X-Vercel-Mitigated": "deny" }, body: "" }
        : goodReply(request),
    finds: [
      "BROKEN (everybody): Vercel's firewall refuses to send the feed (status 403); a browser gets the feed",
    ],
  },
  {
    server: "Amazon's firewall says 202",
    reply: refuse(202, { "x-amzn-waf-action": "challenge" }, ""),
    finds: [
      "BROKEN (everybody): Amazon's firewall (AWS WAF) asks for a human instead of sending the feed (status 202)",
    ],
  },
  {
    server: "a challenge with status 200",
    reply: refuse(200, {}, page("Making sure you're not a bot!")),
    finds: ["BROKEN (everybody): Anubis asks for a human instead of sending the feed (status 200)"],
  },
  {
    server: "an unknown protection asks for a human",
    reply: refuse(200, {}, page("Verify you are human")),
    finds: ["BROKEN (everybody): A bot protection asks for a human instead of sending the feed (status 200)"],
  },
  {
    server: "Cloudflare refuses in plain text",
    reply: refuse(403, { Server: "cloudflare" }, "error code: 1010"),
    finds: ["BROKEN (everybody): Cloudflare refuses to send the feed (status 403)"],
  },
  {
    server: "a firewall that signs what it lets pass, too",
    reply: refuse(403, { "X-DataDome": "protected" }, page("example.org")),
    finds: ["BROKEN (everybody): DataDome refuses to send the feed (status 403)"],
  },
  {
    server: "a server behind Cloudflare wants a password",
    reply: refuse(401, { Server: "cloudflare" }, page("Log in")),
    finds: ["BROKEN (everybody): The answer is 401 instead of the feed, Server: cloudflare"],
  },
  {
    server: "a rate limit",
    reply: refuse(429, { "Retry-After": "60" }, ""),
    finds: ["BROKEN (everybody): The answer is 429 instead of the feed"],
  },
  {
    server: "a server that dislikes programs",
    reply: () => (request) =>
      agent(request).startsWith("Mozilla")
        ? goodReply(request)
        : { status: 403, headers: { Server: "nginx" }, body: "no" },
    finds: [
      "BROKEN (FreshRSS, NetNewsWire, Newsboat, Feedly, Inoreader, Feedbin): The answer is 403 instead of the feed, Server: nginx; others get the feed (Miniflux, Thunderbird)",
    ],
  },
  {
    server: "nothing at that address",
    reply: refuse(404, {}, page("Not found")),
    finds: ["BROKEN (everybody): The answer is 404 instead of the feed"],
  },
  {
    server: "a server in trouble",
    reply: refuse(500, {}, ""),
    finds: ["BROKEN (everybody): The answer is 500 instead of the feed"],
  },
  {
    server: "a limit that counts quick requests",
    reply: () => (request) =>
      isAsked(request) ? { status: 429, headers: {}, body: "" } : goodReply(request),
    finds: ["BROKEN (everybody): Asked again with what it was given, the reader gets 429 and no feed"],
  },
];

describe("npm run probe finds out a server that refuses", () => testRows(refusals));
