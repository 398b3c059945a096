import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import { createApp } from "../../src/delivery/create-app.ts";
import { textOf } from "../../src/documents/text-of.ts";
import {
  ARCHIVE_PATH,
  ask,
  etagOfPath,
  FUTURE_PATH,
  GONE_PATH,
  MISSING,
  NOW,
  ORIGIN,
  PAGE_PATH,
  SAMPLES,
  textAt,
} from "./sample-app.ts";

const FEED = "public, max-age=900, stale-while-revalidate=900, stale-if-error=604800";
const PAGE = "public, max-age=600, stale-while-revalidate=3600, stale-if-error=604800";

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries([...response.headers]);
}

describe("A 200", () => {
  test("for a feed has everything that an aggregator looks for, and no cookie", async () => {
    const response = await ask("/headlines/atom.xml");
    const text = await response.clone().text();
    expect(headersOf(response)).toEqual({
      "content-type": "application/atom+xml; charset=utf-8",
      "content-length": String(new TextEncoder().encode(text).length),
      "cache-control": FEED,
      etag: expect.stringMatching(/^W\/"[0-9a-f]{16}"$/),
      "last-modified": "Fri, 16 Jan 2026 09:30:00 GMT",
      vary: "Accept-Encoding, Sec-Fetch-Dest",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Link",
      "x-content-type-options": "nosniff",
      link: `<${ORIGIN}/headlines/atom.xml>; rel="self"; type="application/atom+xml"`,
    });
  });

  test("for a page has a strict Content-Security-Policy, and no date that nobody kept", async () => {
    const response = await ask("/");
    expect(headersOf(response)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": PAGE,
      "content-security-policy":
        "default-src 'none'; style-src 'self'; img-src 'self' https: http:; media-src 'self' https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "referrer-policy": "strict-origin-when-cross-origin",
    });
    expect(response.headers.has("Last-Modified")).toBe(false);
  });

  test.each([
    ["/assets/style-0123456789abcdef.css", "public, max-age=31536000, immutable"],
    ["/assets/tiny.txt", PAGE],
  ])(
    "for the asset %s may be kept for ever only if the name changes with the text",
    async (path, cacheControl) => {
      expect((await ask(path)).headers.get("Cache-Control")).toBe(cacheControl);
    },
  );

  test("for an archive may be kept long but not for ever, and has no date", async () => {
    const { headers } = await ask(ARCHIVE_PATH);
    expect(headers.get("Cache-Control")).toBe(
      "public, max-age=86400, stale-while-revalidate=604800, stale-if-error=604800",
    );
    expect(headers.has("Last-Modified")).toBe(false);
    expect(headers.get("ETag")).toMatch(/^W\/"[0-9a-f]{16}"$/);
  });

  test.each([
    ["/feeds.opml", "text/x-opml; charset=utf-8"],
    ["/feeds.json", "application/json; charset=utf-8"],
    ["/sitemap.xml", "application/xml; charset=utf-8"],
  ])("for the listing %s is kept like a page, as %s", async (path, contentType) => {
    const { headers } = await ask(path);
    expect([headers.get("Content-Type"), headers.get("Cache-Control")]).toEqual([contentType, PAGE]);
    expect(headers.has("Content-Security-Policy")).toBe(false);
  });

  test("leaves Last-Modified out while it lies in the future", async () => {
    for (const ifNoneMatch of ["", etagOfPath(FUTURE_PATH)]) {
      const response = await ask(FUTURE_PATH, { headers: { "If-None-Match": ifNoneMatch } });
      expect(response.headers.has("Last-Modified")).toBe(false);
      expect(response.headers.get("ETag")).toBe(etagOfPath(FUTURE_PATH));
    }
  });
});

describe.each(SAMPLES)("$path", (document) => {
  const { path } = document;
  const text = textOf(document);
  const decoders = {
    identity: (bytes: Uint8Array) => bytes,
    gzip: (bytes: Uint8Array) => gunzipSync(bytes),
    br: (bytes: Uint8Array) => brotliDecompressSync(bytes),
  };

  test.each(Object.entries(decoders))("is the same text after decoding %s", async (coding, decode) => {
    const response = await ask(path, { headers: { "Accept-Encoding": coding } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get("Content-Length")).toBe(String(bytes.length));
    const sentAs = response.headers.get("Content-Encoding") ?? "identity";
    expect([coding, "identity"]).toContain(sentAs);
    const decoded = sentAs === "identity" ? bytes : decode(bytes);
    expect(new TextDecoder().decode(decoded)).toBe(text);
  });

  test.each(["identity", "gzip", "br"])(
    "has the same headers for HEAD in %s, and no body",
    async (coding) => {
      const headers = { "Accept-Encoding": coding };
      const [get, head] = [await ask(path, { headers }), await ask(path, { method: "HEAD", headers })];
      expect(head.status).toBe(200);
      expect(head.body).toBeNull();
      expect(headersOf(head)).toEqual(headersOf(get));
    },
  );

  test("has one ETag for all encodings", async () => {
    const etags = await Promise.all(
      ["identity", "gzip", "br"].map(async (coding) =>
        (await ask(path, { headers: { "Accept-Encoding": coding } })).headers.get("ETag"),
      ),
    );
    expect(new Set(etags)).toEqual(new Set([etagOfPath(path)]));
  });

  test.each(["GET", "HEAD"])(
    "says in a 304 to %s what a cache has to update, as its 200 does, and no more",
    async (method) => {
      const full = await ask(path, { method });
      const response = await ask(path, {
        method,
        headers: { "If-None-Match": etagOfPath(path), "Accept-Encoding": "br" },
      });
      expect(response.status).toBe(304);
      expect(response.body).toBeNull();
      const repeated = ["access-control-allow-origin", "cache-control", "etag", "last-modified", "vary"];
      const expected = Object.entries(headersOf(full)).filter(([name]) => repeated.includes(name));
      expect(headersOf(response)).toEqual(Object.fromEntries(expected));
    },
  );
});

describe("Methods", () => {
  type Row = { method: string; path: string; status: number; allow: string | null };
  const ALLOW = "GET, HEAD, OPTIONS";
  const rows: Row[] = [
    ...["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "PURGE", "LOCK", "MKCOL"].flatMap((method) => [
      { method, path: "/rss.xml", status: 405, allow: ALLOW },
      { method, path: "/feed", status: 405, allow: ALLOW },
      { method, path: "/nothing", status: 404, allow: null },
    ]),
    ...["/rss.xml", "/", "/feed", "/nothing", "/rss.xml%0A", "/a%0Ab/", "/%E2%80%A8", "/%0D%0A"].map(
      (path) => ({
        method: "OPTIONS",
        path,
        status: 204,
        allow: ALLOW,
      }),
    ),
    { method: "HEAD", path: "/feed", status: 301, allow: null },
    { method: "HEAD", path: "/nothing", status: 404, allow: null },
  ];

  test.each(rows)("$method $path is answered with $status", async ({ method, path, status, allow }) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get("Allow")).toBe(allow);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("a preflight allows what a polite poll sends, for a day", async () => {
    const response = await ask("/feed.json", {
      method: "OPTIONS",
      headers: { Origin: "https://elsewhere.example", "Access-Control-Request-Headers": "if-none-match" },
    });
    expect(headersOf(response)).toMatchObject({
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "If-None-Match, If-Modified-Since, A-IM, Range, If-Range",
      "access-control-max-age": "86400",
    });
  });
});

