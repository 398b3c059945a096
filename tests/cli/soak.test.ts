import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { buildVaried } from "../runtime/hostile/build-varied.ts";
import { HARBOUR_PAGE, startPublication } from "./publication.ts";
import { root, runCli, temporaryFolder } from "./run-cli.ts";

test("npm run soak builds what data/ holds, asks for all of it as readers do and finds nothing wrong", async () => {
  const data = temporaryFolder();
  await startPublication(data, { "a.txt": HARBOUR_PAGE });
  await runCli(["ingest", "--data", data]);
  const { status, stdout } = await runCli([..."soak --minutes 0.05 --readers 100 --data".split(" "), data]);
  expect(stdout).toMatch(/^Asked \d+ of 400 requests in \d+ s: \d+ a second/m);
  expect(stdout).toMatch(/^Wrong answers: 0$/m);
  expect(stdout).toMatch(/^Time to the end of an answer: p50 .*, p99 .*, longest .* ms$/m);
  expect(status).toBe(0);
});

test("npm run soak fails, and says which answers are wrong, when a server mixes two feeds up", async () => {
  const out = temporaryFolder();
  await buildVaried(out);
  const script = readFileSync(join(out, "worker.js"), "utf8");
  const mixed = `const fetch=(r,...more)=>APP.fetch(new Request(r.url.replace("/atom.xml","/rss.xml"),r),...more);export default{fetch};`;
  const spoilt = script.replace(/export\s*\{\s*(\w+) as default\s*\};?/, (_, app) =>
    mixed.replace("APP", app),
  );
  expect(spoilt).not.toBe(script);
  writeFileSync(join(out, "worker.js"), spoilt);
  const { status, stdout } = await runCli([..."soak --minutes 0.1 --readers 500 --out".split(" "), out]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^ {2}GET \/atom\.xml \{.*\}: expected /m);
});

test("Ctrl-C ends npm run soak, its report is about what was asked until then, and its server ends with it", async () => {
  const out = temporaryFolder();
  await buildVaried(out);
  const child = spawn(
    process.execPath,
    [join(root, "src/cli/launch.mjs"), ..."soak --minutes 5 --out".split(" "), out],
    { cwd: root, stdio: ["ignore", "pipe", "ignore"] },
  );
  const ended = once(child, "exit");
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line.includes(" an hour of polls")) child.kill("SIGINT");
  }
  expect(await ended).toEqual([130, null]);
  expect(lines).toContainEqual(expect.stringMatching(/^Wrong answers: 0$/));
  const port = /127\.0\.0\.1:(\d+)/.exec(lines.join("\n"))?.[1];
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test.each([
  [["--minutes", "none"], 'Cannot soak with --minutes "none"; expected a number above 0\n'],
  [["--readers", "0"], 'Cannot soak with --readers "0"; expected a number above 0\n'],
])("npm run soak refuses %j", async (args, message) => {
  expect(await runCli(["soak", ...args])).toEqual({ status: 2, stdout: "", stderr: message });
});
