import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createApp } from "../../src/delivery/create-app.ts";
import { packEdition } from "../../src/delivery/pack-edition.ts";
import { listPaths, unpackEdition } from "../../src/delivery/unpack-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { textOf } from "../../src/documents/text-of.ts";
import { hotAt } from "./hot-at.ts";
import { joinPieces } from "./join-pieces.ts";
import { lastModifiedOf, MEDIA, MOVES, NOW, ORIGIN, SAMPLES, store } from "./sample-app.ts";

const SETTINGS = { lastModifiedOf, brotliQuality: 1 };

const page: Document = { kind: "page", path: "/", mediaType: "text/html", parts: ["x"], links: [] };

async function pack(documents: readonly Document[]): Promise<ArrayBuffer> {
  return joinPieces((await packEdition({ documents, media: [], moves: [] }, SETTINGS)).pieces).buffer;
}

const packed = joinPieces(
  (await packEdition({ documents: SAMPLES, media: MEDIA, moves: MOVES }, SETTINGS)).pieces,
).buffer;

test("Every path is found, and listed in order", () => {
  const paths = [...SAMPLES, ...MEDIA].map(({ path }) => path);
  expect(new Set(listPaths(packed))).toEqual(new Set(paths));
  expect(listPaths(packed)).toHaveLength(paths.length);
  const unpacked = unpackEdition(packed);
  expect(paths.map((path) => unpacked.find(path)?.path)).toEqual(paths);
  expect(unpacked.moves()).toEqual(MOVES);
});

test("No representation is found where none was put", () => {
  const beside = SAMPLES.flatMap(({ path }) => [`${path}x`, path.slice(0, -1), `${path}/`, `${path}\0`]);
  const paths = ["", "/nothing", "__proto__", "/\uffff", "\0", ...beside];
  const known = new Set(SAMPLES.map(({ path }) => path));
  expect(paths.filter((path) => !known.has(path) && store.find(path))).toEqual([]);
});

test("Stored bodies are views of the file, and what is polled is made once", () => {
  const unpacked = unpackEdition(packed);
  const { body } = hotAt(unpacked, "/rss.xml") ?? {};
  const bodies = body?.is === "whole" ? [body.identity, body.gzip, body.br] : [];
  expect(bodies.map((bytes) => bytes?.buffer === packed)).toEqual([true, true, true]);
  expect(unpacked.find("/rss.xml")).toBe(unpacked.find("/rss.xml"));
});

test("An empty edition is packed, too", async () => {
  const { find, moves } = unpackEdition(await pack([]));
  expect([find("/"), find(""), moves()]).toEqual([undefined, undefined, []]);
});

const part = fc.oneof(
  fc.constantFrom("", "<item>one</item>", ",\n", "世界", "🌍", "\ufeff", "\0"),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.lorem({ maxCount: 60 }),
);
const kind = fc.constantFrom("page", "archive", "listing", "feed", "asset");

test("Every text comes back in gzip and plain, however its parts are shared", async () => {
  const documents = fc.array(fc.record({ kind, parts: fc.array(part, { maxLength: 12 }) }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(documents, async (made) => {
      const published = made.map((one, index): Document => ({ ...page, ...one, path: `/ö/${index}` }));
      const app = createApp(unpackEdition(await pack(published)), () => NOW);
      for (const document of published) {
        const gzip = await app.fetch(
          new Request(`${ORIGIN}${document.path}`, { headers: { "Accept-Encoding": "gzip" } }),
        );
        const plain = await app.fetch(new Request(`${ORIGIN}${document.path}`));
        const isZipped = gzip.headers.has("Content-Encoding");
        const body = isZipped ? gzip.body?.pipeThrough(new DecompressionStream("gzip")) : gzip.body;
        const [unzipped, identity] = [await bytesOf(body), await bytesOf(plain.body)];
        const text = new TextEncoder().encode(textOf(document));
        expect(unzipped).toEqual(text);
        expect(identity).toEqual(text);
        expect(plain.headers.get("Content-Length")).toBe(String(text.length));
      }
    }),
    { numRuns: 60, seed: 4 },
  );
});

async function bytesOf(body: ReadableStream | null | undefined): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body ?? null).arrayBuffer());
}

test("Ten thousand pages say what they have in common once", async () => {
  const pages = Array.from({ length: 10_000 }, (_, index) => ({
    ...page,
    path: `/headlines/${index}`,
    parts: ["<head>the same for all of them</head>", `${index}`],
  }));
  const bytes = await pack(pages);
  const text = new TextDecoder("latin1").decode(bytes);
  expect(text.split("default-src")).toHaveLength(2);
  expect(text.split("text/html")).toHaveLength(2);
  expect(bytes.byteLength / pages.length).toBeLessThan(150);
  const { find } = unpackEdition(bytes);
  expect(pages.filter(({ path }) => find(path)?.path !== path)).toEqual([]);
});

function withByte(bytes: ArrayBuffer, place: number, value: number): ArrayBuffer {
  const changed = new Uint8Array(bytes.slice(0));
  changed[place] = value;
  return changed.buffer;
}

describe("The file", () => {
  const cases: [name: string, bytes: ArrayBuffer, message: string][] = [
    ["empty", new ArrayBuffer(0), "the file was not made by the build"],
    ["another", new Uint8Array(20).buffer, "the file was not made by the build"],
    ["of another version", withByte(packed, 7, 1), "found version 1, expected 3; build again"],
    [
      "cut in its bodies",
      packed.slice(0, -1),
      `found ${packed.byteLength - 1} bytes, expected ${packed.byteLength}`,
    ],
    ["cut at its beginning", packed.slice(0, 40), "found 40 bytes, expected "],
    ["cut in its version", packed.slice(0, 9), "the file was not made by the build"],
  ];
  test.each(cases)("if %s is refused with a message that says so", (_, bytes, message) => {
    expect(() => unpackEdition(bytes)).toThrow(`Cannot read the packed representations: `);
    expect(() => unpackEdition(bytes)).toThrow(message);
    expect(() => listPaths(bytes)).toThrow(message);
  });
});

test("A part that was damaged is not sent as text", async () => {
  const bytes = await pack([{ ...page, path: "/page", parts: ["the quick brown fox"] }]);
  const place = new TextDecoder("latin1").decode(bytes).lastIndexOf("\x00\x00\xff\xff");
  const app = createApp(unpackEdition(withByte(bytes, place - 8, 0x55)), () => NOW);
  const log = vi.spyOn(console, "error").mockReturnValue();
  expect((await app.fetch(new Request(`${ORIGIN}/page`))).status).toBe(503);
  log.mockRestore();
});
