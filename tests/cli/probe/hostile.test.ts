import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { judgeProbe } from "../../../src/cli/probe/judge-probe.ts";
import { probeFeed } from "../../../src/cli/probe/probe-feed.ts";
import { findingsIn, probeHere, runProbe } from "./run-probe.ts";
import { FEED, goodReply, type Reply, serve, serveRaw, serveWith } from "./servers.ts";

const HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";

describe("npm run probe outlives", () => {
  test("a body without an end", async () => {
    const url = await serveWith((_, response) => {
      const chunk = "harbour ".repeat(8192);
      const pump = () => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once("drain", pump);
      };
      pump();
    });
    const { status, stdout } = await runProbe(url);
    expect({ status, finds: findingsIn(stdout) }).toEqual({
      status: 1,
      finds: [
        "BROKEN (everybody): The feed does not come to an end before readers stop reading (Feedbin at 10 MiB)",
      ],
    });
  });

  test("gzip that unpacks to a hundred times what it is", async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const url = await serve((request) => ({
      ...goodReply(request),
      headers: { "Content-Type": "application/rss+xml", "Content-Encoding": "gzip" },
      body: bomb,
    }));
    expect(findingsIn(await probeHere(url))).toEqual([
      "BROKEN (everybody): The gzip body unpacks to more than any reader takes",
    ]);
  });

  test.each([
    ["headers that never end", "HTTP/1.1 200 OK\r\nX-Slow: "],
    ["a body that never comes", `${HEAD}Content-Length: 100\r\n\r\n<rss`],
    ["silence", ""],
  ])("%s, and asks no more readers after two", async (_, start) => {
    const { status, stdout } = await runProbe(
      await serveRaw((socket) => socket.write(start)),
      "--timeout",
      "1",
    );
    expect({ status, finds: findingsIn(stdout) }).toEqual({
      status: 1,
      finds: ["BROKEN (everybody): No answer: the answer did not come to an end in time"],
    });
    expect(stdout).toContain("The others were not asked, since nothing came in time");
  });

  test.each([
    [
      "something that is not HTTP",
      "SSH-2.0-OpenSSH_9.9\r\n",
      "No answer that can be read: what it sends is not HTTP",
    ],
    [
      "headers larger than any",
      `HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`,
      "No answer that can be read: its headers are larger than any reader takes",
    ],
    ["a connection that is cut", "", "No answer: the connection is cut before there is an answer"],
    [
      "an answer that breaks off",
      `${HEAD}Content-Length: 100000\r\n\r\n${FEED}`,
      "The answer breaks off: fewer bytes than Content-Length says",
    ],
    [
      "pieces of which the last is missing",
      `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n`,
      "The answer breaks off: its last piece is missing",
    ],
    [
      "a Content-Length that counts characters",
      `${HEAD}Content-Length: ${FEED.length - 4}\r\n\r\n${FEED}`,
      "Content-Length is less than what is sent: readers cut the feed off there",
    ],
  ])("%s", async (_, sent, finding) => {
    const finds = findingsIn(await probeHere(await serveRaw((socket) => socket.end(sent))));
    expect(finds).toContain(`BROKEN (everybody): ${finding}`);
  });

  test("a 304 with a body", async () => {
    const url = await serveRaw((socket, request) => {
      const isAgain = /^if-none-match/im.test(request);
      const validators =
        'ETag: "a"\r\nLast-Modified: Sun, 01 Nov 2026 06:00:00 GMT\r\nCache-Control: max-age=900\r\nAccess-Control-Allow-Origin: *\r\n';
      const head = isAgain ? `HTTP/1.1 304 Not Modified\r\n${validators}` : `${HEAD}${validators}`;
      socket.end(`${head}Content-Length: ${FEED.length}\r\n\r\n${request.startsWith("HEAD") ? "" : FEED}`);
    });
    expect(findingsIn(await probeHere(url))).toEqual([
      "BROKEN (Miniflux, FreshRSS, NetNewsWire, Newsboat, Feedly, Inoreader, Feedbin): A body follows the 304: a reader that keeps the connection takes it for the next answer",
      "WRONG (Thunderbird): No 304 by date: the whole feed comes again although If-Modified-Since fits",
    ]);
  });

  test("a server that cuts off whoever asks again", async () => {
    const url = await serveWith((request, response) => {
      if (request.headers["if-none-match"] !== undefined) return request.socket.destroy();
      const { status, headers, body } = goodReply(request);
      response.writeHead(status, { ...headers, Vary: "Accept-Encoding" }).end(body);
    });
    expect(findingsIn(await probeHere(url))).toContain(
      "BROKEN (Miniflux, FreshRSS, NetNewsWire, Newsboat, Feedly, Inoreader, Feedbin): Asked again with what it was given, the reader gets no answer: the connection is cut before there is an answer",
    );
  });

  test("control characters wherever a server can put them, and shows none", async () => {
    const evil = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e";
    const latin1 = Buffer.from("\u009b31m\u0085", "latin1").toString("latin1");
    const replies: readonly Reply[] = [
      {
        status: 200,
        headers: {
          "Content-Type": `text/x${latin1}`,
          ETag: `x${latin1}`,
          "Last-Modified": latin1,
          "Set-Cookie": `${latin1}=1`,
          Vary: latin1,
        },
        body: FEED,
      },
      { status: 403, headers: { Server: `nginx${latin1}` }, body: evil },
      { status: 301, headers: { Location: `ftp://x/${latin1}` }, body: evil },
      { status: 301, headers: { Location: `/${latin1}` }, body: evil },
      { status: 200, headers: { "Content-Encoding": `x${latin1}` }, body: evil },
      {
        status: 200,
        headers: {},
        body: `<html><title>${evil}</title><link rel=alternate type=application/rss+xml href="http://127.0.0.1:1/${evil}">`,
      },
      { status: 200, headers: {}, body: `<${evil}/>` },
      { status: 200, headers: {}, body: `<rss></${evil}>` },
      { status: 200, headers: {}, body: `{"a": ${evil}` },
      {
        status: 200,
        headers: { "Content-Type": `text/xml; charset=x${latin1}` },
        body: `<?xml version="1.0" encoding="${evil}"?><rss/>`,
      },
    ];
    for (const reply of replies) {
      const printed = await probeHere(await serve(() => reply));
      expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    const first = await runProbe(await serve(() => replies.at(0) ?? { status: 500, headers: {}, body: "" }));
    expect(first.stdout).toContain("text/x\\u{9b}31m\\u{85}");
  });
});

