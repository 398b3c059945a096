import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { etagOf } from "../../src/delivery/etag-of.ts";
import { listDocuments } from "../../src/delivery/list-documents.ts";
import { type PackSettings, packEdition } from "../../src/delivery/pack-edition.ts";
import type { Representation, WholeBody } from "../../src/delivery/representation.ts";
import { unpackEdition } from "../../src/delivery/unpack-edition.ts";
import type { Document, DocumentLink } from "../../src/documents/document.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Media } from "../../src/edition/media.ts";
import { hotAt } from "../delivery/hot-at.ts";
import { joinPieces } from "../delivery/join-pieces.ts";

const feed: Document = {
  kind: "feed",
  path: "/rss.xml",
  mediaType: "application/rss+xml",
  parts: ["<rss>", "Grüße, 世界 & 🌍. ".repeat(100), "</rss>"],
  links: [],
};
const page: Document = { ...feed, kind: "page", path: "/articles/one", mediaType: "text/html" };
const picture: Media = {
  path: "/media/one.png",
  mediaType: "image/png",
  byteLength: 2,
  bytes: new Uint8Array([1, 2]),
  size: null,
};

const SETTINGS: PackSettings = { lastModifiedOf: () => null, brotliQuality: 2 };

async function pack(
  documents: Iterable<Document>,
  media: readonly Media[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  return joinPieces((await packEdition({ documents, media, moves: [] }, SETTINGS)).pieces);
}

async function packOne(document: Document, settings = SETTINGS): Promise<Representation> {
  const { pieces } = await packEdition({ documents: [document], media: [], moves: [] }, settings);
  const representation = hotAt(unpackEdition(joinPieces(pieces).buffer), document.path);
  if (!representation) throw new Error(`nothing at ${document.path}`);
  return representation;
}

async function wholeBody(document: Document, brotliQuality: number): Promise<WholeBody> {
  const { body } = await packOne(document, { ...SETTINGS, brotliQuality });
  if (body.is !== "whole") throw new Error(`${document.path} is ${body.is}`);
  return body;
}

describe("The ETag", () => {
  test("is that of media type and text, and of nothing else", () => {
    expect(etagOf(feed)).toMatch(/^W\/"[0-9a-f]{16}"$/);
    const links = [{ rel: "self", href: "https://wire.example/" }];
    expect(etagOf({ ...feed, kind: "page", path: "/other.xml", links })).toBe(etagOf(feed));
    expect(etagOf({ ...feed, mediaType: "text/xml" })).not.toBe(etagOf(feed));
    expect(etagOf({ ...feed, parts: [...feed.parts, " "] })).not.toBe(etagOf(feed));
  });

  test("is the same however a text is divided, and the one that ledgers remember", () => {
    const digest = createHash("sha256")
      .update(`application/rss+xml\n${textOf(feed)}`)
      .digest("hex");
    expect(etagOf(feed)).toBe(`W/"${digest.slice(0, 16)}"`);
    expect(etagOf({ ...feed, parts: [textOf(feed)] })).toBe(etagOf(feed));
    expect(etagOf({ ...feed, parts: [...textOf(feed)] })).toBe(etagOf(feed));
  });
});

test("What is stored whole comes back from each of its encodings, none of which is larger", async () => {
  const part = fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.lorem({ maxCount: 80 }));
  const parts = fc.array(part, { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(parts, fc.integer({ min: 0, max: 11 }), async (written, quality) => {
      const { identity, gzip, br } = await wholeBody({ ...feed, parts: written }, quality);
      for (const bytes of [identity, gzip && gunzipSync(gzip), br && brotliDecompressSync(br)])
        expect(
          bytes === null ||
            new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) === written.join(""),
        ).toBe(true);
      expect(Math.max(gzip?.length ?? 0, br?.length ?? 0)).toBeLessThanOrEqual(identity.length);
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("The gzip header names no time and no system, so that every machine makes the same bytes", async () => {
  const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
  expect([...((await wholeBody(feed, 5)).gzip ?? []).slice(0, 10)]).toEqual(header);
  const { body } = await packOne(page);
  expect(body.is === "composed" && [...body.gzip().slice(0, 10)]).toEqual(header);
});

test("A composed body says how long it is in both encodings before it is made", async () => {
  for (const parts of [page.parts, [], [""], ["a"], page.parts.flatMap((one) => [one, one, ""])]) {
    const { body } = await packOne({ ...page, parts });
    if (body.is !== "composed") throw new Error(`a page is ${body.is}`);
    const gzip = body.gzip();
    expect(gzip.length).toBe(body.gzipBytes);
    expect(gunzipSync(gzip).toString()).toBe(parts.join(""));
    expect(Buffer.byteLength(parts.join(""))).toBe(body.identityBytes);
  }
});

describe("A part", () => {
  const text = createHash("sha512").update("x").digest("hex").repeat(2);
  const archive = (path: string, parts: readonly string[]): Document => ({
    ...feed,
    kind: "archive",
    path,
    parts,
  });

  test("is stored once, in however many documents it stands", async () => {
    const alone = await pack([archive("/1", [text])]);
    const often = await pack([
      archive("/1", [text, text, text]),
      ...Array.from({ length: 50 }, (_, index) => archive(`/2/${index}`, [`${index}`, text])),
    ]);
    expect(often.length - alone.length).toBeLessThan(50 * 130);
    expect(new Set([...listDocuments(often.buffer)].map((document) => document.parts.at(-1)))).toEqual(
      new Set([text]),
    );
  });
});

describe("What is stored whole", () => {
  const large = "x".repeat(900_000);
  const rows: [because: string, documents: readonly Document[], expected: readonly string[]][] = [
    ["feeds", [feed], ["/rss.xml"]],
    ["the front page, no other", [page, { ...page, path: "/" }], ["/"]],
    ["assets", [{ ...page, kind: "asset", path: "/a.css" }], ["/a.css"]],
    ["the page for what is missing", [{ ...page, kind: "missing", path: "/404" }], ["/404"]],
    [
      "nothing else",
      (["archive", "gone", "listing"] as const).map((kind) => ({ ...page, kind, path: `/${kind}` })),
      [],
    ],
    [
      "feeds in their order as far as they fit, and smaller ones behind",
      [
        ...Array.from({ length: 10 }, (_, index) => ({ ...feed, path: `/${index}`, parts: [large] })),
        { ...feed, path: "/small" },
      ],
      ["/0", "/1", "/2", "/3", "/4", "/5", "/small"],
    ],
  ];
  test.each(rows)("are %s", async (_, documents, expected) => {
    const store = unpackEdition((await pack(documents)).buffer);
    const whole = documents
      .filter(({ path }) => hotAt(store, path)?.body.is === "whole")
      .map(({ path }) => path);
    expect(whole).toEqual(expected);
  });
});

test("Last-Modified is cut to whole seconds, as HTTP has them", async () => {
  const lastModifiedOf = (path: string) => (path === feed.path ? new Date("2026-01-16T09:30:00.999Z") : null);
  const { lastModified, headers } = await packOne(feed, { ...SETTINGS, lastModifiedOf });
  expect(lastModified).toEqual(new Date("2026-01-16T09:30:00Z"));
  expect(headers["Last-Modified"]).toBe("Fri, 16 Jan 2026 09:30:00 GMT");
});

describe("Links", () => {
  const href = "https://wire.example/";
  const rows: [link: DocumentLink, header: string][] = [
    [
      { rel: "self", href: "https://wire.example/größe?a=<b>&c=1,2", type: "application/rss+xml" },
      '<https://wire.example/gr%C3%B6%C3%9Fe?a=%3Cb%3E&c=1,2>; rel="self"; type="application/rss+xml"',
    ],
    [{ rel: 'odd "rel"', href }, '<https://wire.example/>; rel="odd \\"rel\\""'],
    [
      { rel: "alternate", href, title: 'The "Wire"; all' },
      `<${href}>; rel="alternate"; title="The \\"Wire\\"; all"`,
    ],
    [{ rel: "alternate", href, title: "" }, `<${href}>; rel="alternate"; title=""`],
    [
      { rel: "alternate", href, type: "text/html", title: "Größe 🌍 (it's 100%*)" },
      `<${href}>; rel="alternate"; type="text/html"; title*=UTF-8''Gr%C3%B6%C3%9Fe%20%F0%9F%8C%8D%20%28it%27s%20100%25%2A%29`,
    ],
    [{ rel: "alternate", href, title: "a\nb" }, `<${href}>; rel="alternate"; title*=UTF-8''a%0Ab`],
    [{ rel: "alternate", href, title: "\ud800" }, `<${href}>; rel="alternate"; title*=UTF-8''%EF%BF%BD`],
  ];
  test.each(rows)("are written into a header: %j", async (link, header) => {
    const { headers } = await packOne({ ...feed, links: [link, { rel: "self", href }] });
    expect(headers.Link).toBe(`${header}, <${href}>; rel="self"`);
    expect(new Headers(headers).get("Link")).toBe(headers.Link);
  });

  test.each([
    [{ rel: "self", href: "/rss.xml" }, '"/rss.xml"'],
    [{ rel: "größe", href }, '"größe"'],
    [{ rel: "self", href, type: "a\nb" }, '"a\\nb"'],
  ])("are refused if they are like %j", async (link, value) => {
    await expect(pack([{ ...feed, links: [link] }])).rejects.toThrow(
      `Cannot write the Link header of "/rss.xml": found ${value}, expected an absolute URL and printable ASCII`,
    );
  });
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
  const message = `Cannot serve the path ${JSON.stringify(path)}`;
  await expect(pack([{ ...feed, path }])).rejects.toThrow(message);
  await expect(pack([], [{ ...picture, path }])).rejects.toThrow(message);
});

test.each([
  [[feed, page, feed], [], '"/rss.xml"'],
  [[feed], [picture, picture], '"/media/one.png"'],
  [[{ ...page, path: picture.path }], [picture], '"/media/one.png"'],
])("One path cannot be served twice", async (documents, media, path) => {
  await expect(pack(documents, media)).rejects.toThrow(
    `Cannot pack the representations: two have the path ${path}`,
  );
});

describe("A later edition", () => {
  const documents = [feed, page, { ...page, kind: "archive", path: "/archive/1/rss.xml" } satisfies Document];
  const followed = { ...SETTINGS, isFollowed: true };
  const packLater = (later: readonly Document[], more: Partial<PackSettings> = {}) =>
    packEdition({ documents: later, media: [picture], moves: [] }, { ...followed, ...more });

  test("is the same file as without the earlier one", async () => {
    const { made } = await packLater([feed]);
    const changed = documents.map((one) => ({ ...one, parts: [...one.parts, "more"] }));
    for (const later of [documents, changed, documents.toReversed(), []]) {
      const again = await packLater(later, { made });
      expect(again.pieces).toEqual((await packLater(later)).pieces);
      expect(again.documents).toBe(later.length);
    }
  });

  test("compresses nothing that the earlier one had, whether the very same document or the same text", async () => {
    const { made, pieces } = await packLater(documents);
    const partsOf = (one: typeof made) => [...one.documents.values()].flatMap(({ parts = [] }) => parts);
    for (const later of [documents, documents.map((one) => ({ ...one }))]) {
      const again = await packLater(later, { made });
      expect(again.pieces).toEqual(pieces);
      // The very same bytes, not others that are equal.
      expect(again.made.bodies.size).toBeGreaterThan(0);
      for (const [key, { bytes }] of again.made.bodies) expect(bytes).toBe(made.bodies.get(key)?.bytes);
      expect(partsOf(again.made).length).toBeGreaterThan(0);
      for (const [i, { bytes }] of partsOf(again.made).entries()) expect(bytes).toBe(partsOf(made)[i]?.bytes);
    }
  });

  test("is compressed anew in another quality", async () => {
    const { made } = await packLater(documents);
    const better = { brotliQuality: 11 };
    expect((await packLater(documents, { ...better, made })).pieces).toEqual(
      (await packLater(documents, better)).pieces,
    );
  });

  test("forgets what is no longer published, and before long its parts", async () => {
    let { made } = await packLater(documents);
    for (let edition = 0; edition < 30; edition += 1) {
      ({ made } = await packLater([{ ...page, parts: [`Edition ${edition}`] }], { made }));
      expect([made.documents.size, made.bodies.size]).toEqual([1, 0]);
      expect(made.parts.size).toBeLessThan(6);
    }
  });

  test("keeps no documents and no parts where none follows", async () => {
    const { made } = await packLater(documents, { isFollowed: false });
    expect([made.documents.size, made.parts.size, made.bodies.size]).toEqual([0, 0, 2]);
  });
});

describe("Documents are listed", () => {
  const documents: readonly Document[] = [
    { ...feed, links: [{ rel: "self", href: "https://wire.example/rss.xml" }] },
    page,
    { ...page, kind: "gone", path: "/articles/two", parts: ["\ufeffwith a mark", "", feed.parts[1] ?? ""] },
    { ...page, kind: "missing", path: "/404" },
    { ...feed, kind: "archive", path: "/archive/1/rss.xml" },
  ];

  test("with all that a reader would get, in the order of their paths", async () => {
    const listed = [...listDocuments((await pack(documents, [picture])).buffer)];
    const expected = documents
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map((document) => ({ path: document.path, mediaType: document.mediaType, text: textOf(document) }));
    expect(listed.map(({ path, mediaType, parts }) => ({ path, mediaType, text: parts.join("") }))).toEqual(
      expected,
    );
    expect(listed.map(({ path, status }) => [path, status])).toEqual([
      ["/404", 404],
      ["/archive/1/rss.xml", 200],
      ["/articles/one", 200],
      ["/articles/two", 410],
      ["/rss.xml", 200],
    ]);
    expect(listed.at(-1)?.headers.Link).toBe('<https://wire.example/rss.xml>; rel="self"');
  });

  test("with their parts, but for empty ones", async () => {
    const listed = [...listDocuments((await pack(documents)).buffer)];
    expect(listed.find(({ path }) => path === "/articles/two")?.parts).toEqual([
      "\ufeffwith a mark",
      feed.parts[1],
    ]);
  });

  test.each([
    ["whole", feed],
    ["composed", page],
  ])("only if what was stored %s is the same in every encoding", async (_, document) => {
    const one = await pack([document]);
    const other = await pack([{ ...document, parts: [textOf(document).replace("Grüße", "Größe")] }]);
    const { body } = hotAt(unpackEdition(other.buffer), document.path) ?? {};
    expect([...listDocuments(one.buffer)]).toHaveLength(1);
    const mixed = body?.is === "whole" ? withIdentity(one, body.identity) : withCrc(one);
    expect(() => [...listDocuments(mixed)]).toThrow(
      `Cannot serve ${JSON.stringify(document.path)}: its encoded bodies are not the same text; build again`,
    );
  });
});

function withIdentity(packed: Uint8Array<ArrayBuffer>, identity: Uint8Array): ArrayBuffer {
  const changed = new Uint8Array(packed);
  changed.set(identity, Buffer.from(packed).indexOf("<rss>"));
  return changed.buffer;
}

/** The checksum stands at the end of a composed document's row. */
function withCrc(packed: Uint8Array<ArrayBuffer>): ArrayBuffer {
  const place = Buffer.from(packed).indexOf("]]", Buffer.from(packed).indexOf('"composed"'));
  const changed = new Uint8Array(packed);
  changed[place - 1] = changed[place - 1] === 0x31 ? 0x32 : 0x31;
  return changed.buffer;
}
