import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "./paths.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Writes the Worker that can be deployed, tested or started as it is: `worker.js`, which is the same for every
 * edition, and beside it `representations.bin`, which it imports.
 *
 * @param out folder, made if needed
 * @param packed the edition, in pieces
 * @returns size of the script in bytes
 */
export async function writeWorker(out: string, packed: readonly Uint8Array[]): Promise<number> {
  const bundle = await build({
    entryPoints: [join(ROOT, "src/worker.ts")],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["./representations.bin"],
    write: false,
    logLevel: "silent",
  });
  const script = bundle.outputFiles[0]?.contents ?? new Uint8Array();
  await writeWhole(join(out, "worker.js"), script);
  await writeRepresentations(out, packed);
  return script.length;
}

/** Replaces the edition beside a Worker that is already there. */
export async function writeRepresentations(out: string, packed: readonly Uint8Array[]): Promise<void> {
  await writeWhole(join(out, "representations.bin"), packed);
}
