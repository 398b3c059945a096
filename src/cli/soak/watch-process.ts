import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

/** What the system says of a process at one moment. */
type ProcessFigures = {
  /** Memory of its own: no files that it has mapped. */
  readonly memoryBytes: number;
  /** Sockets among them. */
  readonly openFiles: number;
};

/** One look at a process. */
export type Look = ProcessFigures & {
  /** How many requests it had answered by then. */
  readonly asked: number;
};

const SAMPLE_MS = 1000;
const CLOSING_MS = 5000;
const ASK_AGAIN_MS = 50;

/**
 * Looks at a process now and once a second from now on.
 *
 * @param asked says how many requests have been answered by now
 * @returns `end` stops that, waits until as few files are open as at first, five seconds at most, and gives all that was seen, the last
 *   look being after that; nothing where the system does not tell (it is not Linux)
 */
export async function watchProcess(
  pid: number,
  asked: () => number,
): Promise<{ readonly end: () => Promise<readonly Look[]> }> {
  const looks: Look[] = [];
  const look = async () => {
    const figures = await readProcessFigures(pid);
    if (figures !== null) looks.push({ ...figures, asked: asked() });
  };
  await look();
  const watch = setInterval(look, SAMPLE_MS);
  const end = async () => {
    clearInterval(watch);
    await waitUntilClosed(pid, looks[0]?.openFiles ?? 0);
    await look();
    return looks;
  };
  return { end };
}

async function waitUntilClosed(pid: number, openFiles: number): Promise<void> {
  const until = performance.now() + CLOSING_MS;
  while (performance.now() < until) {
    const now = await readProcessFigures(pid);
    if (now === null || now.openFiles <= openFiles) return;
    await wait(ASK_AGAIN_MS);
  }
}

/** Null where it cannot be known. */
async function readProcessFigures(pid: number): Promise<ProcessFigures | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    const kilobytes = /^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kilobytes === undefined) return null;
    const openFiles = await readdir(`/proc/${pid}/fd`);
    return { memoryBytes: Number(kilobytes) * 1024, openFiles: openFiles.length };
  } catch {
    return null;
  }
}
