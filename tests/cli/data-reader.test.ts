import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DataReader } from "../../src/cli/data-reader.ts";
import { FileMemory } from "../../src/cli/file-memory.ts";
import { CommandError } from "../../src/cli/run-command.ts";
import { digest, digestText } from "../../src/edition/digest-text.ts";
import { temporaryFolder } from "./run-cli.ts";

/** Enough to be worth a cache. */
const LONG = "The harbour authority closed two basins on Tuesday. ".repeat(1500);

function publication(): string {
  const folder = temporaryFolder();
  for (const name of ["articles", "newswire"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "site.yaml"), "title: The Wire\nurl: https://wire.test\n");
  writeFileSync(join(folder, "newswire/page.txt"), "The end came at noon.\n\n\nPorts close\nRivers rise\n");
  for (let i = 0; i < 10; i += 1) writeArticle(folder, i);
  return folder;
}

function writeArticle(folder: string, i: number, more = ""): void {
  writeFileSync(
    join(folder, `articles/${i}.md`),
    `---\ntitle: Story ${i}\n---\n[Next](${i + 1}.md) ![](${i}.gif) [About](/about)\n\n${LONG} ${more}\n`,
  );
  writeFileSync(join(folder, `articles/${i}.gif`), `no picture ${i}`);
}

describe("a reader that reads again", () => {
  test("gives the very same objects for what has not changed", async () => {
    const folder = publication();
    const reader = new DataReader(folder, undefined, null);
    const first = await reader.read();
    writeArticle(folder, 3, "More.");
    const second = await reader.read();
    const changed = second.candidates.filter((one, i) => one !== first.candidates[i]);
    expect(changed.map(({ title }) => title)).toEqual(["Story 3"]);
    expect(second.site).toBe(first.site);
    expect([...second.media.values()]).toEqual([...first.media.values()]);
    expect([...second.media].filter(([path, media]) => first.media.get(path) !== media)).toEqual([]);
    expect(second).toEqual(await new DataReader(folder, undefined, null).read());
  });

  test("makes an article anew when what it shows has changed", async () => {
    const folder = publication();
    const reader = new DataReader(folder, undefined, null);
    const first = await reader.read();
    writeFileSync(join(folder, "articles/3.gif"), "another picture");
    const second = await reader.read();
    const changed = second.candidates.filter((one, i) => one !== first.candidates[i]);
    expect(changed.map(({ title }) => title)).toEqual(["Story 3"]);
    rmSync(join(folder, "articles/3.gif"));
    expect([...(await reader.read()).held]).toEqual(["articles/3.md"]);
  });

  test("goes by another address when site.yaml does", async () => {
    const folder = publication();
    const reader = new DataReader(folder, undefined, null);
    await reader.read();
    writeFileSync(join(folder, "site.yaml"), "title: The Wire\nurl: https://other.test\n");
    writeFileSync(join(folder, "articles/3.md"), "---\ntitle: T\n---\n[About](/about)\n");
    expect(await reader.read()).toEqual(await new DataReader(folder, undefined, null).read());
  });

  test("stops when a picture is changed after it was measured", async () => {
    const folder = publication();
    const { media } = await new DataReader(folder, undefined, null).read();
    writeFileSync(join(folder, "articles/3.gif"), "another picture");
    expect(media.get("articles/2.gif")?.bytes).toEqual(Buffer.from("no picture 2"));
    expect(() => media.get("articles/3.gif")?.bytes).toThrow(CommandError);
  });
});

describe("what was made of a file", () => {
  const memoryOf = (folder: string) => new FileMemory(folder, (bytes) => ({ text: String(bytes) }));
  const file = { path: "a.txt", stamp: "1", isSettled: true };

  test("is given again without opening the file while its stamp is the same", () => {
    const folder = temporaryFolder();
    const memory = memoryOf(folder);
    writeFileSync(join(folder, "a.txt"), "one");
    const first = memory.read(file);
    rmSync(join(folder, "a.txt"));
    expect(memory.read(file)).toBe(first);
    expect(() => memory.read({ ...file, stamp: "2" })).toThrow(CommandError);
  });

  test("is not trusted where the file was changed in the moment it was looked at", () => {
    const folder = temporaryFolder();
    const memory = memoryOf(folder);
    writeFileSync(join(folder, "a.txt"), "one");
    const first = memory.read({ ...file, isSettled: false });
    expect(memory.read({ ...file, isSettled: false })).toBe(first);
    writeFileSync(join(folder, "a.txt"), "two");
    expect(memory.read({ ...file, isSettled: false })).toEqual({ text: "two" });
  });

  test("is the very same for the same bytes, whatever the stamp, and is forgotten with the file", () => {
    const folder = temporaryFolder();
    const memory = memoryOf(folder);
    writeFileSync(join(folder, "a.txt"), "one");
    const first = memory.read(file);
    expect(memory.read({ ...file, stamp: "2" })).toBe(first);
    memory.keepOnly([]);
    expect(memory.read(file)).not.toBe(first);
  });
});

