import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Load, Sent } from "./send-requests.ts";

/** Loads servers from a process of its own. */
export class LoadGenerator {
  readonly #sender: ChildProcess = fork(join(import.meta.dirname, "send-requests.ts"), { execArgv: [] });

  /** Returns how many answers came. */
  async send(load: Load): Promise<number> {
    this.#sender.send(load);
    const [sent]: Sent[] = await once(this.#sender, "message");
    if (sent === undefined || "failure" in sent) throw new Error(`Cannot measure: ${sent?.failure}`);
    return sent.answers;
  }

  stop(): void {
    this.#sender.kill();
  }
}
