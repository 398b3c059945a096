import { describe, expect, test } from "vitest";
import { createApp } from "../../src/delivery/create-app.ts";
import { packEdition } from "../../src/delivery/pack-edition.ts";
import { unpackEdition } from "../../src/delivery/unpack-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { joinPieces } from "./join-pieces.ts";

const ORIGIN = "https://wire.example";
const LAST_MODIFIED = "Fri, 16 Jan 2026 09:30:00 GMT";
const NOW = new Date("2026-10-23T12:00:00Z");
const BASE = 'W/"00000000000000aa"';
const OLDER = 'W/"00000000000000bb"';
const OPAQUE = BASE.slice(3, -1);

const entries = Array.from({ length: 40 }, (_, i) => `<entry>${`Größe ${i}, `.repeat(20)}</entry>`);
const feed: Document = document("/atom.xml", ["<feed>", ...entries, "</feed>"]);
const plain: Document = document("/rss.xml", ["<rss>", "</rss>"]);
const delta = ["<feed>", ...entries.slice(0, 3), "</feed>"];

const { pieces } = await packEdition(
  { documents: [feed, plain], media: [], moves: [] },
  {
    lastModifiedOf: () => new Date(LAST_MODIFIED),
    brotliQuality: 5,
    deltasOf: ({ path }) =>
      path === "/atom.xml"
        ? [
            { base: BASE, parts: delta },
            { base: OLDER, parts: ["<feed>", ...entries.slice(0, 4), "</feed>"] },
          ]
        : [],
  },
);
const app = createApp(unpackEdition(joinPieces(pieces).buffer), () => NOW);
const current = (await ask({})).headers.get("ETag") ?? "";

function document(path: string, parts: readonly string[]): Document {
  return { kind: "feed", path, mediaType: "application/atom+xml", parts, links: [], freshSeconds: 900 };
}

async function ask(headers: Record<string, string>, method = "GET", path = "/atom.xml"): Promise<Response> {
  return app.fetch(new Request(`${ORIGIN}${path}`, { headers, method }));
}

type Row = { sends: Record<string, string>; answers: 200 | 226 | 304 | 412; because: string };
const tag = (value: string) => ({ "A-IM": "feed", "If-None-Match": value });
const accepting = (value: string) => ({ "A-IM": value, "If-None-Match": BASE });

