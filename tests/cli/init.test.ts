import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HARBOUR_PAGE, readLedgerText, startPublication, writePage } from "./publication.ts";
import { root, runCli, temporaryFolder } from "./run-cli.ts";

const flags = ["--title", "The Harbour Wire", "--url", "https://wire.harbour.net"];

/** The sample as it comes with the program, whatever this checkout publishes now. */
function copySample(folder: string): void {
  cpSync(join(root, "tests/cli/sample"), folder, { recursive: true });
}

describe("npm run init", () => {
  test("starts in an empty folder: settings, an empty ledger, two of them with namespaces of their own", async () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()];
    await startPublication(one);
    await startPublication(other);
    expect(readdirSync(one).sort()).toEqual(["ledger.json", "newswire", "site.yaml"]);
    expect(readFileSync(join(one, "site.yaml"), "utf8")).toContain("The Harbour Wire");
    const [ledger, otherLedger] = [one, other].map((folder) => JSON.parse(readLedgerText(folder)));
    expect(ledger.items).toEqual([]);
    expect(ledger.namespace).not.toBe(otherLedger.namespace);
  });

  test("takes the sample away but keeps pages of one's own, and comments in site.yaml", async () => {
    const folder = temporaryFolder();
    copySample(folder);
    writePage(folder, "own.txt", HARBOUR_PAGE);
    const { status } = await runCli(["init", "--data", folder, ...flags]);
    expect(status).toBe(0);
    expect(readdirSync(join(folder, "newswire"))).toEqual(["own.txt"]);
    expect(readFileSync(join(folder, "site.yaml"), "utf8")).toMatch(/^ *#/m);
    expect(JSON.parse(readLedgerText(folder)).items).toEqual([]);
  });

  test("leaves a sample page that somebody has written into", async () => {
    const folder = temporaryFolder();
    copySample(folder);
    const page = join(folder, "newswire/seed.txt");
    writeFileSync(page, `${readFileSync(page, "utf8")}One more headline of my own\n`);
    await runCli(["init", "--data", folder, ...flags]);
    expect(existsSync(page)).toBe(true);
  });

  test("refuses where a publication lives already, and changes nothing", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    const before = readLedgerText(folder);
    const { status, stderr } = await runCli(["init", "--data", folder, ...flags]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Cannot start a publication in .*already/);
    expect(readLedgerText(folder)).toBe(before);
  });

  test.each([
    ["no address", ["--title", "X"], /give title and address/],
    ["an address that is no origin", ["--title", "X", "--url", "wire.example.org/path"], /url/],
    ["an empty title", ["--title", " ", "--url", "https://wire.harbour.net"], /title/],
  ])("with %s writes nothing and says what is expected", async (_, given, message) => {
    const folder = temporaryFolder();
    rmSync(folder, { recursive: true });
    const { status, stderr } = await runCli(["init", "--data", folder, ...given]);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(existsSync(folder)).toBe(false);
  });
});
