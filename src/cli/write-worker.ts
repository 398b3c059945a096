import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { ASSETS } from "./pack-folder.ts";
import { ROOT } from "./paths.ts";
import { writeTogether } from "./write-whole.ts";

/** The script that can be deployed, tested or started as it is: the same for every edition. */
export async function bundleWorker(): Promise<Uint8Array> {
  const bundle = await build({
    entryPoints: [join(ROOT, "src/worker.ts")],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["./representations.bin", "cloudflare:workers"],
    write: false,
    logLevel: "silent",
  });
  return bundle.outputFiles[0]?.contents ?? new Uint8Array();
}

/**
 * Writes the Worker: `worker.js`, beside it `representations.bin`, which it imports, and the folder of what it fetches.
 *
 * @param out folder, made if needed
 * @param packed the edition, in pieces
 */
export async function writeWorker(
  out: string,
  script: Uint8Array,
  packed: readonly Uint8Array[],
): Promise<void> {
  await mkdir(join(out, ASSETS), { recursive: true });
  // The script first: that it can't be put in place is found out before the edition is.
  await writeTogether(
    new Map<string, Uint8Array | readonly Uint8Array[]>([
      [join(out, "worker.js"), script],
      [join(out, REPRESENTATIONS), packed],
    ]),
  );
}

const REPRESENTATIONS = "representations.bin";

/**
 * Replaces the edition beside a Worker that is there, in one step. Not flushed to the disk: it is for a preview.
 *
 * @param next file that it is written to first: what the Worker's folder holds is read as soon as anything changes there
 */
export async function replaceRepresentations(
  out: string,
  packed: readonly Uint8Array[],
  next: string,
): Promise<void> {
  await writeFile(next, Buffer.concat(packed));
  await rename(next, join(out, REPRESENTATIONS));
}