describe("What is composed", () => {
  const rows: [accepts: string, sent: string | null][] = [
    ["gzip", "gzip"],
    ["br", null],
    ["br, gzip", "gzip"],
    ["gzip;q=0.1, br", "gzip"],
    ["*", "gzip"],
    ["gzip;q=0, br", null],
    ["identity, gzip;q=0.5", null],
    ["deflate, zstd", null],
  ];
  test.each(rows)("is sent to one who accepts %s as %s", async (accepts, sent) => {
    for (const path of [PAGE_PATH, ARCHIVE_PATH]) {
      const { headers } = await ask(path, { headers: { "Accept-Encoding": accepts } });
      expect([path, headers.get("Content-Encoding")]).toEqual([path, sent]);
    }
  });

  test("is no less gzip for the decoder of browsers", async () => {
    const { body } = await ask(PAGE_PATH, { headers: { "Accept-Encoding": "gzip" } });
    const decoded = new Response(body?.pipeThrough(new DecompressionStream("gzip")));
    expect(await decoded.text()).toBe(textAt(PAGE_PATH));
  });
});

/** Every one of them would decide, if this were a 200. */
const CONDITIONS = {
  "If-Match": '"0000"',
  "If-None-Match": "*",
  "If-Modified-Since": NOW.toUTCString(),
  "If-Unmodified-Since": "Fri, 16 Jan 1970 09:30:00 GMT",
  Range: "bytes=0-1",
};

type Refused = { path: string; status: number; text: string; cacheControl: string };
const refused: Refused[] = [
  ...["/nothing", "/404", "/404/", "/nothing/feed", "/<script>alert(1)</script>"].map((path) => ({
    path,
    status: 404,
    text: textOf(MISSING),
    cacheControl: "public, max-age=60",
  })),
  { path: GONE_PATH, status: 410, text: textAt(GONE_PATH) ?? "", cacheControl: "public, max-age=600" },
];
describe.each(refused)("$path, answered with $status,", ({ path, status, text, cacheControl }) => {
  test.each([{}, CONDITIONS])("has a page for people, whatever is asked: %j", async (headers) => {
    const response = await ask(path, { headers });
    expect(response.status).toBe(status);
    expect(headersOf(response)).toEqual({
      "content-type": "text/html; charset=utf-8",
      "content-length": String(new TextEncoder().encode(text).length),
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "cache-control": cacheControl,
      vary: "Accept-Encoding",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Link",
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
    });
    expect(await response.text()).toBe(text);
  });

  test.each(["identity", "gzip", "br, gzip"])(
    "has the same headers for HEAD in %s, and no body",
    async (coding) => {
      const headers = { "Accept-Encoding": coding, ...CONDITIONS };
      const [get, head] = [await ask(path, { headers }), await ask(path, { method: "HEAD", headers })];
      expect([head.status, head.body]).toEqual([status, null]);
      expect(headersOf(head)).toEqual(headersOf(get));
      expect(head.headers.get("Content-Length")).toBe(String((await get.arrayBuffer()).byteLength));
    },
  );
});

test("Where there is no page for what is missing, a 404 is plain text", async () => {
  const empty = createApp({ has: () => false, find: () => undefined, moves: () => [] }, () => NOW);
  const response = await empty.fetch(new Request(`${ORIGIN}/<script>alert(1)</script>`));
  expect(response.status).toBe(404);
  expect(headersOf(response)).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "public, max-age=60",
    "x-content-type-options": "nosniff",
  });
  expect(await response.text()).toBe("Not found\n");
});

test("A store that fails is answered for with 503 and a time to come back", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const broken = createApp(
    {
      find: () => {
        throw new Error("the disk is gone");
      },
      has: () => true,
      moves: () => [],
    },
    () => NOW,
  );
  const response = await broken.fetch(new Request(`${ORIGIN}/rss.xml`));
  expect(response.status).toBe(503);
  expect(response.headers.get("Retry-After")).toBe("600");
  expect(await response.text()).not.toContain("disk");
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
