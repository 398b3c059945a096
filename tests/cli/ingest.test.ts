import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HARBOUR_PAGE, readLedgerText, startPublication, writePage } from "./publication.ts";
import { root, runCli, temporaryFolder } from "./run-cli.ts";

describe("npm run ingest", () => {
  test("says what is new, writes the ledger, and the second time changes nothing", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    const first = await runCli(["ingest", "--data", folder]);
    expect(first.status).toBe(0);
    expect(first.stdout).toContain("River towns brace for spring floods");
    const written = readLedgerText(folder);
    expect(JSON.parse(written).items).toHaveLength(4);

    const second = await runCli(["ingest", "--data", folder]);
    expect([second.status, second.stdout]).toEqual([0, "Nothing is new: the ledger stays as it is\n"]);
    expect(readLedgerText(folder)).toBe(written);
  });

  test("--check writes nothing, fails while the ledger is behind, and names the command that mends it", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    const before = readLedgerText(folder);
    const behind = await runCli(["ingest", "--check", "--data", folder]);
    expect(behind.status).toBe(1);
    expect(behind.stderr).toContain("npm run ingest");
    expect(readLedgerText(folder)).toBe(before);

    await runCli(["ingest", "--data", folder]);
    const current = await runCli(["ingest", "--check", "--data", folder]);
    expect([current.status, current.stdout]).toEqual([0, "The ledger is up to date\n"]);
  });

  test("is behind, too, when only the site's title changed: the documents have new validators", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    await runCli(["ingest", "--data", folder]);
    writeFileSync(join(folder, "site.yaml"), "title: The Lumen Wire\nurl: https://wire.harbour.net\n");
    expect((await runCli(["ingest", "--check", "--data", folder])).status).toBe(1);
    const items = JSON.parse(readLedgerText(folder)).items;
    await runCli(["ingest", "--data", folder]);
    expect(JSON.parse(readLedgerText(folder)).items).toEqual(items);
  });

  test("refuses to go on without the ledger, which would give every item a new id", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    rmSync(join(folder, "ledger.json"));
    const { status, stderr } = await runCli(["ingest", "--data", folder]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Cannot find .*ledger\.json.*version control.*npm run init$/m);
    expect(readdirSync(folder).sort()).toEqual(["newswire", "site.yaml"]);
  });

  test("refuses when the folder of pages is gone, which would take everything back", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    await runCli(["ingest", "--data", folder]);
    const written = readLedgerText(folder);
    rmSync(join(folder, "newswire"), { recursive: true });
    const { status, stderr } = await runCli(["ingest", "--data", folder]);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^Cannot read .*newswire: no such file or directory; expected the folder that items were published from, empty if they are all to go$/m,
    );
    expect(readLedgerText(folder)).toBe(written);
  });

  test("reads pages in folders and behind links, and waits for no pipe", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "2026/january/a.txt": HARBOUR_PAGE, ".hidden/b.txt": HARBOUR_PAGE });
    symlinkSync("2026/january/a.txt", join(folder, "newswire/c.txt"));
    symlinkSync("writer@desk.4711", join(folder, "newswire/.#c.txt"));
    spawnSync("mkfifo", [join(folder, "newswire/pipe.txt")]);
    writePage(folder, "notes.doc", "Not a page");
    const { status, stderr } = await runCli(["ingest", "--data", folder]);
    expect(status).toBe(0);
    expect(stderr).toContain("newswire/notes.doc unread-file: newswire pages end in .txt\n");
    const items: readonly { files: object }[] = JSON.parse(readLedgerText(folder)).items;
    expect(items.map(({ files }) => Object.keys(files).sort())).toEqual(
      Array(4).fill(["newswire/2026/january/a.txt", "newswire/c.txt"]),
    );
  });

  test("stops at a link that leads nowhere: going on would take back what it led to", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    symlinkSync("gone.txt", join(folder, "newswire/b.txt"));
    const { status, stderr } = await runCli(["ingest", "--data", folder]);
    expect([status, stderr]).toEqual([
      2,
      `Cannot read ${join(folder, "newswire/b.txt")}: no such file or directory\n`,
    ]);
  });

  test.each([
    ["no JSON at all", "<<<<<<< HEAD\n", /ledger/],
    ["a version it doesn't know", '{"version":99}', /version/],
  ])("leaves a ledger alone that is %s, and says so", async (_, content, message) => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    writeFileSync(join(folder, "ledger.json"), content);
    const { status, stderr } = await runCli(["ingest", "--data", folder]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(readLedgerText(folder)).toBe(content);
  });

  test("is safe to kill at any moment: the ledger is the old one or the new one, whole", async () => {
    const folder = temporaryFolder();
    await startPublication(folder);
    const lines = Array.from(
      { length: 2000 },
      (_, i) => `Harbour notice ${i} tells of basin ${i * 7} and crane ${i * 13}`,
    );
    writePage(folder, "a.txt", `${lines.join("\n")}\n`);
    const old = readLedgerText(folder);
    for (let delayMs = 200; readLedgerText(folder) === old; delayMs += 130) {
      const child = spawn(process.execPath, [join(root, "src/cli/commands/ingest.ts"), "--data", folder], {
        stdio: "ignore",
      });
      const timer = setTimeout(() => child.kill("SIGKILL"), delayMs);
      await once(child, "exit");
      clearTimeout(timer);
    }
    expect(JSON.parse(readLedgerText(folder)).items).toHaveLength(2000);
  });
});
