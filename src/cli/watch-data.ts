import { once } from "node:events";
import { watch } from "chokidar";

/** An editor's save is several events (write, rename, touch); what comes within this time is one. */
const SETTLED_MS = 80;

/**
 * Calls back after every save below `folder`, never twice at a time: a save that comes while one is worked on is
 * worked on afterwards. Comes back as soon as none is missed any more.
 */
export async function watchData(folder: string, refresh: () => Promise<void>): Promise<void> {
  let working: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { ignoreInitial: true }).on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      working = working.then(refresh);
    }, SETTLED_MS);
  });
  await once(watcher, "ready");
}
