import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { startWorkerd, type Workerd } from "../../src/cli/start-workerd.ts";

/**
 * Starts one of `workers/`.
 *
 * @param folder for the built Worker, made if needed
 * @param data what it finds in `representations.bin`
 */
export async function startPeer(name: string, folder: string, data: Uint8Array): Promise<Workerd> {
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
  return startWorkerd(folder);
}