describe("the cache of an earlier run", () => {
  /** All that was read, as a digest: it is long. */
  async function readWith(folder: string, cache: string): Promise<string> {
    const data = await new DataReader(folder, undefined, cache).read();
    const candidates = data.candidates.map((candidate) => [
      { ...candidate, markdown: candidate.kind === "article" && { ...candidate.markdown, digest: null } },
      digestText(candidate),
    ]);
    const media = [...data.media.values()].map(({ bytes, ...rest }) => [rest, String(bytes)]);
    return digest(JSON.stringify({ ...data, candidates, media, held: [...data.held] }, sorted));
  }
  const sorted = (_: string, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const cacheFile = (cache: string) => join(cache, readdirSync(cache)[0] ?? "");

  test("gives what reading gives, also when files have changed since", async () => {
    const [folder, cache] = [publication(), temporaryFolder()];
    const first = await readWith(folder, cache);
    const written = readFileSync(cacheFile(cache));
    expect(await readWith(folder, cache)).toBe(first);
    // Nothing was read that it did not know.
    expect(readFileSync(cacheFile(cache)).equals(written)).toBe(true);
    writeArticle(folder, 3, "More.");
    rmSync(join(folder, "articles/4.md"));
    writeFileSync(join(folder, "articles/5.gif"), "another picture");
    expect(await readWith(folder, cache)).toBe(await readWith(folder, temporaryFolder()));
  });

  test("goes on when it is written again, with the words that it had", async () => {
    const [folder, cache] = [publication(), temporaryFolder()];
    await readWith(folder, cache);
    for (let i = 0; i < 8; i += 1) writeArticle(folder, i, "More.");
    const before = readFileSync(cacheFile(cache));
    const second = await readWith(folder, cache);
    expect(readFileSync(cacheFile(cache)).equals(before)).toBe(false);
    expect(await readWith(folder, cache)).toBe(second);
  });

  test("changes nothing when it is damaged, cut off, empty or another's", async () => {
    const [folder, cache] = [publication(), temporaryFolder()];
    const right = await readWith(folder, cache);
    const written = readFileSync(cacheFile(cache));
    const damaged: Buffer[] = [Buffer.alloc(0), Buffer.from("{}"), Buffer.alloc(1000, 255)];
    for (let i = 1; i <= 20; i += 1) {
      // Half of them in the index, at the end.
      const at = i % 2 === 0 ? written.length - 30 * i : Math.floor((written.length * i) / 21);
      damaged.push(written.subarray(0, at));
      const flipped = Buffer.from(written);
      flipped.writeUInt8((written[at] ?? 0) ^ 0x41, at);
      damaged.push(flipped);
    }
    const last = Buffer.from(written);
    last.writeUInt8((written.at(-1) ?? 0) ^ 1, written.length - 1);
    for (const bytes of [...damaged, last]) {
      writeFileSync(cacheFile(cache), bytes);
      expect(await readWith(folder, cache)).toBe(right);
    }
    const other = publication();
    writeFileSync(join(other, "site.yaml"), "title: The Wire\nurl: https://other.test\n");
    const otherCache = temporaryFolder();
    const otherRight = await readWith(other, otherCache);
    writeFileSync(cacheFile(otherCache), written);
    expect(await readWith(other, otherCache)).toBe(otherRight);
  });

  test("is no matter when it can't be written", async () => {
    const folder = publication();
    const file = join(temporaryFolder(), "a file");
    writeFileSync(file, "");
    expect(await readWith(folder, file)).toBe(await readWith(folder, temporaryFolder()));
  });
});
