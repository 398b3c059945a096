import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { startWorkerd, type Workerd } from "../../src/cli/start-workerd.ts";

/**
 * Builds one of `workers/` as ours is built, and starts it.
 *
 * @param folder like that of `buildPeer`
 * @param data like that of `buildPeer`
 */
export async function startPeer(name: string, folder: string, data: Uint8Array): Promise<Workerd> {
  await buildPeer(name, folder, data);
  return startWorkerd(folder);
}

/**
 * @param folder for the built Worker, made if needed
 * @param data what it finds in `representations.bin`
 */
export async function buildPeer(name: string, folder: string, data: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, "workers", `${name}.ts`)],
    outfile: join(folder, "worker.js"),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["./representations.bin"],
    logLevel: "silent",
  });
  await writeFile(join(folder, "representations.bin"), data);
}
