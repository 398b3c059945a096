import { describe, expect, test } from "vitest";
import type { PackStore } from "../../src/delivery/cold-packs.ts";
import { etagOf } from "../../src/delivery/etag-of.ts";
import { listDocuments } from "../../src/delivery/list-documents.ts";
import { type PackSettings, packEdition } from "../../src/delivery/pack-edition.ts";
import type { Store } from "../../src/delivery/representation.ts";
import { listPaths, unpackEdition } from "../../src/delivery/unpack-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Media } from "../../src/edition/media.ts";
import { joinPieces } from "../delivery/join-pieces.ts";
import { FILES, largeDocuments, PAGES, page, SETTINGS } from "../runtime/large-edition.ts";

/** Packs in memory. */
class Packs implements PackStore {
  readonly files = new Map<string, Uint8Array>();
  readonly keys = new Map<string, string>();
  written = 0;

  find(key: string): string | undefined {
    return this.keys.get(key);
  }

  async write(name: string, bytes: Uint8Array, key: string): Promise<void> {
    this.files.set(name, bytes);
    this.keys.set(key, name);
    this.written += 1;
  }

  read(name: string): ArrayBuffer {
    const bytes = this.files.get(name);
    if (bytes === undefined) throw new Error(`no pack ${name}`);
    return new Uint8Array(bytes).buffer;
  }
}

async function pack(
  documents: readonly Document[],
  packs: Packs,
  media: readonly Media[] = FILES,
  more: Partial<PackSettings> = {},
): Promise<ArrayBuffer> {
  const published = { documents, media, moves: [] };
  return joinPieces((await packEdition(published, { ...SETTINGS, packs, ...more })).pieces).buffer;
}

/** What lies where, by path: `whole`, `composed`, `media`, `cold`. */
function placesIn({ find }: Store, paths: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    paths.map((path) => {
      const found = find(path);
      return [path, found?.is === "hot" ? found.body.is : (found?.is ?? "nowhere")];
    }),
  );
}

const documents = largeDocuments(PAGES);
const packs = new Packs();
const packed = await pack(documents, packs);
const store = unpackEdition(packed, async (name) => packs.read(name));

describe("An edition that is too large for the Worker", () => {
  test("keeps what is polled there, in its order, and puts the rest into packs", () => {
    const feeds = documents.filter(({ kind }) => kind === "feed").map(({ path }) => path);
    const places = placesIn(store, feeds);
    const order = feeds.map((path) => places[path]);
    expect([...new Set(order)]).toEqual(["whole", "composed", "cold"]);
    expect(order).toEqual(order.toSorted((a, b) => rankOf(a) - rankOf(b)));
    expect(placesIn(store, ["/", "/404", "/style.css", "/sitemap.xml", "/archive/tags/t0/rss.xml"])).toEqual({
      "/": "whole",
      "/404": "whole",
      "/style.css": "whole",
      "/sitemap.xml": "cold",
      "/archive/tags/t0/rss.xml": "cold",
    });
    expect(
      placesIn(
        store,
        FILES.map(({ path }) => path),
      ),
    ).toEqual({
      "/media/1111111111111111.jpg": "cold",
      "/media/2222222222222222.png": "media",
      "/media/3333333333333333.mp3": "media",
    });
    expect(packed.byteLength).toBeLessThan(400_000);
  });

  test("has every path, and no other", () => {
    const paths = [...documents, ...FILES].map(({ path }) => path);
    expect(listPaths(packed).toSorted()).toEqual(paths.toSorted());
    expect(paths.filter((path) => store.has(path) !== (path !== "/404"))).toEqual([]);
    const beside = paths.flatMap((path) => [
      `${path}x`,
      path.slice(0, -1),
      `${path}/`,
      `${path}\0`,
      path.toUpperCase(),
    ]);
    const known = new Set(paths);
    expect(beside.filter((path) => !known.has(path) && (store.has(path) || store.find(path)))).toEqual([]);
  });

  test("says of what is cold what its pack says of it", async () => {
    for (const { path } of documents) {
      const found = store.find(path);
      if (found?.is !== "cold") continue;
      const { status, etag, lastModified, headers } = await found.load();
      expect([found.status, found.etag, found.lastModified]).toEqual([status, etag, lastModified]);
      expect(headers).toMatchObject(found.headers);
    }
  });

  test("is read back whole", () => {
    const texts = new Map(documents.map((document) => [document.path, textOf(document)]));
    const listed = [...listDocuments(packed, (name) => packs.read(name))];
    expect(listed).toHaveLength(documents.length);
    expect(listed.filter(({ path, parts }) => parts.join("") !== texts.get(path))).toEqual([]);
  });

  test("is the same bytes again, and nothing is written twice", async () => {
    const again = new Packs();
    expect(isSame(await pack(documents, again), packed)).toBe(true);
    expect([...again.files.keys()]).toEqual([...packs.files.keys()]);
    const { written } = packs;
    expect(isSame(await pack(documents, packs), packed)).toBe(true);
    expect(packs.written).toBe(written);
  });

  test("fails to load, and is not missing, where a pack is gone or another file", async () => {
    const cold = unpackEdition(packed).find("/headlines/größe-1");
    await expect(cold?.is === "cold" && cold.load()).rejects.toThrow("Cannot read pack");
    const wrong = unpackEdition(packed, async () => packed).find("/headlines/größe-1");
    await expect(wrong?.is === "cold" && wrong.load()).rejects.toThrow(
      'Cannot find "/headlines/größe-1" in pack',
    );
    const { body } = (await loaded("/media/3333333333333333.mp3")) ?? {};
    if (body?.is !== "media") throw new Error("no file");
    const short = unpackEdition(packed, async () => new ArrayBuffer(3)).find("/media/3333333333333333.mp3");
    await expect(short?.is === "hot" && short.body.is === "media" && short.body.read(0, 0)).rejects.toThrow(
      "expected 4194304",
    );
  });
});

