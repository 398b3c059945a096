import { describe, expect, test } from "vitest";
import { makeRepresentation } from "../../src/delivery/make-representation.ts";
import { packRepresentations } from "../../src/delivery/pack-representations.ts";
import { unpackRepresentations } from "../../src/delivery/unpack-representations.ts";
import { LAST_MODIFIED, SAMPLES } from "./sample-app.ts";

const representations = await Promise.all(
  SAMPLES.map((document) => makeRepresentation(document, document.kind === "feed" ? LAST_MODIFIED : null, 5)),
);
const packed = packRepresentations(representations).buffer;

test("What was packed comes out the same", () => {
  const store = unpackRepresentations(packed);
  expect(representations.map(({ path }) => store(path))).toEqual(representations);
});

test("No representation is found where none was put", () => {
  const store = unpackRepresentations(packed);
  expect(["", "/nothing", "__proto__", "/rss.xml/"].map(store)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("Bodies are views of the file, and a representation is made once", () => {
  const store = unpackRepresentations(packed);
  const { bodies } = store("/rss.xml") ?? {};
  for (const body of [bodies?.identity, bodies?.gzip, bodies?.br]) expect(body?.buffer).toBe(packed);
  expect(store("/rss.xml")).toBe(store("/rss.xml"));
});

test("An empty edition is packed, too", () => {
  expect(unpackRepresentations(packRepresentations([]).buffer)("/")).toBeUndefined();
});

test("Ten thousand pages say what they have in common once", async () => {
  const page = await makeRepresentation(
    { kind: "page", path: "/", mediaType: "text/html", text: "", links: [] },
    null,
    0,
  );
  const pages = Array.from({ length: 10_000 }, (_, index) => ({ ...page, path: `/headlines/${index}` }));
  const text = new TextDecoder().decode(packRepresentations(pages));
  expect(text.split("default-src")).toHaveLength(2);
  expect(text.split("text/html")).toHaveLength(2);
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
    ["of another version", withByte(packed, 7, 9), "found version 9, expected 1; build again"],
    ["cut in its bodies", packed.slice(0, packed.byteLength - 1), `found ${packed.byteLength - 1} bytes`],
    ["cut in its index", packed.slice(0, 40), "found 40 bytes, expected "],
  ];
  test.each(cases)("if %s is refused with a message that says so", (_, bytes, message) => {
    expect(() => unpackRepresentations(bytes)).toThrow(`Cannot read the packed representations: `);
    expect(() => unpackRepresentations(bytes)).toThrow(message);
  });

  test("cannot hold one path twice", () => {
    expect(() => packRepresentations([...representations, ...representations.slice(0, 1)])).toThrow(
      'Cannot pack the representations: two have the path "/rss.xml"',
    );
  });
});
