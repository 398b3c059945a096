import fc from "fast-check";
import { expect, test } from "vitest";
import { app, ask, etagOfPath, ORIGIN, SAMPLES, textAt } from "./sample-app.ts";

const RUNS = { numRuns: 400, seed: 20261023 };

const byte = fc.integer({ min: 0, max: 255 }).map((code) => `%${code.toString(16).padStart(2, "0")}`);
const piece = fc.oneof(
  fc.constantFrom(
    "/",
    "//",
    ".",
    "..",
    "%",
    "%2",
    "%zz",
    "%2F",
    "%00",
    "%0a",
    "\\",
    ";",
    "feed",
    "rss.xml",
    "headlines",
    "__proto__",
  ),
  byte,
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const rest = fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join("")}`);
const path = fc.oneof(
  rest,
  fc.tuple(fc.constantFrom(...SAMPLES.map((sample) => sample.path)), rest).map((two) => two.join("")),
);
const known = fc.constantFrom(...SAMPLES);
const method = fc.constantFrom(
  "GET",
  "HEAD",
  "OPTIONS",
  "POST",
  "PUT",
  "DELETE",
  "PATCH",
  "PROPFIND",
  "PURGE",
  "MKCOL",
);

const tagLike = fc.oneof(
  fc.constantFrom(
    "*",
    ",",
    '"',
    "W/",
    "w/",
    " ",
    "\t",
    "-gzip",
    ";",
    "q=",
    "q=0",
    "gzip",
    "br",
    "identity",
    "x-gzip",
    "=",
    "0.5",
  ),
  fc.constantFrom(...SAMPLES.map((sample) => etagOfPath(sample.path))),
  fc.constantFrom(
    "Fri, 16 Jan 2026 09:30:00 GMT",
    "Friday, 16-Jan-26 09:30:00 GMT",
    "Fri Jan 16 09:30:00 2026",
    "2026",
  ),
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 10,
  }),
);
const value = fc.array(tagLike, { maxLength: 8 }).map((parts) => parts.join(""));
const headers = fc.dictionary(
  fc.constantFrom(
    "If-Match",
    "If-None-Match",
    "If-Modified-Since",
    "If-Unmodified-Since",
    "If-Range",
    "Range",
    "Accept-Encoding",
    "A-IM",
    "Accept",
    "Sec-Fetch-Dest",
    "Origin",
    "Host",
  ),
  value,
);

test("No path and no method is ever answered with a failure or with what stands elsewhere", async () => {
  await fc.assert(
    fc.asyncProperty(path, method, async (asked, by) => {
      const response = await ask(asked, { method: by });
      expect(response.status).toBeLessThan(500);
      const location = response.headers.get("Location");
      if (location !== null) {
        // Only to what we have, on the host that was asked.
        expect(new URL(location, ORIGIN).origin).toBe(ORIGIN);
        expect((await ask(location)).status).toBe(200);
      }
      if (response.status === 200 && by === "GET") {
        const decoded = decodeURI(new URL(`${ORIGIN}${asked}`).pathname).normalize("NFC");
        expect(await response.text()).toBe(textAt(decoded));
      }
    }),
    RUNS,
  );
});

test("No header makes an answer wrong: its status, its ETag, its length and its text fit together", async () => {
  await fc.assert(
    fc.asyncProperty(known, headers, async (sample, sends) => {
      const response = await ask(encodeURI(sample.path), { headers: sends });
      expect([200, 304, 412]).toContain(response.status);
      if (response.status === 412) return;
      expect(response.headers.get("ETag")).toBe(etagOfPath(sample.path));
      if (response.status === 304) {
        expect(response.body).toBeNull();
        return;
      }
      const bytes = await response.arrayBuffer();
      expect(response.headers.get("Content-Length")).toBe(String(bytes.byteLength));
      if (!response.headers.has("Content-Encoding"))
        expect(new TextDecoder().decode(bytes)).toBe(textAt(sample.path));
    }),
    RUNS,
  );
});

test("No query changes anything", async () => {
  await fc.assert(
    fc.asyncProperty(known, fc.array(piece, { maxLength: 12 }), async (sample, query) => {
      const response = await ask(`${encodeURI(sample.path)}?${query.join("")}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(textAt(sample.path));
    }),
    RUNS,
  );
});

const LONG = 64_000;
const longValues = {
  quotes: '"'.repeat(LONG),
  commas: ",".repeat(LONG),
  "weak marks": "W/".repeat(LONG / 2),
  "open quotes in a list": 'W/",'.repeat(LONG / 4),
  tags: '"0", '.repeat(LONG / 5),
  letters: "g".repeat(LONG),
  weights: "gzip;q=0;q=1,".repeat(LONG / 13),
  spaces: `x${" ".repeat(LONG)}x`,
};
test.each(Object.entries(longValues))(
  "64 kB of %s in each header are read like any other",
  async (_, long) => {
    for (const name of [
      "If-None-Match",
      "If-Modified-Since",
      "If-Unmodified-Since",
      "Accept-Encoding",
      "Cookie",
    ]) {
      const response = await ask("/rss.xml", { headers: { [name]: long } });
      expect([name, response.status]).toEqual([name, 200]);
      expect(response.headers.has("Content-Encoding")).toBe(false);
    }
  },
);

test("Our tag is found at the end of a list of 64 kB", async () => {
  const sends = { "If-None-Match": `${longValues.tags}${etagOfPath("/rss.xml")}` };
  expect((await ask("/rss.xml", { headers: sends })).status).toBe(304);
});

test.each([
  ["/".repeat(LONG), 301],
  ["/a".repeat(LONG / 2), 404],
  [`/${"%".repeat(LONG)}`, 404],
  [`/${"%ff".repeat(LONG / 3)}`, 404],
  [`/${"feed/".repeat(LONG / 5)}`, 404],
])("A path of 64 kB, %.12s..., is answered with %i", async (long, status) => {
  expect((await app.fetch(new Request(`${ORIGIN}${long}`))).status).toBe(status);
});
