import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { describeFailure } from "../../../src/cli/probe/describe-failure.ts";
import { readAddress } from "../../../src/cli/probe/read-address.ts";
import { runCli } from "../run-cli.ts";
import { findingsIn, runProbe } from "./run-probe.ts";
import { goodReply, serve, serveOnIpv6 } from "./servers.ts";

const LINK = (href: string) =>
  `<!doctype html><html><head><title>Harbour</title><link rel="alternate" type="application/rss+xml" href="${href}"></head></html>`;

describe("npm run probe", () => {
  test("ends with 0 where nothing is wrong, with 1 where something is, and 1 is not for notes", async () => {
    const good = await serve((request) => goodReply(request));
    const { status, stdout, stderr } = await runCli(["probe", good]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/\nNothing is wrong\n$/);

    const bad = await serve((request) => ({ ...goodReply(request), status: 500, body: "" }));
    expect(await runProbe(bad)).toMatchObject({ status: 1, stderr: "" });

    const noted = await serve((request) =>
      request.url === "/rss.xml"
        ? { status: 301, headers: { Location: "/a.xml" }, body: "" }
        : goodReply(request),
    );
    const result = await runProbe(noted);
    expect(result.status).toBe(0);
    expect(result.stdout).toMatch(/\nNothing is wrong; 1 note\n$/);
  });

  test("says what is wrong, for whom, and what to do", async () => {
    const url = await serve((request) =>
      request.headers["user-agent"]?.startsWith("Newsboat") === true
        ? { status: 403, headers: { "cf-mitigated": "challenge" }, body: "" }
        : goodReply(request),
    );
    const { stdout } = await runProbe(url);
    expect(stdout).toMatch(/^Newsboat {5}403 empty +- +\d+ \/ - +challenged$/m);
    expect(stdout).toContain(`
BROKEN: Cloudflare asks for a human instead of sending the feed (status 403); others get the feed (Miniflux, FreshRSS, NetNewsWire, Feedly, Inoreader, Feedbin, Thunderbird)
  for: Newsboat
  do:  let every request for the feed's address through, as docs/deploying.md says under "Letting feeds through": readers are machines

1 thing is wrong
`);
  });

  test("adds a caution where only services are refused: it may be for not being they", async () => {
    const url = await serve((request) =>
      /^(?:Feedly|Inoreader)/.test(request.headers["user-agent"] ?? "")
        ? { status: 403, headers: {}, body: "" }
        : goodReply(request),
    );
    const { stdout } = await runProbe(url);
    expect(stdout).toContain("it may only have noticed that we are not really they");
  });

  test("finds the feed of a page and says so", async () => {
    const url = await serve((request) =>
      request.url === "/"
        ? { status: 200, headers: { "Content-Type": "text/html" }, body: LINK("/feeds/rss.xml") }
        : goodReply(request),
    );
    const { status, stdout } = await runProbe(new URL("/", url).href);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^This is a page: http.*\/\nIts feed, asked for instead:\nhttp.*\/feeds\/rss\.xml\n/,
    );
  });

  test("follows one page and no more", async () => {
    const url = await serve((request) => ({
      status: 200,
      headers: { "Content-Type": "text/html" },
      body: LINK(`${request.url}x`),
    }));
    const { status, stdout } = await runProbe(url);
    expect(status).toBe(1);
    expect(findingsIn(stdout)).toEqual([
      'BROKEN (everybody): There is an HTML page where a feed should be ("Harbour")',
    ]);
  });

  test("takes an address without a scheme, tries https first, and never shows a password", async () => {
    const url = await serve((request) => {
      expect(request.headers.authorization).toBe(`Basic ${Buffer.from("me:secret").toString("base64")}`);
      return goodReply(request);
    });
    const { status, stdout } = await runProbe(`me:secret@${url.replace("http://", "")}`);
    expect(status).toBe(0);
    expect(stdout.split("\n")[0]).toBe(url);
    expect(stdout).not.toContain("secret");
  });

  test("reaches an address of IPv6", async ({ skip }) => {
    const url = await serveOnIpv6((request) => goodReply(request));
    if (url === null) return skip("this machine has none");
    expect(await runProbe(url)).toMatchObject({ status: 0, stderr: "" });
  });

  test("ends with 2 and a reason where nobody can be reached", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = address !== null && typeof address === "object" ? address.port : 0;
    server.close();
    await once(server, "close");
    expect(await runProbe(`http://127.0.0.1:${port}/rss.xml`)).toEqual({
      status: 2,
      stdout: "",
      stderr: `Cannot reach http://127.0.0.1:${port}/rss.xml: nothing answers at 127.0.0.1:${port} (ECONNREFUSED)\n`,
    });
    const plain = await serve((request) => goodReply(request));
    const secure = plain.replace("http:", "https:");
    expect(await runProbe(secure)).toEqual({
      status: 2,
      stdout: "",
      stderr: `Cannot reach ${secure}: no secure connection comes about (TLS)\n`,
    });
  });

  test.each([
    [[], "Cannot probe 0 addresses; expected one\nUsage: npm run probe -- URL [--timeout SECONDS]\n"],
    [
      ["a.example", "b.example"],
      "Cannot probe 2 addresses; expected one\nUsage: npm run probe -- URL [--timeout SECONDS]\n",
    ],
    [
      ["ftp://a.example/"],
      'Cannot probe "ftp://a.example/": it is no web address; expected something like https://example.org/rss.xml\n',
    ],
    [
      ["http://"],
      'Cannot probe "http://": it is no web address; expected something like https://example.org/rss.xml\n',
    ],
    [["a.example", "--timeout", "0"], 'Cannot wait "0" seconds; expected a number from 1 to 120\n'],
    [["a.example", "--loud"], "Unknown option '--loud'\nUsage: npm run probe -- URL [--timeout SECONDS]\n"],
  ])("refuses %j", async (args, stderr) => {
    expect(await runProbe(...args)).toEqual({ status: 2, stdout: "", stderr });
  });
});

