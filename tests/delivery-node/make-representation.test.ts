import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { etagOf } from "../../src/delivery/etag-of.ts";
import { makeRepresentation } from "../../src/delivery/make-representation.ts";
import type { Document } from "../../src/documents/document.ts";

const feed: Document = {
  kind: "feed",
  path: "/rss.xml",
  mediaType: "application/rss+xml",
  text: `<rss>${"Grüße, 世界 & 🌍. ".repeat(100)}</rss>`,
  links: [],
};

test("The ETag is that of media type and text, and of nothing else", () => {
  expect(etagOf(feed)).toMatch(/^W\/"[0-9a-f]{16}"$/);
  expect(
    etagOf({ ...feed, path: "/other.xml", links: [{ rel: "self", href: "https://wire.example/" }] }),
  ).toBe(etagOf(feed));
  expect(etagOf({ ...feed, mediaType: "text/xml" })).not.toBe(etagOf(feed));
  expect(etagOf({ ...feed, text: `${feed.text} ` })).not.toBe(etagOf(feed));
});

test("Every text comes back from each of its encodings, none of which is larger", async () => {
  const text = fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.lorem({ maxCount: 80 }));
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 0, max: 11 }), async (written, quality) => {
      const { bodies } = await makeRepresentation({ ...feed, text: written }, null, quality);
      const texts = [
        bodies.identity,
        bodies.gzip && gunzipSync(bodies.gzip),
        bodies.br && brotliDecompressSync(bodies.br),
      ];
      for (const bytes of texts)
        expect(bytes === null || new TextDecoder().decode(bytes) === written).toBe(true);
      expect(Math.max(bodies.gzip?.length ?? 0, bodies.br?.length ?? 0)).toBeLessThanOrEqual(
        bodies.identity.length,
      );
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("The gzip header names no time and no system, so that every machine makes the same bytes", async () => {
  const { bodies } = await makeRepresentation(feed, null, 5);
  expect([...(bodies.gzip ?? []).slice(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
});

test("Last-Modified is cut to whole seconds, as HTTP has them", async () => {
  const { lastModified, headers } = await makeRepresentation(feed, new Date("2026-01-16T09:30:00.999Z"), 0);
  expect(lastModified).toEqual(new Date("2026-01-16T09:30:00Z"));
  expect(headers["Last-Modified"]).toBe("Fri, 16 Jan 2026 09:30:00 GMT");
});

test("Links become one Link header, whatever their addresses hold", async () => {
  const links = [
    { rel: "self", href: "https://wire.example/größe?a=<b>&c=1,2", type: "application/rss+xml" },
    { rel: 'odd "rel"', href: "https://wire.example" },
  ];
  const { headers } = await makeRepresentation({ ...feed, links }, null, 0);
  expect(headers.Link).toBe(
    '<https://wire.example/gr%C3%B6%C3%9Fe?a=%3Cb%3E&c=1,2>; rel="self"; type="application/rss+xml", <https://wire.example/>; rel="odd \\"rel\\""',
  );
});

test.each([
  [{ rel: "self", href: "/rss.xml" }, '"/rss.xml"'],
  [{ rel: "größe", href: "https://wire.example/" }, '"größe"'],
  [{ rel: "self", href: "https://wire.example/", type: "a\nb" }, '"a\\nb"'],
])("The link %j is refused", async (link, value) => {
  await expect(makeRepresentation({ ...feed, links: [link] }, null, 0)).rejects.toThrow(
    `Cannot write the Link header of "/rss.xml": found ${value}, expected an absolute URL and printable ASCII`,
  );
});

test.each([
  "",
  "rss.xml",
  "//evil.example",
  "/a//b",
  "/a%20b",
  "/a?b",
  "/a#b",
  "/a\\b",
  "/a/../b",
  "/.",
  "/a\nb",
  "/gro\u0308ße",
  "/\ud800",
])("The path %j is refused, since no request could find it", async (path) => {
  await expect(makeRepresentation({ ...feed, path }, null, 0)).rejects.toThrow(
    `Cannot serve the path ${JSON.stringify(path)}`,
  );
});
