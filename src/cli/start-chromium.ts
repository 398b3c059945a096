import { dirname, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { LIBRARIES, unpackChromium } from "./unpack-chromium.ts";

/**
 * Starts the Chromium that came with the packages, without a window and with all that keeps sites apart.
 *
 * @param hosts ports on this machine by the names that the browser knows them under. To browsers `http:` is as safe as `https:` where
 *   a name ends in `.localhost`: pages may use the clipboard, and requests say what they are for.
 * @throws {Error} that says why it cannot start
 */
export async function startChromium(hosts: Readonly<Record<string, number>> = {}): Promise<Browser> {
  const rules = Object.entries(hosts).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  // What is not named here is not there: nothing is fetched from elsewhere.
  const args = [
    `--host-resolver-rules=${[...rules, "MAP * ~NOTFOUND"].join(",")}`,
    "--font-render-hinting=none",
  ];
  try {
    return await launch(unpackChromium(), args);
  } catch (error) {
    throw new Error(`Chromium cannot start here: ${reasonOf(error)}`, { cause: error });
  }
}

/** With the system's own libraries where it has them: those that came with the packages may not suit it. */
async function launch(executablePath: string, args: readonly string[]): Promise<Browser> {
  const options = { executablePath, args: [...args] };
  try {
    return await chromium.launch(options);
  } catch (error) {
    if (!/error while loading shared libraries/.test(reasonOf(error))) throw error;
    const libraries = join(dirname(executablePath), LIBRARIES);
    return await chromium.launch({ ...options, env: { ...process.env, LD_LIBRARY_PATH: libraries } });
  }
}

/** One line: what the browser said itself, if it came as far as that. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^\[pid=\d+\]\[err\] (.+)$/m.exec(message)?.[1] ?? message.split("\n", 1)[0] ?? "";
}