test.each([
  ["https://a.example/rss.xml", ["https://a.example/rss.xml"]],
  ["a.example/rss.xml", ["https://a.example/rss.xml", "http://a.example/rss.xml"]],
  ["localhost:8787/rss.xml", ["https://localhost:8787/rss.xml", "http://localhost:8787/rss.xml"]],
  ["[::1]:8787", ["https://[::1]:8787/", "http://[::1]:8787/"]],
  [
    "bücher.example/röss",
    ["https://xn--bcher-kva.example/r%C3%B6ss", "http://xn--bcher-kva.example/r%C3%B6ss"],
  ],
  ["feed:https://a.example/rss.xml", ["https://a.example/rss.xml"]],
  ["feed://a.example/rss.xml", ["https://a.example/rss.xml", "http://a.example/rss.xml"]],
  [" HTTP://A.example ", ["http://a.example/"]],
])("readAddress() reads %s", (typed, addresses) => {
  expect(readAddress(typed).map(({ href }) => href)).toEqual(addresses);
});

test.each([
  ["ENOTFOUND", "no-name", "there is no host of the name a.example"],
  ["EAI_AGAIN", "no-name", "there is no host of the name a.example"],
  ["CERT_HAS_EXPIRED", "no-trust", "its certificate has expired"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "no-trust", "its certificate is for another name"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "no-trust", "no secure connection comes about (TLS)"],
  ["EHOSTUNREACH", "no-connection", "nothing answers at a.example:444 (EHOSTUNREACH)"],
])("describeFailure() knows what %s means", (code, reason, detail) => {
  const error = Object.assign(new Error("as the system says it"), { code });
  expect(describeFailure(error, new URL("https://a.example:444/"), false)).toMatchObject({ reason, detail });
});
