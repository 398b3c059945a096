import { join } from "node:path";
import { build } from "esbuild";
import { packRepresentations } from "../delivery/pack-representations.ts";
import type { Representation } from "../delivery/representation.ts";
import { ROOT } from "./paths.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Writes the Worker that can be deployed, tested or started as it is: `worker.js`, which is the same for every
 * edition, and beside it `representations.bin`, which it imports.
 *
 * @param out folder, made if needed
 * @returns sizes in bytes
 */
export async function writeWorker(
  out: string,
  representations: readonly Representation[],
): Promise<{ readonly script: number; readonly representations: number }> {
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
  const packed = await writeRepresentations(out, representations);
  return { script: script.length, representations: packed };
}

/** Replaces the edition beside a Worker that is already there. Returns its size in bytes. */
export async function writeRepresentations(
  out: string,
  representations: readonly Representation[],
): Promise<number> {
  const packed = packRepresentations(representations);
  await writeWhole(join(out, "representations.bin"), packed);
  return packed.length;
}
