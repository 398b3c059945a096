import { describe, expect, test } from "vitest";
import { ask, etagOfPath, MEDIA, PICTURE_BYTES, PICTURE_PATH } from "./sample-app.ts";

const ETAG = etagOfPath(PICTURE_PATH);

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

test("A file is sent whole as it is, with a strong ETag and for ever", async () => {
  const response = await ask(PICTURE_PATH, { headers: { "Accept-Encoding": "gzip, br" } });
  expect(response.status).toBe(200);
  expect(Object.fromEntries([...response.headers])).toEqual({
    "content-type": "image/jpeg",
    "content-length": "1000",
    "cache-control": "public, max-age=31536000, immutable",
    etag: expect.stringMatching(/^"[0-9a-f]{16}"$/),
    "accept-ranges": "bytes",
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Accept-Ranges, Content-Range",
    "x-content-type-options": "nosniff",
  });
  expect(await bytesOf(response)).toEqual(PICTURE_BYTES);
});

describe.each(MEDIA)("$path", ({ path, mediaType, bytes }) => {
  test("has its bytes, its type and their length", async () => {
    const response = await ask(path);
    expect(response.headers.get("Content-Type")?.split(";")[0]).toBe(mediaType);
    expect(response.headers.get("Content-Length")).toBe(String(bytes.length));
    expect(await bytesOf(response)).toEqual(bytes);
  });

  test("can run no script of its own", async () => {
    const sandboxed = ["image/svg+xml", "text/html", "application/zip"].includes(mediaType);
    expect((await ask(path)).headers.get("Content-Security-Policy")).toBe(
      sandboxed ? "default-src 'none'; style-src 'unsafe-inline'; sandbox" : null,
    );
  });

  test("has the same headers for HEAD, whatever range is asked for", async () => {
    const head = await ask(path, { method: "HEAD", headers: { Range: "bytes=0-9" } });
    expect([head.status, head.body]).toEqual([200, null]);
    expect([...head.headers]).toEqual([...(await ask(path)).headers]);
  });
});

