import fc from "fast-check";
import type { Target } from "../../../src/cli/soak/publication.ts";
import { METHODS } from "./judge-hostile.ts";

/** Texts are bytes, as Latin-1. */
export type Written = {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
};

const ESCAPES =
  "%00 %0a %0d%0aX-Injected:%201 %20 %25 %2e %2e%2e %2F %2f %3f %23 %5c %61 %7f %80 %c0%ae %c0%af %c1%9c %e0%80%af %f0%80%80%af %ed%a0%80 %f5%80%80%80 %ff %c3%b6 o%cc%88 %ef%bf%bd %e2%80%ae % %2 %zz %u0041 %%32%66".split(
    " ",
  );
const SEGMENTS =
  "/ // /./ /../ .. ; \\ * @ : ~ feed rss atom rss.xml RSS.XML index.php headlines archive/1 media 404 __proto__ constructor ?x=1 ?raw ?x&raw= ?rawer #x ?%0d%0a".split(
    " ",
  );
/** The runtime takes 64 kB of path, and half a megabyte of headers. */
const PATH_BYTES = 70_000;
const VALUE_BYTES = 300_000;

const rawByte = fc.integer({ min: 0x21, max: 0xff }).map((code) => String.fromCharCode(code));
const escapedByte = fc.integer({ min: 0, max: 255 }).map((code) => `%${code.toString(16).padStart(2, "0")}`);
const repeated = (pieces: readonly string[], most: number) =>
  fc
    .tuple(fc.constantFrom(...pieces), fc.constantFrom(0.01, 0.9, 1))
    .map(([piece, share]) => piece.repeat(Math.floor((most * share) / piece.length)));

/** The target's own address, spoilt or not, or something else. */
function addressOf({ address }: Target): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...SEGMENTS), fc.constantFrom(...ESCAPES), escapedByte, rawByte);
  const pieces = fc.array(piece, { minLength: 1, maxLength: 8 }).map((list) => list.join(""));
  const query = fc.array(fc.constantFrom(...PARAMETERS), { maxLength: 4 }).map((list) => list.join("&"));
  const url = fc.constantFrom(...ORIGINS).map((origin) => `url=${encodeURIComponent(origin + address)}`);
  const path = fc.oneof(
    { weight: 4, arbitrary: query.map((options) => `${framed(address)}?${options}`) },
    { weight: 1, arbitrary: pieces.map((rest) => framed(address) + rest) },
    { weight: 3, arbitrary: fc.tuple(url, query).map((two) => `/oembed?${two.join("&")}`) },
    { weight: 1, arbitrary: fc.tuple(query, url).map((two) => `/oembed?${two.join("&")}`) },
    { weight: 10, arbitrary: fc.constant(address) },
    { weight: 2, arbitrary: withEscapes(address) },
    { weight: 2, arbitrary: pieces.map((rest) => address + rest) },
    { weight: 2, arbitrary: pieces.map((rest) => `/${rest}`) },
    { weight: 2, arbitrary: fc.constantFrom(...MOVED) },
    { weight: 1, arbitrary: repeated(LONG_PATHS, PATH_BYTES).map((rest) => `/${rest}`) },
  );
  const origin = fc.constantFrom("http://evil.net", "https://u:p@evil.net:99999", "HTTP://[::1]", "ftp://x");
  return fc.oneof(
    { weight: 20, arbitrary: path },
    { weight: 2, arbitrary: fc.tuple(origin, path).map((two) => two.join("")) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("*", "rss.xml", "evil.net:443", "http:rss.xml", "http://evil.net", "?", ""),
    },
  );
}

/** The target as other sites show it. */
function framed(address: string): string {
  return address.startsWith("/embed") ? address : `/embed${address}`;
}

const ORIGINS = [
  ...[
    "https://wire.example",
    "https://wire.example",
    "https://wire.example/embed",
    "http://wire.example:443",
  ],
  ...["https://evil.net", "https://wire.example@evil.net", "ftp://wire.example", "//wire.example", " ", ""],
];
const PARAMETERS =
  "items=3 items=1&items=7 items=30 items=31 items=007 items=-1 items=0x5 items=99999 items=%33 items=%D9%A3 items[]=3 theme=dark theme=light theme=%22><script> theme=__proto__ theme=dark%0d%0aX-Injected:1 summary=yes summary=no raw x=% &&& ? url= url=https://wire.example/all url=https://wire.example/%FF url=http://[::1/ url=javascript:alert(1) url=https://wire.example/articles/removed format=xml format=json format=XML format= maxwidth=1 maxwidth=99999999999999999999 maxheight=120 maxheight=-5 callback=x".split(
    " ",
  );

