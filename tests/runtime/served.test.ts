import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { parseFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askExactly } from "./ask-exactly.ts";
import { serveSample } from "./serve-sample.ts";

let sample: Awaited<ReturnType<typeof serveSample>>;

beforeAll(async () => {
  sample = await serveSample();
}, 60_000);

afterAll(() => sample.stop());

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
  askExactly(sample.port, path, headers, method);

/** Exactly what comes over the wire. Nothing is said after it. */
function overTheWire(path: string, headers: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(sample.port, "127.0.0.1").setEncoding("latin1");
    let received = "";
    socket.on("data", (text) => {
      received += text;
    });
    socket.on("end", () => resolve(received));
    socket.on("error", reject);
    const lines = [`GET ${path} HTTP/1.1`, "Host: 127.0.0.1", "Connection: close", ...headers];
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  });
}

const feeds = ["", "/headlines", "/articles"].flatMap((channel) =>
  ["rss.xml", "atom.xml", "feed.json"].map((file) => `${channel}/${file}`),
);

describe("the built Worker in workerd", () => {
  test.each(feeds)("%s is the page of its channel for a person, and the feed with ?raw", async (path) => {
    const opening = { "Sec-Fetch-Dest": "document" };
    const page = path.slice(0, path.lastIndexOf("/")) || "/all";
    const [opened, own] = [await ask(path, opening), await ask(page)];
    expect([opened.status, opened.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(opened.body.equals(own.body)).toBe(true);
    const raw = await ask(`${path}?raw`, opening);
    expect(raw.body.equals((await ask(path)).body)).toBe(true);
    // What it shows leads to all that one can subscribe to here.
    for (const file of ["rss.xml", "atom.xml", "feed.json"])
      expect(opened.body.toString()).toContain(`${page === "/all" ? "" : page}/${file}?raw"`);
  });

  test.each([
    "/embed/all?items=3",
    "/embed/nothing",
    "/embed/All?items=3",
    "/oembed",
    "/oembed?url=https://wire.example/x",
    "/rss.xml",
  ])("%s is answered alike whatever is sent as Host", async (path) => {
    const usual = await ask(path);
    for (const Host of ["a b", "[", "x,y", "%00", "?", "a:b:c", "evil.net:99999"]) {
      const answer = await ask(path, { Host });
      expect([Host, answer.status, answer.headers.location]).toEqual([
        Host,
        usual.status,
        usual.headers.location,
      ]);
      expect(answer.body.equals(usual.body)).toBe(true);
    }
  });

  test.each(["/favicon.ico", "/apple-touch-icon.png"])("%s leads to a picture", async (path) => {
    const asked = await ask(path);
    expect(asked.status).toBe(301);
    const icon = await ask(String(asked.headers.location));
    expect([icon.status, icon.headers["content-type"]]).toEqual([200, expect.stringMatching(/^image\//)]);
  });

  test.each(feeds)(
    "%s is the same text in every encoding, and 304 without a body once one has it",
    async (path) => {
      const plain = await ask(path);
      const gzip = await ask(path, { "Accept-Encoding": "gzip" });
      const br = await ask(path, { "Accept-Encoding": "gzip, deflate, br, zstd" });
      expect([plain.status, gzip.status, br.status]).toEqual([200, 200, 200]);
      expect([plain, gzip, br].map(({ headers }) => headers["content-encoding"])).toEqual([
        undefined,
        "gzip",
        "br",
      ]);
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
      expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
      expect(
        [plain, gzip, br].map(({ headers, body }) => Number(headers["content-length"]) - body.length),
      ).toEqual([0, 0, 0]);

      const etag = String(plain.headers.etag);
      const lastModified = String(plain.headers["last-modified"]);
      for (const [name, value] of [
        ["If-None-Match", etag],
        ["If-Modified-Since", lastModified],
      ] as const) {
        const again = await ask(path, { [name]: value });
        expect([again.status, again.body.length]).toEqual([304, 0]);
        for (const name of [
          "cache-control",
          "etag",
          "last-modified",
          "vary",
          "access-control-allow-origin",
        ]) {
          expect([name, again.headers[name]]).toEqual([name, plain.headers[name]]);
        }
      }
    },
  );

  test.each(feeds)(
    "%s: a poll that finds nothing new takes 300 bytes at most, time and again",
    async (path) => {
      const { headers } = await ask(path);
      const date = "Date: Mon, 23 Nov 2026 12:00:00 GMT\r\n"; // the edge says it, workerd doesn't
      for (const condition of [
        `If-None-Match: ${headers.etag}`,
        `If-Modified-Since: ${headers["last-modified"]}`,
        `If-None-Match: ${headers.etag}`,
      ]) {
        const answer = await overTheWire(path, ["Accept-Encoding: gzip, br", condition]);
        expect(answer).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n(?:[^\r\n]+\r\n)+\r\n$/);
        // The reader asked to hang up, and is told so.
        const whole = answer.replace(/^connection: close\r\n/im, "") + date;
        expect([whole, whole.length <= 300]).toEqual([whole, true]);
      }
    },
  );

  test("the first page shows as one article and 17 headlines in its own order, in every format", async () => {
    const counts = await Promise.all(
      feeds.map(async (path) => {
        const parsed = parseFeed((await ask(path)).body.toString());
        if (parsed.format === "rdf") throw new Error("an RDF feed");
        return (parsed.format === "atom" ? parsed.feed.entries : parsed.feed.items)?.length;
      }),
    );
    expect(counts).toEqual([18, 18, 18, 17, 17, 17, 1, 1, 1]);
    const { items } = JSON.parse((await ask("/feed.json")).body.toString());
    const dates = items.map(({ date_published }: { date_published: string }) => Date.parse(date_published));
    expect(dates).toEqual(dates.toSorted((a: number, b: number) => b - a));
    expect(new Set(dates).size).toBe(18);
    expect(items[1].title).toBe(
      "Trump Signs Executive Order to Prevent Long Island Rail Road Strike Affecting 300,000 Daily Commuters",
    );
  });

  test("every link of every item that leads to us answers with a page", async () => {
    const { items } = JSON.parse((await ask("/feed.json")).body.toString());
    for (const { url } of items) {
      const { status, headers } = await ask(new URL(url).pathname);
      expect([url, status, headers["content-type"]]).toEqual([url, 200, "text/html; charset=utf-8"]);
    }
  });

  test("HEAD says what GET says, without a body", async () => {
    for (const path of ["/rss.xml", "/", "/headlines/atom.xml"]) {
      const [get, head] = [await ask(path), await ask(path, {}, "HEAD")];
      expect(head.body.length).toBe(0);
      expect({ ...head.headers, date: "" }).toEqual({ ...get.headers, date: "" });
    }
  });

  test("nothing of the request's Host stands in an answer", async () => {
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/", "/feed", "//evil.net/rss.xml"]) {
      const answer = await ask(path, { Host: "evil.net" });
      expect(answer.body.toString() + JSON.stringify(answer.headers)).not.toMatch(
        /\bevil\.net(?!\/rss\.xml is)/,
      );
    }
  });
});
