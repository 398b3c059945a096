/** What V8's profiler says: where it was at each sample, and how long after the sample before, in microseconds. */
export type Profile = {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
};

const SAMPLING_MICROSECONDS = 100;

/** A session with the CPU profiler of the first Worker behind an inspector's port, over the DevTools protocol. */
export class Inspector {
  readonly #socket: WebSocket;
  #calls = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static async connect(port: number): Promise<Inspector> {
    const targets: readonly { readonly webSocketDebuggerUrl: string }[] = JSON.parse(
      await (await fetch(`http://127.0.0.1:${port}/json`)).text(),
    );
    const socket = new WebSocket(targets[0]?.webSocketDebuggerUrl ?? "");
    await new Promise((resolve, reject) => {
      socket.addEventListener("open", resolve);
      socket.addEventListener("error", reject);
    });
    return new Inspector(socket);
  }

  async start(): Promise<void> {
    await this.#call("Profiler.enable");
    await this.#call("Profiler.setSamplingInterval", { interval: SAMPLING_MICROSECONDS });
    await this.#call("Profiler.start");
  }

  async stop(): Promise<Profile> {
    return (await this.#call("Profiler.stop")).profile;
  }

  close(): void {
    this.#socket.close();
  }

  #call(method: string, params = {}): Promise<{ readonly profile: Profile }> {
    this.#calls += 1;
    const id = this.#calls;
    return new Promise((resolve) => {
      const take = ({ data }: MessageEvent) => {
        const message = JSON.parse(String(data));
        if (message.id !== id) return;
        this.#socket.removeEventListener("message", take);
        resolve(message.result);
      };
      this.#socket.addEventListener("message", take);
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }
}
