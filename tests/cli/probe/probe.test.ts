import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { agent } from "./faulty-servers.ts";
import { runProbe } from "./run-probe.ts";
import { ETAG, goodReply, serve } from "./servers.ts";

test("npm run probe finds nothing in a feed that is served as it ought to be", async () => {
  const url = await serve((request) => goodReply(request));
  const { status, stdout } = await runProbe(url);
  expect(status).toBe(0);
  expect(
    stdout
      .split("\n")
      .filter((line) => /^(?:reader|Miniflux|Feedbin|Thunderbird)/.test(line))
      .map((line) => line.replace(/\d+ \/ \d+/, "# / #").replace(/ +/g, " ")),
  ).toEqual([
    "reader first answer asked again bytes verdict",
    "Miniflux 200 RSS, 2 items, br 304 # / # good",
    "Feedbin 200 RSS, 2 items, gzip 304 # / # good",
    "Thunderbird 200 RSS, 2 items, br 304 # / # good",
  ]);
  expect(stdout).toMatch(/\nNothing is wrong\n$/);
});

test("npm run probe asks as each reader does, twice, and no more than it says", async () => {
  const asked: IncomingMessage[] = [];
  const url = await serve((request) => {
    asked.push(request);
    return goodReply(request);
  });
  await runProbe(url);
  expect(asked.length).toBe(20);
  const [first, second] = asked.filter((request) => agent(request).startsWith("Newsboat"));
  expect(first?.headers).not.toHaveProperty("a-im");
  expect(second?.headers).toMatchObject({
    "a-im": "feed",
    "if-none-match": ETAG,
    "if-modified-since": "Sun, 01 Nov 2026 06:00:00 GMT",
  });
  const [thunderbird] = asked.filter((request) => agent(request).includes("Thunderbird"));
  expect(thunderbird?.headers["if-modified-since"]).toBe("Sat, 01 Jan 2000 00:00:00 GMT");
  expect(
    asked
      .filter((request) => agent(request).includes("Thunderbird"))
      .some(({ headers }) => "if-none-match" in headers),
  ).toBe(false);
});
