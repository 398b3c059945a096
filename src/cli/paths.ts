import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder package.json is in. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where a command finds the publication and where it writes, unless `--data` and `--out` say otherwise. */
export const DATA = join(ROOT, "data");
export const DIST = join(ROOT, "dist");

/** What makes the next run faster; safe to delete. */
export const CACHE = join(ROOT, "node_modules/.cache/teleprinter");

/** A path a person typed: `npm run` changes the folder and keeps the one it was typed in as INIT_CWD. */
export function typedPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
