import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";

// CommonJS without types: the path of the binary.
const { default: workerd }: { readonly default: string } = createRequire(import.meta.url)("workerd");

const COMPATIBILITY_DATE = "2026-10-23";

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "worker", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
const worker :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "representations.bin", data = embed "representations.bin"),
  ],
  compatibilityDate = "${COMPATIBILITY_DATE}",
);
`;

/** A real edge runtime on a free port of this machine, serving what a build left in a folder. */
export type Workerd = { readonly port: number; readonly stop: () => Promise<void> };

/** Starts workerd itself, with no development server between: what it answers is what the edge would. */
export async function startWorkerd(built: string): Promise<Workerd> {
  const folder = mkdtempSync(join(tmpdir(), "teleprinter-workerd-"));
  for (const file of ["worker.js", "representations.bin"])
    copyFileSync(join(built, file), join(folder, file));
  writeFileSync(join(folder, "config.capnp"), config);
  const server = spawn(workerd, ["serve", "--control-fd=3", join(folder, "config.capnp")], {
    stdio: ["ignore", "inherit", "inherit", "pipe"],
  });
  const control = server.stdio[3];
  if (!(control instanceof Readable)) throw new Error("Cannot start workerd: it has no control channel");
  const [line] = await once(createInterface({ input: control }), "line");
  return {
    port: JSON.parse(line).port,
    stop: async () => {
      server.kill();
      await once(server, "exit");
      rmSync(folder, { recursive: true });
    },
  };
}
