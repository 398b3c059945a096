import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Preview } from "../../src/cli/preview.ts";
import { unpackEdition } from "../../src/delivery/unpack-edition.ts";
import { startPublication } from "./publication.ts";
import { temporaryFolder } from "./run-cli.ts";

test("A preview removes packs only when its newest edition is served: who reads that one lists them, and stops at what is gone", async () => {
  const [data, out] = [temporaryFolder(), temporaryFolder()];
  await startPublication(data);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(join(data, "articles"), { recursive: true });
    writeFileSync(join(data, "articles", name), content);
  };
  // The recording fills the Worker, so that all articles lie in packs.
  write("tide.mp3", new Uint8Array(9_000_000));
  write("tide.md", "---\ntitle: The tide\nenclosures: [tide.mp3]\n---\nHear it.\n");
  write("story.md", "---\ntitle: Story\n---\nText.\n");

  const packs = () => readdirSync(join(out, "assets", "packs"));
  const seen: (readonly string[])[] = [];
  let asked = 0;
  // It takes up an edition only when it is asked for the third time.
  const server = createServer(({ url = "" }, response) => {
    asked += 1;
    seen.push(packs());
    const edition = readFileSync(join(out, "worker", "representations.bin"));
    const { etag = "" } = unpackEdition(new Uint8Array(edition).buffer).find(url) ?? {};
    response.setHeader("ETag", asked % 3 === 0 ? etag : 'W/"0000000000000000"').end();
  });
  onTestFinished(() => void server.close());
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("Cannot find the port");

  const preview = new Preview(data, out, `http://127.0.0.1:${address.port}`);
  await preview.start();
  const first = packs();
  const sizes: number[] = [];
  for (let save = 1; save <= 6; save += 1) {
    const before = packs();
    seen.length = 0;
    write("story.md", `---\ntitle: Story\n---\nText, save ${save}.\n`);
    await preview.refresh();
    // While it is not served, nothing is removed that was there.
    for (const there of seen) expect(there).toEqual(expect.arrayContaining(before));
    sizes.push(packs().length);
  }
  expect(asked).toBeGreaterThan(0);
  expect(asked % 3).toBe(0);
  // What only the newest edition and the one before it need, and no more.
  expect(first.every((name) => packs().includes(name))).toBe(false);
  expect(new Set(sizes.slice(1)).size).toBe(1);
});
