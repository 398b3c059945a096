import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { CACHE, ROOT } from "./paths.ts";

const UNPACK = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;

/** The package takes this for a machine that lacks what Chromium needs of the system, and unpacks that, too. */
const WITH_LIBRARIES = { AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };

/** Where a machine has to be told to look for it, below the browser's own folder. */
export const LIBRARIES = "al2023/lib";

/**
 * Where the browser that came with the packages stands, unpacked once for all runs. Of two runs that unpack it at once, one puts the
 * whole of it in place.
 *
 * @throws {Error} where there is none for this machine
 */
export function unpackChromium(): string {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(`the packages have no Chromium for ${process.platform}-${process.arch}`);
  const place = join(CACHE, `chromium-${packageDigest()}`);
  const program = join(place, "chromium");
  if (existsSync(program)) return program;
  mkdirSync(CACHE, { recursive: true });
  const unpacked = mkdtempSync(`${place}-`);
  try {
    // The package unpacks into the folder for temporary files, and takes what stands there for whole.
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", UNPACK], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: unpacked, ...WITH_LIBRARIES },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`Chromium cannot be unpacked: ${stderr.trim()}`);
    putInPlace(unpacked, place);
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
  return program;
}

/** Another release has another: it names the version. */
function packageDigest(): string {
  const manifest = readFileSync(join(ROOT, "node_modules/@sparticuz/chromium/package.json"));
  return createHash("sha256").update(manifest).digest("hex").slice(0, 16);
}

/** Somebody else may have been faster. */
function putInPlace(unpacked: string, place: string): void {
  try {
    renameSync(unpacked, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}
