import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { ROOT } from "./paths.ts";

// CommonJS without types: the path of the binary.
const { default: workerd }: { readonly default: string } = createRequire(import.meta.url)("workerd");

/** What is deployed says it: one date for all. */
const COMPATIBILITY_DATE = /^compatibility_date = "(.+)"$/m.exec(
  readFileSync(join(ROOT, "wrangler.toml"), "utf8"),
)?.[1];

/** A real edge runtime on a free port of this machine, serving what a build left in a folder. */
export type Workerd = {
  readonly port: number;
  readonly pid: number;
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
};

/**
 * Starts workerd itself, with no development server between: what it answers is what the edge would.
 *
 * @param built folder with what a build left
 * @param v8Flags settings of its engine
 * @throws {Error} if it ends before it listens; it has said why on standard error
 */
export async function startWorkerd(built: string, v8Flags: readonly string[] = []): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-workerd-"));
  for (const file of ["worker.js", "representations.bin"])
    copyFileSync(join(built, file), join(folder, file));
  writeFileSync(join(folder, "config.capnp"), configFor(built, v8Flags));
  const server = spawn(workerd, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const isRunning = () => server.exitCode === null && server.signalCode === null;
  const stop = async () => {
    if (isRunning()) {
      server.kill();
      await once(server, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const port = await listeningPort(server);
  if (port !== null && server.pid !== undefined) return { port, pid: server.pid, isRunning, stop };
  await stop();
  throw new Error(`Cannot start workerd on what was built in ${built}`);
}

/** What is cold lies beside the Worker, as static assets do on the edge. */
function configFor(built: string, v8Flags: readonly string[]): string {
  const assets = join(built, "assets");
  const hasAssets = existsSync(assets);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "worker", worker = .worker),
    ${hasAssets ? `(name = "assets", disk = ${JSON.stringify(resolve(assets))}),` : ""}
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
  v8Flags = [${v8Flags.map((flag) => JSON.stringify(flag)).join(", ")}],
);
const worker :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "representations.bin", data = embed "representations.bin"),
  ],
  bindings = [${hasAssets ? '(name = "ASSETS", service = "assets")' : ""}],
  compatibilityDate = "${COMPATIBILITY_DATE}",
);
`;
}

/** Null if it ends instead of listening. */
async function listeningPort(server: ChildProcess): Promise<number | null> {
  const control = server.stdio[3];
  if (!(control instanceof Readable)) return null;
  const lines = createInterface({ input: control });
  // The channel closes with the process.
  const line = await Promise.race([once(lines, "line"), once(lines, "close")]);
  return line.length === 0 ? null : JSON.parse(String(line[0])).port;
}
