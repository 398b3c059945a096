import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { HARBOUR_PAGE } from "./publication.ts";
import { runCli, temporaryFolder } from "./run-cli.ts";

describe("npm run read", () => {
  test("prints one JSON line a file, in the order asked for, with paths as typed where npm was called", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.txt"), HARBOUR_PAGE);
    writeFileSync(
      join(folder, "b.txt"),
      "Bank holds rates\nRiver towns brace for floods\nFerries stop at noon\n",
    );
    const { status, stdout, stderr } = await runCli(["read", "a.txt", "b.txt"], { cwd: folder });
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ title, headlines }) => [title, headlines.length])).toEqual([
      ["The harbour authority closed two basins on Tuesday after a crane collapsed", 3],
      [null, 3],
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("reads bytes: a page in Windows-1252 keeps its letters, and odd input is no error", async () => {
    const folder = temporaryFolder();
    writeFileSync(
      join(folder, "old.txt"),
      Buffer.from("Caf\xe9 prices rise \x96 again.\nThe caf\xe9 closed in May.\n", "latin1"),
    );
    writeFileSync(
      join(folder, "noise.txt"),
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
    );
    const { status, stdout } = await runCli(["read", join(folder, "old.txt"), join(folder, "noise.txt")]);
    const [old] = stdout.split("\n");
    expect(JSON.parse(old ?? "").paragraphs).toEqual([
      "Café prices rise – again.",
      "The café closed in May.",
    ]);
    expect(status).toBe(0);
  });

  test("says which file can't be opened, reads the others all the same, and ends with 2", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.txt"), HARBOUR_PAGE);
    const { status, stdout, stderr } = await runCli(["read", "missing.txt", "a.txt", "."], { cwd: folder });
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(/^Cannot read missing\.txt: .*no such file/);
    expect(stderr).toMatch(/^Cannot read \.: .*directory/m);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(2);
  });

  test("without a file, or with an option it doesn't know, says how it is used", async () => {
    const none = await runCli(["read"]);
    expect([none.status, none.stderr]).toEqual([
      2,
      "No file was named\nUsage: npm run --silent read -- FILE...\n",
    ]);
    const unknown = await runCli(["read", "--json"]);
    expect([unknown.status, unknown.stderr]).toEqual([
      2,
      "Unknown option '--json'\nUsage: npm run --silent read -- FILE...\n",
    ]);
  });
});
