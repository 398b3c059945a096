import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorkerd, type Workerd } from "../../../src/cli/start-workerd.ts";
import { runCli } from "../run-cli.ts";
import { runProbe } from "./run-probe.ts";

const folder = mkdtempSync(join(tmpdir(), "teleprinter-probe-"));
let workerd: Workerd;

beforeAll(async () => {
  const [data, out] = [join(folder, "data"), join(folder, "out")];
  cpSync("tests/cli/sample", data, { recursive: true });
  for (const args of [["ingest"], ["build", "--out", out]]) {
    const { status, stderr } = await runCli([...args, "--data", data]);
    if (status !== 0) throw new Error(stderr);
  }
  workerd = await startWorkerd(out);
});

afterAll(async () => {
  await workerd.stop();
  rmSync(folder, { recursive: true });
});

test.each(["rss.xml", "atom.xml", "feed.json", "headlines/atom.xml"])(
  "npm run probe finds nothing wrong, and nothing to note, in our own /%s",
  async (path) => {
    const { status, stdout, stderr } = await runProbe(`http://127.0.0.1:${workerd.port}/${path}`);
    expect({ status, stderr, last: stdout.trimEnd().split("\n").at(-1) }).toEqual({
      status: 0,
      stderr: "",
      last: "Nothing is wrong",
    });
  },
);