const rows: Row[] = [
  { sends: tag(BASE), answers: 226, because: "one known tag: what is new since" },
  { sends: tag(OLDER), answers: 226, because: "an older one" },
  { sends: tag(BASE.slice(2)), answers: 226, because: "RFC 9110 §8.8.3.2: weak comparison" },
  { sends: tag(OPAQUE), answers: 226, because: "clients that lose the quotes" },
  { sends: tag(`"${OPAQUE}-gzip"`), answers: 226, because: "Apache marks what it encoded" },
  { sends: tag(` ${BASE} ,`), answers: 226, because: "RFC 9110 §5.6.1.2: empty members are none" },
  {
    sends: { ...tag(BASE), "If-Modified-Since": LAST_MODIFIED },
    answers: 226,
    because: "Newsboat and Liferea send a date, too: RFC 9110 §13.1.3 has it ignored beside a tag",
  },
  { sends: { ...tag(BASE), "If-Match": "*" }, answers: 226, because: "a precondition that holds" },
  {
    sends: { ...tag(BASE), "If-Match": '"x"' },
    answers: 412,
    because: "a precondition that fails comes first",
  },
  { sends: tag(current), answers: 304, because: "nothing is new" },
  { sends: tag("*"), answers: 304, because: "RFC 9110 §13.1.2: any representation" },
  { sends: tag(`${BASE}, ${OLDER}`), answers: 200, because: "a list: who has what?" },
  { sends: tag(`${BASE}, ${BASE}`), answers: 200, because: "a list, even of one tag twice" },
  { sends: tag(`${BASE}, ${current}`), answers: 304, because: "a list that has the current one" },
  { sends: tag('W/"00000000000000cc"'), answers: 200, because: "a tag that nobody remembers" },
  { sends: tag(`"${OPAQUE}`), answers: 200, because: "cut off, no tag" },
  { sends: tag(""), answers: 200, because: "no tag" },
  { sends: { "A-IM": "feed" }, answers: 200, because: "a new reader: feedparser asks on its first visit" },
  {
    sends: { "A-IM": "feed", "If-Modified-Since": "Thu, 15 Jan 2026 09:30:00 GMT" },
    answers: 200,
    because: "a date says less than a tag",
  },
  {
    sends: { "A-IM": "feed", "If-Modified-Since": LAST_MODIFIED },
    answers: 304,
    because: "the current date",
  },
  { sends: { "If-None-Match": BASE }, answers: 200, because: "nobody asked for a delta" },
  { sends: accepting(""), answers: 200, because: "an empty list" },
  { sends: accepting("FEED"), answers: 226, because: "RFC 3229 §10.1: names in any case" },
  {
    sends: accepting("vcdiff, feed;q=0.5 ,gzip"),
    answers: 226,
    because: "RFC 3229 §10.5.3: a list, weighed",
  },
  { sends: accepting("feed ; q = 0.0"), answers: 200, because: "RFC 3229 §10.5.3: weight 0 means no" },
  { sends: accepting("feed;q=0.001"), answers: 226, because: "the least weight is one" },
  { sends: accepting("vcdiff, gzip"), answers: 200, because: "other manipulations" },
  { sends: accepting("feeds, x-feed"), answers: 200, because: "other names" },
  {
    sends: { ...tag(BASE), Via: "1.1 squid" },
    answers: 200,
    because: "the tag may be a proxy's, not the reader's",
  },
  {
    sends: { ...tag(BASE), "User-Agent": "rss2email/3.14 (https://github.com/rss2email/rss2email)" },
    answers: 200,
    because: "rss2email takes a 226 for an error",
  },
];

test.each(rows)("$sends -> $answers ($because)", async ({ sends, answers }) => {
  for (const method of ["GET", "HEAD"]) {
    const response = await ask(sends, method);
    expect(response.status).toBe(answers);
    expect(response.headers.has("IM")).toBe(answers === 226);
  }
});

describe("an answer with a delta", () => {
  test("says what it is, since when, and that it is nobody else's", async () => {
    const [whole, part] = [await ask({}), await ask(tag(`"${OPAQUE}-gzip"`))];
    const { headers } = part;
    expect(Object.fromEntries(headers)).toMatchObject({
      im: "feed",
      "delta-base": BASE,
      etag: current,
      "last-modified": LAST_MODIFIED,
      "cache-control": "no-store, im",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Link, IM, Delta-Base",
    });
    for (const name of ["Content-Type", "Vary", "X-Content-Type-Options"])
      expect([name, headers.get(name)]).toEqual([name, whole.headers.get(name)]);
  });

  test.each([
    [{}, null],
    [{ "Accept-Encoding": "br" }, null],
    [{ "Accept-Encoding": "gzip, br" }, "gzip"],
  ])("asked with %o is the same text, encoded as %s", async (accepts, encoding) => {
    const response = await ask({ ...tag(BASE), ...accepts });
    expect(response.headers.get("Content-Encoding")).toBe(encoding);
    const bytes = await response.clone().arrayBuffer();
    expect(response.headers.get("Content-Length")).toBe(String(bytes.byteLength));
    const stream = new Blob([bytes]).stream();
    const text = encoding ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
    expect(await new Response(text).text()).toBe(delta.join(""));
  });

  test("to HEAD has its headers and no body", async () => {
    const [get, head] = [await ask(tag(BASE)), await ask(tag(BASE), "HEAD")];
    expect([...head.headers]).toEqual([...get.headers]);
    expect(await head.text()).toBe("");
  });

  test("is not given for a document that has none", async () => {
    expect((await ask(tag(BASE), "GET", "/rss.xml")).status).toBe(200);
  });
});

test("a plain answer says nothing of deltas", async () => {
  const { headers } = await ask({});
  expect([headers.get("IM"), headers.get("Delta-Base")]).toEqual([null, null]);
  expect(headers.get("Cache-Control")).toContain("public");
});