test.each([
  ["nothing but opening tags", "<a>".repeat(3_000_000)],
  ["nothing but less-than signs", "<".repeat(9_000_000)],
  [
    "one tag with many attributes",
    `<a ${Array.from({ length: 500_000 }, (_, index) => `a${index}=""`).join(" ")}>`,
  ],
  ["brackets in brackets", "[".repeat(9_000_000)],
  ["a page of nothing but tags", `<html>${"<b><i>".repeat(1_500_000)}`],
  ["spaces before nothing", " ".repeat(9_000_000)],
  ["comments before nothing", "<!--".repeat(2_000_000)],
])("npm run probe reads ten megabytes of %s to an end", async (_, body) => {
  const printed = await probeHere(
    await serve(() => ({ status: 200, headers: { "Content-Type": "text/xml" }, body })),
  );
  expect(findingsIn(printed).length).toBeGreaterThan(0);
});

test("an answer that takes long is slow, and one that does not is not", async () => {
  const url = await serve((request) => goodReply(request));
  const result = await probeFeed(new URL(url), { timeoutMs: 15_000, bodyBytesMax: 1_000_000 });
  if ("is" in result) throw new Error(result.failure.detail);
  // Whatever time it took, it is more than none and less than an hour.
  expect(judgeProbe(result, 0).map(({ label }) => label)).toEqual(["slow"]);
  expect(judgeProbe(result, 3_600_000)).toEqual([]);
});
