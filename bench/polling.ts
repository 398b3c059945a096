// What a poll costs the server, beside what people would use instead: npm run bench -- polling
// TURNS says how often each is measured. Linux only: CPU time is read from /proc.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { startWorkerd } from "../src/cli/start-workerd.ts";
import { buildSample } from "./polling/build-sample.ts";
import { printColdStarts } from "./polling/cold-start.ts";
import { LoadGenerator } from "./polling/load-generator.ts";
import { measureRow, type Server } from "./polling/measure-row.ts";
import { printMachine } from "./polling/print-machine.ts";
import { printProfile } from "./polling/print-profile.ts";
import { type Exchange, kindOf, ROWS, type Row, tryRow } from "./polling/rows.ts";
import { spread } from "./polling/spread.ts";
import { startNginx } from "./polling/start-nginx.ts";
import { startPeer } from "./polling/start-peer.ts";

const TURNS = Number(process.env.TURNS ?? 16);

const folder = await mkdtemp(join(tmpdir(), "teleprinter-polling-"));
const servers: Server[] = [];
const load = new LoadGenerator();
try {
  await startServers();
  printMachine();
  await printBytes();
  await printRatios();
  await printProfile(join(folder, "dist"), join(folder, "profiled"), load);
  await printColdStarts(folder);
} finally {
  load.stop();
  await Promise.allSettled(servers.map(({ stop }) => stop()));
  await rm(folder, { recursive: true, force: true });
}

/** The floor first, then ours. */
async function startServers(): Promise<void> {
  const teleprinter = { name: "Teleprinter", ...(await startWorkerd(buildSample(folder))) };
  servers.push(teleprinter);
  const sample = await textAt(teleprinter.port, "/feed.json");
  const start = async (name: string, worker: string) => {
    servers.push({ name, ...(await startPeer(worker, join(folder, worker), Buffer.from(sample))) });
  };
  await start("Hono hello", "hello");
  servers.reverse();
  await start("feed, per request", "tutorial");
  await start("feed, in a variable", "variable");

  const files = join(folder, "nginx", "files");
  await mkdir(files, { recursive: true });
  await writeStatic(join(files, "rss.xml"), await textAt(teleprinter.port, "/rss.xml"));
  await writeStatic(join(files, "index.html"), await textAt(teleprinter.port, "/"));
  const nginx = await startNginx(join(folder, "nginx"));
  if (nginx) servers.push({ name: "nginx", ...nginx });
  console.log(nginx ? `beside ${nginx.version}` : "nginx is not installed here, so its column is missing");
}

async function textAt(port: number, path: string): Promise<string> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).text();
}

async function writeStatic(file: string, text: string): Promise<void> {
  await writeFile(file, text);
  await writeFile(`${file}.gz`, gzipSync(text, { level: 9 }));
  await writeFile(
    `${file}.br`,
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
}

async function printBytes(): Promise<void> {
  const rows = ROWS.filter(({ name }) => /^(?:304 by ETag|200)/.test(name));
  const table = await Promise.all(
    servers.slice(1).map(async ({ name, port }) => {
      const exchanges = await Promise.all(rows.map((row) => tryRow(row, port)));
      return [name, ...exchanges.map(({ answer }, index) => bytesCell(answer, rows[index]?.expected))];
    }),
  );
  console.log("\nBytes on the wire, head + body; workerd says no Date (37 bytes), nginx does\n");
  printTable([["", ...rows.map(({ name }) => name)], ...table]);
}

function bytesCell(answer: Exchange["answer"], expected: string | undefined): string {
  const bytes = `${answer.headBytes} + ${answer.bodyBytes}`;
  return kindOf(answer) === expected ? bytes : `${bytes} (${kindOf(answer)})`;
}

async function printRatios(): Promise<void> {
  console.log(
    `\nCPU time of the server per request: median of ${TURNS} turns of the ratio to the Hono hello of the same turn, and its quartiles\n`,
  );
  const table: string[][] = [["", ...servers.map(({ name }) => name), "aim"]];
  for (const row of ROWS) {
    const [floor, ...others] = await measureRow(row, servers, load, TURNS);
    const floorCosts = floor?.microseconds ?? [];
    const cells = others.map(({ exchange, microseconds }) =>
      ratioCell(
        row,
        exchange,
        microseconds.map((cost, turn) => cost / (floorCosts[turn] ?? Number.NaN)),
      ),
    );
    table.push([row.name, `${spread(floorCosts).median.toFixed(0)} µs`, ...cells, row.aim?.toFixed(2) ?? ""]);
  }
  printTable(table);
}

function ratioCell(row: Row, { answer }: Exchange, ratios: readonly number[]): string {
  if (answer.status === 404 && row.expected !== "404") return "-";
  const { median, low, high } = spread(ratios);
  const cell = `${median.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;
  return kindOf(answer) === row.expected ? cell : `${cell}: ${kindOf(answer)}`;
}

function printTable(rows: readonly (readonly string[])[]): void {
  const [header = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  console.log([line(header), line(header.map(() => "---")), ...body.map(line)].join("\n"));
}