type Row = { sends: Record<string, string>; answers: string; because: string };
const WHOLE = "200";
const rows: Row[] = [
  { sends: { Range: "bytes=0-499" }, answers: "206 0-499", because: "§14.1.2: the first 500 bytes" },
  { sends: { Range: "bytes=500-999" }, answers: "206 500-999", because: "§14.1.2: the second 500 bytes" },
  { sends: { Range: "bytes=500-600" }, answers: "206 500-600", because: "§14.1.2: both ends are sent" },
  { sends: { Range: "bytes=7-7" }, answers: "206 7-7", because: "§14.1.2: one byte" },
  { sends: { Range: "bytes=0-" }, answers: "206 0-999", because: "§14.1.2: from there to the end" },
  { sends: { Range: "bytes=999-" }, answers: "206 999-999", because: "§14.1.2: from there to the end" },
  { sends: { Range: "bytes=-500" }, answers: "206 500-999", because: "§14.1.2: the final 500 bytes" },
  { sends: { Range: "bytes=-1" }, answers: "206 999-999", because: "§14.1.2: the last byte" },
  {
    sends: { Range: "bytes=-5000" },
    answers: "206 0-999",
    because: "§14.1.2: a suffix longer than all is all",
  },
  { sends: { Range: "bytes=990-5000" }, answers: "206 990-999", because: "§14.1.2: an end behind the end" },
  {
    sends: { Range: "bytes=0-99999999999999999999999" },
    answers: "206 0-999",
    because: "no number is too long",
  },
  { sends: { Range: `bytes=0-${"9".repeat(400)}` }, answers: "206 0-999", because: "no number is too long" },
  { sends: { Range: "Bytes=0-9" }, answers: "206 0-9", because: "§14.1: units are case-insensitive" },
  { sends: { Range: " bytes=0-9\t" }, answers: "206 0-9", because: "§5.5: white space around a field" },
  { sends: { Range: "bytes=0000-0009" }, answers: "206 0-9", because: "§14.1.1: any digits" },

  { sends: { Range: "bytes=1000-" }, answers: "416", because: "§14.1.2: first is not below the length" },
  { sends: { Range: "bytes=1000-1001" }, answers: "416", because: "§14.1.2: first is not below the length" },
  { sends: { Range: "bytes=99999999999999999999999-" }, answers: "416", because: "§14.1.2: far behind" },
  { sends: { Range: "bytes=-0" }, answers: "416", because: "§14.1.2: a suffix of nothing" },

  { sends: { Range: "bytes=9-0" }, answers: WHOLE, because: "§14.1.1: invalid, ignored" },
  { sends: { Range: "bytes=2000-1000" }, answers: WHOLE, because: "§14.1.1: invalid, ignored" },
  { sends: { Range: "bytes=-" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes=" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes=a-b" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes=+1-2" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes=1.0-2" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes=0x1-2" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes=--1" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes=1 - 2" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "bytes 0-9/1000" }, answers: WHOLE, because: "§14.2: malformed, ignored" },
  { sends: { Range: "items=0-9" }, answers: WHOLE, because: "§14.2: an unknown unit is ignored" },
  { sends: { Range: "bytes=0-0,-1" }, answers: WHOLE, because: "§14.2: a server may ignore Range" },
  {
    sends: { Range: `bytes=${"0-,".repeat(20_000)}` },
    answers: WHOLE,
    because: "§14.2: many ranges, an attack",
  },
  { sends: { Range: `bytes=${"1".repeat(60_000)}` }, answers: WHOLE, because: "§14.2: malformed, ignored" },

  { sends: { Range: "bytes=0-9", "If-Range": ETAG }, answers: "206 0-9", because: "§13.1.5: the same file" },
  {
    sends: { Range: "bytes=0-9", "If-Range": ` ${ETAG} ` },
    answers: "206 0-9",
    because: "§5.5: white space",
  },
  { sends: { Range: "bytes=0-9", "If-Range": '"0000"' }, answers: WHOLE, because: "§13.1.5: another file" },
  {
    sends: { Range: "bytes=0-9", "If-Range": `W/${ETAG}` },
    answers: WHOLE,
    because: "§13.1.5: strong comparison",
  },
  {
    sends: { Range: "bytes=0-9", "If-Range": `${ETAG}, ${ETAG}` },
    answers: WHOLE,
    because: "§13.1.5: no list",
  },
  { sends: { Range: "bytes=0-9", "If-Range": "*" }, answers: WHOLE, because: "§13.1.5: no asterisk" },
  { sends: { Range: "bytes=0-9", "If-Range": "" }, answers: WHOLE, because: "§13.1.5: no validator" },
  {
    sends: { Range: "bytes=0-9", "If-Range": "Fri, 16 Jan 2026 09:30:00 GMT" },
    answers: WHOLE,
    because: "§13.1.5: no date to be compared with",
  },
  {
    sends: { Range: "bytes=5000-", "If-Range": '"0000"' },
    answers: WHOLE,
    because: "§13.1.5: Range is ignored",
  },
  { sends: { "If-Range": ETAG }, answers: WHOLE, because: "§13.1.5: without Range it says nothing" },

  { sends: { "If-None-Match": ETAG }, answers: "304", because: "§13.1.2: the tag it was given" },
  {
    sends: { "If-None-Match": ETAG, Range: "bytes=0-9" },
    answers: "304",
    because: "§13.2.2: step 5 comes last",
  },
  { sends: { "If-None-Match": `W/${ETAG}` }, answers: "304", because: "§13.1.2: weak comparison" },
  {
    sends: { "If-None-Match": '"0000"', Range: "bytes=0-9" },
    answers: "206 0-9",
    because: "§13.2.2: goes on",
  },
  { sends: { "If-Match": ETAG, Range: "bytes=0-9" }, answers: "206 0-9", because: "§13.1.1: the same file" },
  { sends: { "If-Match": '"0000"', Range: "bytes=0-9" }, answers: "412", because: "§13.1.1: another file" },
  { sends: { "If-Match": `W/${ETAG}` }, answers: "412", because: "§13.1.1: strong comparison" },
];

describe("A file's bytes, by RFC 9110,", () => {
  test.each(rows)("of $sends are answered with $answers ($because)", async ({ sends, answers }) => {
    const response = await ask(PICTURE_PATH, { headers: sends });
    const [status, range] = answers.split(" ");
    expect(response.status).toBe(Number(status));
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const contentRange = response.headers.get("Content-Range");
    const bytes = await bytesOf(response);
    if (status === "416") expect(contentRange).toBe("bytes */1000");
    if (range === undefined) {
      if (status !== "416") expect(contentRange).toBeNull();
      if (status === "200") expect(bytes).toEqual(PICTURE_BYTES);
      return;
    }
    const [first = 0, last = 0] = range.split("-").map(Number);
    expect(contentRange).toBe(`bytes ${range}/1000`);
    expect(response.headers.get("Content-Length")).toBe(String(last - first + 1));
    expect(bytes).toEqual(PICTURE_BYTES.subarray(first, last + 1));
    for (const name of ["ETag", "Cache-Control", "Content-Type", "Accept-Ranges"])
      expect(response.headers.get(name)).toBe((await ask(PICTURE_PATH)).headers.get(name));
  });

  test("can be fetched piece by piece", async () => {
    const pieces: Uint8Array[] = [];
    for (let first = 0; first < 1000; first += 300) {
      const headers = { Range: `bytes=${first}-${first + 299}`, "If-Range": ETAG };
      pieces.push(await bytesOf(await ask(PICTURE_PATH, { headers })));
    }
    expect(pieces.flatMap((piece) => [...piece])).toEqual([...PICTURE_BYTES]);
  });
});

test.each(["bytes=0-", "bytes=-5", "bytes=0-9", "bytes=9-"])(
  "An empty file has no ranges: %s",
  async (range) => {
    const response = await ask("/media/7777777777777777.png", { headers: { Range: range } });
    expect([response.status, response.headers.get("Content-Length")]).toEqual([200, "0"]);
  },
);

test.each(["/rss.xml", "/articles/größe", "/nothing"])("A document has no ranges: %s", async (path) => {
  const response = await ask(path, { headers: { Range: "bytes=5000-" } });
  expect(response.headers.has("Accept-Ranges")).toBe(false);
  expect([200, 404]).toContain(response.status);
});
