import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../../src/cli/loopback.ts";
import { OUR_LAYOUT } from "../../src/documents/pages/fill-layout.ts";
import { HARBOUR_PAGE, readLedgerText, startPublication, writePage } from "./publication.ts";
import { root, runCli, temporaryFolder } from "./run-cli.ts";

type Item = {
  readonly id: string;
  readonly title: string;
  readonly date_published: string;
  readonly url: string;
};

/** Starts `npm start` and gives what it prints, line by line, from then on. */
async function start(data: string, port: number) {
  const child = spawn(
    process.execPath,
    [
      join(root, "src/cli/launch.mjs"),
      "start",
      "--data",
      data,
      "--out",
      temporaryFolder(),
      "--port",
      String(port),
    ],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  onTestFinished(async () => {
    child.kill();
    await once(child, "exit");
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => printed.push(line));
  await until(() => printed.some((line) => line.includes("Stop with Ctrl-C")));
  return printed;
}

/** Comes back when it is so; the test's own limit ends it if it never is. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function readItems(port: number): Promise<readonly Item[]> {
  return JSON.parse(await (await fetch(`http://127.0.0.1:${port}/feed.json`)).text()).items;
}

test("npm start prints the feeds' addresses, follows every save, and outlives a mistake", async () => {
  const [data, port] = [temporaryFolder(), await freePort()];
  await startPublication(data, { "a.txt": HARBOUR_PAGE });
  await runCli(["ingest", "--data", data]);
  const ledger = readLedgerText(data);
  const printed = await start(data, port);
  for (const path of ["rss.xml", "atom.xml", "feed.json"]) {
    expect(printed.map((line) => line.trim())).toContain(`http://127.0.0.1:${port}/${path}`);
  }
  const before = await readItems(port);
  // Links can be clicked here, and the ids are those that the ledger has.
  expect(before.every(({ url }) => url.startsWith(`http://127.0.0.1:${port}/`))).toBe(true);
  expect(before.every(({ id }) => ledger.includes(id))).toBe(true);

  writePage(data, "a.txt", `${HARBOUR_PAGE}Pilots go on strike at midnight\n`);
  await until(async () =>
    (await readItems(port)).some(({ title }) => title === "Pilots go on strike at midnight"),
  );
  const after = await readItems(port);
  expect(after.filter(({ title }) => title !== "Pilots go on strike at midnight")).toEqual(before);

  const settings = readFileSync(join(data, "site.yaml"), "utf8");
  writeFileSync(join(data, "site.yaml"), "titel: X\n");
  await until(() => printed.some((line) => line.includes("titel")));
  expect(await readItems(port)).toEqual(after);
  writeFileSync(join(data, "site.yaml"), settings);
  writeFileSync(join(data, "layout.html"), OUR_LAYOUT.replace("<body>", '<body class="own">'));
  await until(async () =>
    (await (await fetch(`http://127.0.0.1:${port}/`)).text()).includes('<body class="own">'),
  );
  // Half-typed saves mint nothing that lasts.
  expect(readLedgerText(data)).toBe(ledger);
});

test("npm start follows every save in what is too large for the Worker, and answers all the time", async () => {
  const [data, port] = [temporaryFolder(), await freePort()];
  await startPublication(data);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(join(data, "articles"), { recursive: true });
    writeFileSync(join(data, "articles", name), content);
  };
  // The recording fills the Worker, so that all articles lie in packs.
  write("tide.mp3", new Uint8Array(9_000_000));
  write("tide.md", "---\ntitle: The tide\nenclosures: [tide.mp3]\n---\nHear it.\n");
  for (let i = 0; i < 20; i += 1) write(`story-${i}.md`, `---\ntitle: Story ${i}\n---\nText ${i}.\n`);
  await start(data, port);
  const statuses = new Set<number>();
  const read = async (name: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}/articles/${name}`);
    statuses.add(answer.status);
    return answer.text();
  };
  for (let save = 1; save <= 3; save += 1) {
    write("story-7.md", `---\ntitle: Story 7\n---\nText 7, save ${save}.\n`);
    await until(async () => (await read("story-7")).includes(`save ${save}.`));
    expect(await read("story-8")).toContain("Text 8.");
  }
  expect([...statuses]).toEqual([200]);
});

test("npm start does not move to another port than the one that was pasted", async () => {
  const [data, port] = [temporaryFolder(), await freePort()];
  await startPublication(data);
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  const { status, stderr } = await runCli(["start", "--data", data, "--port", String(port)]);
  server.close();
  expect(status).toBe(2);
  expect(stderr).toBe(
    `Cannot listen on 127.0.0.1:${port}: something else listens there; choose another port: npm start -- --port ${port + 1}\n`,
  );
});

test.each(["0", "70000", "http", "-1"])("npm start refuses the port %s", async (port) => {
  const { status, stderr } = await runCli(["start", `--port=${port}`]);
  expect([status, stderr]).toEqual([
    2,
    `Cannot listen on port "${port}"; expected a number from 1 to 65535\n`,
  ]);
});

test("the port of the README is the port that npm start listens on", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, port] =
    /default: "(\d+)"/.exec(readFileSync(join(root, "src/cli/commands/start.ts"), "utf8")) ?? [];
  expect(readme).toContain(`http://127.0.0.1:${port}/rss.xml`);
});