const MOVED = [
  "/EMBED/all?items=3",
  "/embed/feed?items=3",
  "/embed/articles/was?theme=dark",
  "/embed/favicon.ico",
  "/embed//",
  "/oembed",
  "/feed?raw",
  "/feed",
  "//feed//",
  "/RSS",
  "/blog/feed/",
  "/old",
  "/tags/was/feed",
  "/tags/was",
  "/index.php",
  "/Tags/T1/RSS.XML",
  "/sitemap",
];
const LONG_PATHS = ["/", "/a", "%", "%ff", "/feed", "/..", "é"];

/** Any of its letters may be escaped: it still names the same. */
function withEscapes(address: string): fc.Arbitrary<string> {
  const mask = fc.array(fc.boolean(), { minLength: address.length, maxLength: address.length });
  return mask.map((escaped) =>
    [...address]
      .map((char, place) =>
        escaped[place] && /[a-z]/.test(char) ? `%${char.charCodeAt(0).toString(16)}` : char,
      )
      .join(""),
  );
}

const DATES =
  "Fri, 16 Jan 2026 09:30:00 GMT|Friday, 16-Jan-26 09:30:00 GMT|Fri Jan 16 09:30:00 2026|Fri, 16 Jan 2026 09:29:59 GMT|Mon, 01 Jan 2120 00:00:00 GMT|Thu, 01 Jan 1970 00:00:00 GMT|Fri, 31 Feb 2026 25:61:61 GMT|Fri, 16 Jan 2026 09:30:00 +0100|2026-01-16T09:30:00Z|-1|0|1768555800|9".split(
    "|",
  );
const WORDS =
  "* , \" ' W/ w/ ; = q= q=0 ;q=0.001 ;q=1.0 ;q=-1 ;q=NaN gzip br identity x-gzip deflate zstd feed diffe bytes= 0-9 5- - close keep-alive document empty no-cache".split(
    " ",
  );
const CODINGS =
  "gzip br identity x-gzip GZIP * deflate zstd gzip;q=0 br;q=0 *;q=0 gzip;q=0.5 br;q=0.001 gzip;q=1.5 br;q= gzip;x=1 ;".split(
    " ",
  );
const RANGES =
  "0- 5- -5 -0 - 0-0 9-0 0-999999999999999999999 999999999999999999999- 300000-400000 0-0,2-3 0x1-0x2 1.5-2 1e1-2e1".split(
    " ",
  );
const DESTINATIONS = [
  "document",
  "document",
  "document",
  "empty",
  "Document",
  "document, document",
  "documents",
];
const FEED = ["feed", "feed;q=0", "FEED", "diffe", "gzip"];
const UNITS = ["bytes=", "bytes=", "bytes=", "Bytes=", "bytes =", "bytes", "lines="];
const VALUES_OF_ANY = ['"', ",", 'W/"', '"0",', "W/", "gzip;q=0,", "bytes=0-1,", "9", " ", "x", ";", "é"];

type Header = Written["headers"][number];

