import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorkerd, type Workerd } from "../../src/cli/start-workerd.ts";
import { startPublication } from "../cli/publication.ts";
import { runCli } from "../cli/run-cli.ts";
import { askExactly } from "./ask-exactly.ts";

const GIF = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const folder = mkdtempSync(join(tmpdir(), "teleprinter-articles-"));
const [data, out] = [join(folder, "data"), join(folder, "out")];
let workerd: Workerd;

beforeAll(async () => {
  mkdirSync(data);
  await startPublication(data);
  mkdirSync(join(data, "articles"));
  writeFileSync(join(data, "articles/crane.gif"), GIF);
  for (let i = 0; i < 30; i += 1)
    writeArticle(`a${i}`, `section: Sports\nimage: crane.gif\n`, `Ship ${i} sailed. `.repeat(20));
  writeArticle("gone", "section: Sports\n", "Not for long.");
  writeFileSync(join(data, "site.yaml"), `${readSite()}feed:\n  itemsMax: 10\n  itemsMin: 2\n`);
  await command("ingest");
  rmSync(join(data, "articles/gone.md"));
  writeFileSync(join(data, "site.yaml"), `${readSite()}sections:\n  - name: Sport\n    aliases: [Sports]\n`);
  await command("ingest");
  await command("build", "--out", out);
  workerd = await startWorkerd(out);
}, 120_000);

afterAll(async () => {
  await workerd.stop();
  rmSync(folder, { recursive: true });
});

function writeArticle(name: string, more: string, body: string): void {
  writeFileSync(join(data, `articles/${name}.md`), `---\ntitle: Article ${name}\n${more}---\n${body}\n`);
}

function readSite(): string {
  return readFileSync(join(data, "site.yaml"), "utf8");
}

async function command(name: string, ...args: string[]): Promise<void> {
  const { status, stderr } = await runCli([name, "--data", data, ...args]);
  if (status !== 0) throw new Error(stderr);
}

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
  askExactly(workerd.port, path, headers, method);

test.each(["/articles/article-a3", "/sections/sport/archive/1/atom.xml", "/archive/1/feed.json"])(
  "%s, which is put together from parts, is one text with and without gzip, and HEAD says how long",
  async (path) => {
    const plain = await ask(path);
    const gzip = await ask(path, { "Accept-Encoding": "gzip, br" });
    const head = await ask(path, {}, "HEAD");
    expect([plain.status, gzip.status, head.status]).toEqual([200, 200, 200]);
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(head.headers["content-length"]).toBe(String(plain.body.length));
    const again = await ask(path, { "If-None-Match": String(plain.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  },
);

test("a reader that follows the archives finds every article that is there", async () => {
  const found = new Set<string>();
  let next: string | undefined = "/sections/sport/feed.json";
  while (next !== undefined) {
    const page: { items: { id: string }[]; next_url?: string } = JSON.parse(
      (await ask(next)).body.toString(),
    );
    for (const { id } of page.items) found.add(id);
    next = page.next_url && new URL(page.next_url).pathname;
  }
  expect(found.size).toBe(30);
});

test("a picture is sent as it is, whole or in part", async () => {
  const feed = JSON.parse((await ask("/articles/feed.json")).body.toString());
  const { pathname } = new URL(feed.items[0].image);
  const whole = await ask(pathname, { "Accept-Encoding": "gzip" });
  expect(whole.body.equals(GIF)).toBe(true);
  expect(whole.headers).toMatchObject({
    "content-type": "image/gif",
    "accept-ranges": "bytes",
    "cache-control": "public, max-age=31536000, immutable",
  });
  const part = await ask(pathname, { Range: "bytes=0-5" });
  expect([part.status, part.body.toString(), part.headers["content-range"]]).toEqual([
    206,
    "GIF89a",
    "bytes 0-5/42",
  ]);
  expect((await ask(pathname, { Range: "bytes=99-" })).status).toBe(416);
});

test.each([
  ["/articles/article-gone", 410, "text/html; charset=utf-8"],
  ["/no/such/page", 404, "text/html; charset=utf-8"],
])("%s answers %i with a page for people", async (path, status, type) => {
  const { status: answered, headers, body } = await ask(path);
  expect([answered, headers["content-type"]]).toEqual([status, type]);
  expect(body.toString()).toContain("<h1");
});

test.each([
  ["/sections/sports/rss.xml", "/sections/sport/rss.xml"],
  ["/sections/sports", "/sections/sport"],
  ["/sections/sports/feed", "/sections/sport/rss.xml"],
  ["/sections/sports/archive/1/atom.xml", "/sections/sport/archive/1/atom.xml"],
])("%s has moved to %s", async (from, to) => {
  const { status, headers } = await ask(from);
  expect([status, headers.location]).toEqual([301, to]);
});