function isSame(a: ArrayBuffer, b: ArrayBuffer): boolean {
  return Buffer.from(a).equals(Buffer.from(b));
}

function rankOf(place: string | undefined): number {
  return ["whole", "composed", "cold"].indexOf(place ?? "");
}

async function loaded(path: string) {
  const found = store.find(path);
  return found?.is === "cold" ? found.load() : found;
}

describe("After a small change nearly all packs are the same files", async () => {
  const many = Array.from({ length: 2_500 }, (_, number) => page(number));
  const before = new Packs();
  await pack(largeDocuments(many), before, []);
  const changes: [what: string, documents: readonly Document[]][] = [
    ["one more at the beginning", [page(5_000), ...many]],
    ["one more in the middle", many.toSpliced(1_400, 0, page(5_001))],
    ["one fewer", many.toSpliced(1_000, 1)],
    ["one changed", many.with(2_000, page(2_000, "Something else"))],
  ];
  test.each(changes)("%s", async (_, changed) => {
    const after = new Packs();
    await pack(largeDocuments(changed), after, []);
    const fresh = [...after.files.keys()].filter((name) => !before.files.has(name));
    expect(after.files.size).toBeGreaterThan(15);
    expect(fresh.length).toBeLessThanOrEqual(2);
    expect(fresh.length).toBeGreaterThan(0);
  });
});

test("A file is packed again when only its headers or its status have changed", async () => {
  const gone = PAGES.map((one) => (one === PAGES[5] ? { ...one, kind: "gone" as const } : one));
  const again = new Packs();
  for (const [key, name] of packs.keys) again.keys.set(key, name);
  await pack(largeDocuments(gone), again);
  expect(again.written).toBe(1);
  const [document] = [...listDocuments(unpackable(again))].filter(({ path }) => path === PAGES[5]?.path);
  expect(document?.status).toBe(410);
});

function unpackable({ files }: Packs): ArrayBuffer {
  const [bytes = new Uint8Array()] = files.values();
  return new Uint8Array(bytes).buffer;
}

test("An edition that fits into the Worker has no packs", async () => {
  const none = new Packs();
  const few = largeDocuments(PAGES.slice(0, 3)).slice(-9);
  const bytes = await pack(few, none, FILES.slice(0, 1));
  expect(none.files.size).toBe(0);
  const { find } = unpackEdition(bytes);
  expect(few.map(({ path }) => find(path)?.is)).toEqual(few.map(() => "hot"));
  expect(few.map(({ path }) => find(path)?.etag)).toEqual(few.map(etagOf));
});

test("Deltas come back by the ETag they start from, as far as there is room for them", async () => {
  const base = 'W/"0123456789abcdef"';
  const deltasOf = (document: Document) => [{ base, parts: ["<rss>", document.parts[3] ?? "", "</rss>"] }];
  const { find } = unpackEdition(await pack(documents, new Packs(), [], { deltasOf }));
  const first = find("/tags/t0/rss.xml");
  const deltas = first?.is === "hot" ? first.deltas : null;
  expect([...(deltas?.keys() ?? [])]).toEqual([base]);
  const delta = deltas?.get(base);
  expect(delta?.identityBytes).toBe(Buffer.byteLength(`<rss>${documents[0]?.parts[3]}</rss>`));
  expect(delta?.gzip().length).toBe(delta?.gzipBytes);
  const page = find("/");
  expect(page?.is === "hot" && page.deltas).toBe(null);
});