/** Headers that mean something here, with what is nearly or wholly right for the target. */
function fittingHeaders({ etag, lastModified, deltas }: Target): fc.Arbitrary<readonly Header[]> {
  const opaque = etag.replace(/^W\/|"/g, "");
  const spoilt = [
    `"${opaque}"`,
    `W/"${opaque}-gzip"`,
    `"${opaque};br"`,
    opaque,
    `"${opaque}`,
    `"${opaque}x"`,
  ];
  const tags = [etag, ...spoilt, '"0"', "*", ...deltas.keys()];
  const dates = lastModified === null ? DATES : [...DATES, lastModified];
  const list = (members: readonly string[]) =>
    fc.array(fc.constantFrom(...members), { minLength: 1, maxLength: 3 }).map((some) => some.join(", "));
  const long = fc.constantFrom(5_000, 5_000, 40_000).map((others) => `${'W/"0", '.repeat(others)}${etag}`);
  const range = fc.tuple(fc.constantFrom(...UNITS), fc.constantFrom(...RANGES)).map((two) => two.join(""));
  // Some mean something only together.
  const pairs = fc.oneof(
    fc.constantFrom(...deltas.keys(), etag).map((base): Header[] => [
      ["A-IM", "feed"],
      ["If-None-Match", base],
    ]),
    fc.constantFrom(...tags, ...dates).map((state): Header[] => [
      ["Range", "bytes=0-9"],
      ["If-Range", state],
    ]),
  );
  const values: readonly (readonly [
    weight: number,
    names: readonly string[],
    value: fc.Arbitrary<string>,
  ])[] = [
    [8, ["If-None-Match", "if-none-match"], fc.oneof(fc.constantFrom(...tags), list(tags))],
    [1, ["If-None-Match", "If-Match"], long],
    [2, ["If-Match"], list(tags)],
    [6, ["If-Modified-Since", "If-Unmodified-Since"], fc.constantFrom(...dates)],
    [2, ["If-Range"], fc.constantFrom(...tags, ...dates)],
    [8, ["Range"], range],
    [10, ["Accept-Encoding"], list(CODINGS)],
    [3, ["A-IM"], list(FEED)],
    [8, ["Sec-Fetch-Dest"], fc.constantFrom(...DESTINATIONS)],
  ];
  return fc.oneof(
    ...values.map(([weight, names, value]) => ({
      weight,
      arbitrary: fc.tuple(fc.constantFrom(...names), value).map((header) => [header]),
    })),
    { weight: 6, arbitrary: pairs },
  );
}

const NAMES =
  "If-None-Match If-Match If-Modified-Since If-Unmodified-Since If-Range Range Accept-Encoding A-IM Accept Origin Cookie User-Agent Via Cache-Control Pragma TE Sec-Fetch-Dest X-Forwarded-Host X-Original-URL X-HTTP-Method-Override Referer Authorization Content-Type X-Injected CF-Connecting-IP".split(
    " ",
  );

/** Any header with any value. */
function strangeHeader({ etag }: Target): fc.Arbitrary<Header> {
  const name = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...NAMES) },
    fc.stringMatching(/^[a-z-]{1,9}$/),
  );
  const char = fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code));
  const piece = fc.oneof(fc.constantFrom(etag, ...DATES), fc.constantFrom(...WORDS, " ", "\t"), char);
  const value = fc.oneof(
    { weight: 20, arbitrary: fc.array(piece, { maxLength: 10 }).map((list) => list.join("")) },
    { weight: 1, arbitrary: repeated(VALUES_OF_ANY, VALUE_BYTES) },
  );
  return fc.tuple(name, value);
}

const HOSTS = ["localhost:1", "[::1]", "evil.net:99999", "x,y", "%00", "a b", "user:pw@x", "xn--", "."];

const METHOD = fc.oneof(
  { weight: 24, arbitrary: fc.constant("GET") },
  { weight: 4, arbitrary: fc.constant("HEAD") },
  { weight: 3, arbitrary: fc.constantFrom(...METHODS) },
  { weight: 1, arbitrary: fc.constantFrom("get", "FOO", "GET2", "Q".repeat(3000)) },
);
const HOST = fc.oneof({ weight: 9, arbitrary: fc.constant("wire.example") }, fc.constantFrom(...HOSTS));

/** What the runtime takes for a request, most of the time; what it asks for and says may be anything. */
export function hostileRequest(targets: readonly Target[]): fc.Arbitrary<Written> {
  return fc.oneof(...targets.map((target) => ({ weight: weightOf(target), arbitrary: requestFor(target) })));
}

/** What other sites show. */
const SHOWN = /^\/(?:all$|embed\b|articles\/)/;

/** More for what more can be asked of: of files there are few. */
function weightOf({ path, deltas, isMedia, lastModified }: Target): number {
  if (isMedia || SHOWN.test(path)) return 15;
  return deltas.size > 0 || lastModified !== null ? 3 : 1;
}

function requestFor(target: Target): fc.Arbitrary<Written> {
  const strange = strangeHeader(target).map((header) => [header]);
  const some = fc.oneof({ weight: 3, arbitrary: fittingHeaders(target) }, strange);
  const headers = fc
    .tuple(HOST, fc.array(some, { maxLength: 4 }))
    .map(([host, others]) => [["Host", host] as const, ...others.flat()]);
  return fc.record({ method: METHOD, target: addressOf(target), headers });
}

export function writeRequest({ method, target, headers }: Written): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${target} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1");
}
