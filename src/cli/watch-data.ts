import { once } from "node:events";
import { watch } from "chokidar";
import { oneAtATime } from "./one-at-a-time.ts";

/** An editor's save is several events (write, rename, touch); what comes within this time is one. */
const SETTLED_MS = 80;

/**
 * Calls back after every save below `folder`, never twice at a time: saves that come while one is worked on are
 * worked on afterwards, together. Comes back as soon as none is missed any more.
 */
export async function watchData(folder: string, refresh: () => Promise<void>): Promise<void> {
  const settled = oneAtATime(refresh);
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(folder, { ignoreInitial: true }).on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(settled, SETTLED_MS);
  });
  await once(watcher, "ready");
}
