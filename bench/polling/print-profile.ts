import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { build } from "esbuild";
import { ROOT } from "../../src/cli/paths.ts";
import { Inspector, type Profile } from "./inspector.ts";
import type { LoadGenerator } from "./load-generator.ts";
import { ROWS, tryRow } from "./rows.ts";

const { default: workerd }: { readonly default: string } = createRequire(import.meta.url)("workerd");

const PROFILED = ["304 by ETag", "200 brotli"];
const WARM_UP_MS = 1000;
const PROFILE_MS = 3000;
const SHARE_MIN = 0.005;

/**
 * Where the time of our Worker goes, by function.
 *
 * @param built folder with what a build left
 * @param folder for a Worker whose functions have kept their names, made if needed
 */
export async function printProfile(built: string, folder: string, load: LoadGenerator): Promise<void> {
  await makeReadable(built, folder);
  const server = spawn(
    workerd,
    ["serve", "--inspector-addr=127.0.0.1:0", "--control-fd=3", join(folder, "config.capnp")],
    {
      stdio: ["ignore", "inherit", "ignore", "pipe"],
    },
  );
  try {
    const { http, inspector } = await listeningPorts(server.stdio[3]);
    const session = await Inspector.connect(inspector);
    for (const row of ROWS.filter(({ name }) => PROFILED.includes(name))) {
      const { request } = await tryRow(row, http);
      await load.send({ port: http, request, milliseconds: WARM_UP_MS });
      await session.start();
      await load.send({ port: http, request, milliseconds: PROFILE_MS });
      printShares(row.name, await session.stop());
    }
    session.close();
  } finally {
    server.kill();
    await once(server, "exit");
  }
}

async function makeReadable(built: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await copyFile(join(built, "representations.bin"), join(folder, "representations.bin"));
  await writeFile(join(folder, "config.capnp"), CONFIG);
  await build({
    entryPoints: [join(ROOT, "src/worker.ts")],
    outfile: join(folder, "worker.js"),
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["./representations.bin", "cloudflare:workers"],
    logLevel: "silent",
  });
}

async function listeningPorts(
  control: unknown,
): Promise<{ readonly http: number; readonly inspector: number }> {
  if (!(control instanceof Readable)) throw new Error("Cannot profile: workerd has no control channel");
  const ports = { http: 0, inspector: 0 };
  for await (const line of createInterface({ input: control })) {
    const { event, port } = JSON.parse(line);
    ports[event === "listen-inspector" ? "inspector" : "http"] = port;
    if (ports.http !== 0 && ports.inspector !== 0) return ports;
  }
  throw new Error("Cannot profile: workerd has ended");
}

function printShares(name: string, { nodes, samples, timeDeltas }: Profile): void {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const spent = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const where = names.get(id) ?? "";
    spent.set(where, (spent.get(where) ?? 0) + (timeDeltas[index] ?? 0));
  }
  spent.delete("(idle)");
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0);
  console.log(`\n${name}: share of the time in which the Worker's thread was busy\n`);
  for (const [where, time] of [...spent].sort((a, b) => b[1] - a[1])) {
    if (time / total >= SHARE_MIN)
      console.log(`${((100 * time) / total).toFixed(1).padStart(6)} %  ${where}`);
  }
}

/** What has no place in a script is the runtime's own. */
function nameOf({ functionName, url }: Profile["nodes"][number]["callFrame"]): string {
  if (functionName === "(program)" || (functionName === "" && url === "")) return "(workerd and the kernel)";
  return url === "" && !functionName.startsWith("(") ? `${functionName} (of the runtime)` : functionName;
}

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "worker", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
const worker :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "representations.bin", data = embed "representations.bin"),
  ],
  compatibilityDate = "2026-10-23",
);
`;
