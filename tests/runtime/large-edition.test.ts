import { readdirSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PackFolder } from "../../src/cli/pack-folder.ts";
import { startWorkerd, type Workerd } from "../../src/cli/start-workerd.ts";
import { bundleWorker, writeWorker } from "../../src/cli/write-worker.ts";
import { etagOf, strongEtagOf } from "../../src/delivery/etag-of.ts";
import { packEdition } from "../../src/delivery/pack-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { textOf } from "../../src/documents/text-of.ts";
import { askExactly } from "./ask-exactly.ts";
import { FILES, LAST_MODIFIED, largeDocuments, PAGES, SETTINGS } from "./large-edition.ts";

const documents = largeDocuments(PAGES);
const out = await mkdtemp(join(tmpdir(), "teleprinter-large-"));
const packs = join(out, "assets/packs");
let workerd: Workerd;

beforeAll(async () => {
  const folder = new PackFolder(out);
  const packed = await packEdition(
    { documents, media: FILES, moves: [{ from: "/old", to: "/headlines/größe-1" }] },
    { ...SETTINGS, packs: folder },
  );
  await writeWorker(out, await bundleWorker(), packed.pieces);
  await folder.finish(1_000);
  workerd = await startWorkerd(out);
});

afterAll(async () => {
  await workerd.stop();
  rmSync(out, { recursive: true });
});

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
  askExactly(workerd.port, encodeURI(path), headers, method);

const statusOf = ({ kind }: Document) => (kind === "gone" ? 410 : kind === "missing" ? 404 : 200);

test("Everything that was published is served, wherever it lies", async () => {
  expect(readdirSync(packs).length).toBeGreaterThan(6);
  for (const document of documents) {
    const plain = await ask(document.path);
    expect([document.path, plain.status]).toEqual([document.path, statusOf(document)]);
    expect(plain.body.toString()).toBe(textOf(document));
    expect(plain.headers["content-length"]).toBe(String(plain.body.length));
  }
  for (const { path, bytes } of FILES) {
    const { status, body, headers } = await ask(path);
    expect([path, status, headers["content-length"]]).toEqual([path, 200, String(bytes.length)]);
    expect(body.equals(bytes)).toBe(true);
  }
});

const samples = [
  "/tags/t0/rss.xml",
  "/tags/t5/rss.xml",
  "/tags/t29/rss.xml",
  "/archive/tags/t3/rss.xml",
].concat("/headlines/größe-777");

describe.each(samples)("%s", (path) => {
  test("comes compressed to who takes that, and HEAD says the same of it", async () => {
    const headers = { "Accept-Encoding": "gzip" };
    const [get, head] = [await ask(path, headers), await ask(path, headers, "HEAD")];
    expect(gunzipSync(get.body).toString()).toBe((await ask(path)).body.toString());
    expect(get.headers["content-encoding"]).toBe("gzip");
    expect({ ...head.headers, date: "" }).toEqual({ ...get.headers, date: "" });
    expect(head.body.length).toBe(0);
  });

  test("is a 304 for who has it, by ETag and by date", async () => {
    const { headers } = await ask(path);
    const document = documents.find((one) => one.path === path);
    expect(headers.etag).toBe(document && etagOf(document));
    const conditions = [["If-None-Match", String(headers.etag)]];
    if (path.endsWith("rss.xml")) {
      expect(headers["last-modified"]).toBe(LAST_MODIFIED.toUTCString());
      conditions.push(["If-Modified-Since", LAST_MODIFIED.toUTCString()]);
    }
    for (const [name = "", value = ""] of conditions) {
      const again = await ask(path, { [name]: value });
      expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag]);
      for (const kept of ["cache-control", "vary", "last-modified", "access-control-allow-origin"])
        expect([kept, again.headers[kept]]).toEqual([kept, headers[kept]]);
    }
  });
});

const CHUNK = 4 * 1024 * 1024;

describe.each(FILES.map(({ path, bytes }) => [path, bytes] as const))("%s", (path, bytes) => {
  const etag = strongEtagOf(bytes);
  const places = [0, 1, 499, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, bytes.length - 1].filter(
    (place) => place < bytes.length,
  );
  const ranges = places.flatMap((first) =>
    places.filter((last) => last >= first).map((last) => [first, last] as const),
  );

  test("comes in ranges, whatever chunks they lie in", async () => {
    for (const [first, last] of ranges) {
      const { status, headers, body } = await ask(path, {
        Range: `bytes=${first}-${last}`,
        "If-Range": etag,
      });
      expect([status, headers["content-range"]]).toEqual([206, `bytes ${first}-${last}/${bytes.length}`]);
      expect(headers["content-length"]).toBe(String(last - first + 1));
      expect(body.equals(bytes.subarray(first, last + 1))).toBe(true);
    }
    expect((await ask(path, { Range: `bytes=${bytes.length}-` })).status).toBe(416);
    expect((await ask(path, { Range: "bytes=0-1", "If-Range": '"other"' })).status).toBe(200);
  });

  test("has a strong ETag, and HEAD says what GET does", async () => {
    const [get, head] = [await ask(path), await ask(path, {}, "HEAD")];
    expect(get.headers.etag).toBe(etag);
    expect({ ...head.headers, date: "" }).toEqual({ ...get.headers, date: "" });
    expect((await ask(path, { "If-None-Match": etag })).status).toBe(304);
  });
});

test("Nobody reaches a pack but through what lies in it", async () => {
  const [file = ""] = readdirSync(packs);
  for (const path of [
    `/packs/${file}`,
    `/assets/packs/${file}`,
    "/packs/",
    "/headlines/größe-900",
    "/headlines/",
  ])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  for (const path of [
    "/%2e%2e/packs/x.bin",
    "/headlines/../packs/",
    "/headlines/gr%C3%B6%C3%9Fe-1%00",
    "/%ff",
    "/%",
  ]) {
    const { status } = await ask(path);
    expect([404, 301]).toContain(status);
  }
});

test("What has moved leads to what lies in a pack", async () => {
  const { status, headers } = await ask("/old");
  expect([status, headers.location]).toEqual([301, encodeURI("/headlines/größe-1")]);
});

test("Without its pack a page is out of order for now, never missing, and still a 304 for who has it", async () => {
  const { headers } = await ask("/headlines/größe-3");
  const other = await startWorkerd(out);
  const before = workerd;
  try {
    workerd = other;
    rmSync(packs, { recursive: true });
    const answer = await ask("/headlines/größe-3");
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "600"]);
    expect((await ask("/headlines/größe-3", { "If-None-Match": String(headers.etag) })).status).toBe(304);
    expect((await ask("/headlines/größe-900")).status).toBe(404);
    expect((await ask("/tags/t0/rss.xml")).status).toBe(200);
  } finally {
    workerd = before;
    await other.stop();
  }
});
