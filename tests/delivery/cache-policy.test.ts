import { expect, test } from "vitest";
import { documentHeaders } from "../../src/delivery/representation-headers.ts";
import type { Document } from "../../src/documents/document.ts";

const DAY = 86_400;

function document(kind: Document["kind"], more: Partial<Document> = {}): Document {
  return { kind, path: "/rss.xml", mediaType: "application/rss+xml", parts: [], links: [], ...more };
}

/** Directives by name; those without a value are 0. */
function cacheControl(of: Document): Readonly<Record<string, number>> {
  const directives = documentHeaders(of)["Cache-Control"]?.split(", ") ?? [];
  return Object.fromEntries(
    directives.map((one) => one.split("=")).map(([name, value]) => [name, Number(value ?? 0)]),
  );
}

const rows: readonly (readonly [seconds: number | undefined, maxAge: number, because: string])[] = [
  [300, 300, "a ticker"],
  [900, 900, "a wire"],
  [3600, 3600, "a blog"],
  [undefined, 900, "nobody said"],
];

test.each(rows)("a feed that may be kept for %s s says max-age=%s: %s", (freshSeconds, maxAge) => {
  expect(cacheControl(document("feed", freshSeconds === undefined ? {} : { freshSeconds }))).toEqual({
    public: 0,
    "max-age": maxAge,
    "stale-while-revalidate": maxAge,
    "stale-if-error": 7 * DAY,
  });
});

test.each(["feed", "archive", "page", "gone", "missing", "listing", "asset"] as const)(
  "a %s tells caches what it tells readers, and nothing else",
  (kind) => {
    const names = Object.keys(documentHeaders(document(kind)));
    expect(names.filter((name) => /cache-control|surrogate|expires|pragma/i.test(name))).toEqual([
      "Cache-Control",
    ]);
    expect(cacheControl(document(kind))).not.toHaveProperty("s-maxage");
  },
);

test("what is repeated in each 304 of a feed leaves it within 300 bytes", () => {
  const {
    "Cache-Control": cacheControl,
    Vary: vary,
    "Access-Control-Allow-Origin": origin,
  } = documentHeaders(document("feed", { freshSeconds: 3600 }));
  const lines = [
    "HTTP/1.1 304 Not Modified",
    "Date: Fri, 16 Jan 2026 09:30:00 GMT",
    `Cache-Control: ${cacheControl}`,
    'ETag: W/"0123456789abcdef"',
    "Last-Modified: Fri, 16 Jan 2026 09:30:00 GMT",
    `Vary: ${vary}`,
    `Access-Control-Allow-Origin: ${origin}`,
    "",
    "",
  ];
  expect(lines.join("\r\n").length).toBeLessThanOrEqual(300);
});
