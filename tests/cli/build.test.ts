import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HARBOUR_PAGE, startPublication, writePage } from "./publication.ts";
import { runCli, temporaryFolder } from "./run-cli.ts";

const BUILT = ["worker.js", "representations.bin"];

describe("npm run build", () => {
  test("refuses while the ledger is behind, says what is new and which command mends it, and leaves the last build", async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    await runCli(["ingest", "--data", folder]);
    expect((await runCli(["build", "--data", folder, "--out", out])).status).toBe(0);
    const before = BUILT.map((file) => readFileSync(join(out, file)));

    writePage(folder, "b.txt", "Ferries stop at noon\nHarbour lights fail\nPilots go on strike\n");
    const { status, stderr } = await runCli(["build", "--data", folder, "--out", out]);
    expect(status).toBe(1);
    expect(stderr).toContain("Pilots go on strike");
    expect(stderr).toContain("npm run ingest");
    expect(BUILT.map((file) => readFileSync(join(out, file)))).toEqual(before);
  });

  test("makes the same bytes again, whatever the machine's zone and language", async () => {
    const [folder, one, other] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    await startPublication(folder, {
      "a.txt": HARBOUR_PAGE,
      "2026-01-16-b.txt": `Ferries stop\n\n${HARBOUR_PAGE}`,
    });
    await runCli(["ingest", "--data", folder]);
    await runCli(["build", "--data", folder, "--out", one], {
      env: { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8" },
    });
    await runCli(["build", "--data", folder, "--out", other], {
      env: { TZ: "America/St_Johns", LC_ALL: "ar_EG.UTF-8" },
    });
    for (const file of BUILT) {
      expect(readFileSync(join(one, file)).equals(readFileSync(join(other, file)))).toBe(true);
    }
  });

  test("makes of what an earlier build has left the bytes of one that starts afresh", async () => {
    const [folder, out, fresh] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    await runCli(["ingest", "--data", folder]);
    await runCli(["build", "--data", folder, "--out", out]);
    writePage(folder, "a.txt", HARBOUR_PAGE.replace("four days", "five days"));
    writePage(folder, "b.txt", "Ferries stop at noon\n");
    await runCli(["ingest", "--data", folder]);
    for (const folderOut of [out, out, fresh])
      expect((await runCli(["build", "--data", folder, "--out", folderOut])).status).toBe(0);
    for (const file of BUILT) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(fresh, file)))).toBe(true);
    }
  });

  test("removes what builds that were interrupted left beside its files, and leaves what others are writing", async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    await runCli(["ingest", "--data", folder]);
    const noProcess = 2 ** 30;
    const kept = [`worker.js.${process.pid}.new`, "notes.new"];
    for (const file of [`checked.bin.${noProcess}.new`, `worker.js.${noProcess}.new`, ...kept])
      writeFileSync(join(out, file), "half");
    expect((await runCli(["build", "--data", folder, "--out", out])).status).toBe(0);
    expect(readdirSync(out).filter((file) => file.endsWith(".new"))).toEqual(kept.toSorted());
  });

  test("names key, value and expectation for every mistake in site.yaml", async () => {
    const folder = temporaryFolder();
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    writeFileSync(join(folder, "site.yaml"), "title: X\nurl: wire.harbour.net\ntimezone: Mars/Olympus\n");
    const { status, stderr } = await runCli(["build", "--data", folder]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/url.*wire\.harbour\.net/);
    expect(stderr).toMatch(/timezone.*timeZone/);
  });
});

describe("npm run check", () => {
  test("says how much it read, and finds nothing in what the build made", async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    await runCli(["ingest", "--data", folder]);
    await runCli(["build", "--data", folder, "--out", out]);
    const { status, stdout } = await runCli(["check", "--out", out]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^\d+ documents, no objections$/m);
  });

  test("objects to a feed that was broken after the build, and ends with 1", async () => {
    const [folder, out] = [temporaryFolder(), temporaryFolder()];
    await startPublication(folder, { "a.txt": HARBOUR_PAGE });
    await runCli(["ingest", "--data", folder]);
    await runCli(["build", "--data", folder, "--out", out]);
    const file = join(out, "representations.bin");
    const packed = readFileSync(file);
    packed.write("<rsx ", packed.indexOf("<rss "));
    writeFileSync(file, packed);
    const { status, stderr } = await runCli(["check", "--out", out]);
    expect(status).toBe(1);
    expect(stderr).toContain("/rss.xml");
  });

  test("says what is missing where nothing was built", async () => {
    const { status, stderr } = await runCli(["check", "--out", temporaryFolder()]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^Cannot read .*representations\.bin.*npm run build$/m);
  });
});

describe("npm run deploy", () => {
  test("refuses while the address is an example", async () => {
    const folder = temporaryFolder();
    await runCli(["init", "--data", folder, "--title", "X", "--url", "https://wire.example.com"]);
    const { status, stderr } = await runCli(["deploy", "--data", folder]);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^Cannot deploy: url in .*site\.yaml is still https:\/\/wire\.example\.com, where no reader can go/m,
    );
  });

  test("refuses while the ledger has the sample's namespace", async () => {
    const folder = temporaryFolder();
    await startPublication(folder);
    const ledger = join(folder, "ledger.json");
    const sample = JSON.parse(readFileSync("tests/cli/sample/ledger.json", "utf8"));
    writeFileSync(
      ledger,
      readFileSync(ledger, "utf8").replace(/"namespace": *"[^"]+"/, `"namespace": "${sample.namespace}"`),
    );
    const { status, stderr } = await runCli(["deploy", "--data", folder]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Cannot deploy: .*ledger\.json still has the sample's namespace.*npm run init$/m);
  });
});
