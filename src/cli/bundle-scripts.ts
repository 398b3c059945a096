import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { EmbedRelease, Scripts } from "../documents/scripts.ts";
import { ROOT } from "./paths.ts";

/** The scripts for browsers, of the sources in `src/browser/`: the same for every edition. */
export async function bundleScripts(): Promise<Scripts> {
  const [subscribe, builder, frame, embed] = await Promise.all([
    bundleScript("subscribe"),
    bundleScript("builder"),
    bundleScript("frame"),
    readReleases(),
  ]);
  return { subscribe, builder, frame, embed };
}

/** Of the sources as they are. */
export async function bundleScript(name: keyof Scripts): Promise<string> {
  const bundle = await build({
    entryPoints: [join(ROOT, "src/browser", `${name}.ts`)],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    charset: "ascii", // whatever a page around it is written in
    write: false,
    logLevel: "silent",
  });
  return bundle.outputFiles[0]?.text ?? "";
}

/** The folder with all releases of the script for other sites. */
export const RELEASED = join(ROOT, "src/browser/released");

/** Embedded scripts are named with their digest by pages that nobody here can change, so what was once released is kept as it was. */
async function readReleases(): Promise<readonly EmbedRelease[]> {
  const versions = (await readdir(RELEASED)).flatMap(
    (file) => /^embed-(\d+\.\d+\.\d+)\.js$/.exec(file)?.[1] ?? [],
  );
  return Promise.all(versions.sort(byVersion).map(readRelease));
}

async function readRelease(version: string): Promise<EmbedRelease> {
  const text = await readFile(join(RELEASED, `embed-${version}.js`), "utf8");
  return { version, text, integrity: `sha384-${createHash("sha384").update(text).digest("base64")}` };
}

function byVersion(a: string, b: string): number {
  const [one, other] = [a.split(".").map(Number), b.split(".").map(Number)];
  return one.map((number, place) => number - (other[place] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
