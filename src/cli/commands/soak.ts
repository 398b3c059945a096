// npm run soak [-- --minutes 10]    an hour of polling in a few minutes, against the built Worker, every answer checked
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWorker } from "../build-worker.ts";
import { DATA, typedPath } from "../paths.ts";
import { Progress } from "../progress.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";
import { describeSoak } from "../soak/describe-soak.ts";
import { readSite } from "../soak/read-site.ts";
import { runSoak, type SoakSettings } from "../soak/run-soak.ts";
import { startWorkerd } from "../start-workerd.ts";

/** How often readers ask: a feed says that it is fresh for 15 minutes. */
const POLLS_AN_HOUR = 4;

/** In MB. With all the memory of a large machine the engine collects so late that one can't tell what is never collected. */
const HEAP_FLAG = "--max-heap-size=32";

await runCommand(async () => {
  const { values } = readArguments(
    {
      options: {
        data: { type: "string", default: DATA },
        out: { type: "string" },
        minutes: { type: "string", default: "2" },
        readers: { type: "string", default: "20000" },
      },
    },
    "npm run soak [-- --minutes 10] [--readers 100000] [--data FOLDER | --out FOLDER]    --out: what a build left there, else data/ is built",
  );
  const seconds = readNumber("--minutes", values.minutes) * 60;
  const readers = readNumber("--readers", values.readers);
  const requests = Math.ceil(readers * POLLS_AN_HOUR);
  const signal = signalOfEnd();
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-soak-"));
  try {
    const built = values.out === undefined ? folder : typedPath(values.out);
    if (values.out === undefined) await buildWorker(typedPath(values.data), folder, new Date());
    await soak(built, { requests, seconds, random: Math.random, signal });
    if (signal.aborted) process.exitCode = 130;
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** @throws {CommandError} if anything was wrong */
async function soak(built: string, settings: Omit<SoakSettings, "onAnswer">): Promise<void> {
  const { requests, seconds, signal } = settings;
  const site = await readSite(built);
  const server = await startWorkerd(built, [HEAP_FLAG]);
  try {
    console.log(`${requests} requests in ${seconds} s to http://127.0.0.1:${server.port}, an hour of polls`);
    const progress = new Progress();
    progress.begin("Asked", requests);
    const ran = await runSoak(server, site, { ...settings, onAnswer: () => progress.step() });
    progress.end();
    const { lines, isSound } = describeSoak(ran, requests);
    for (const line of lines) console.log(line);
    if (signal.aborted) return;
    if (!server.isRunning()) throw new CommandError("The server has ended by itself", 1);
    if (!isSound) throw new CommandError("Not as it should be, see above", 1);
  } finally {
    await server.stop();
  }
}

/** Aborted when somebody wants the process to end. */
function signalOfEnd(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

function readNumber(name: string, value: string): number {
  const number = Number(value);
  if (/^\d+(?:\.\d+)?$/.test(value) && number > 0) return number;
  throw new CommandError(`Cannot soak with ${name} ${JSON.stringify(value)}; expected a number above 0`);
}
