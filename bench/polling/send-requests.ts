// A process of its own, so that its CPU time is not the server's: sends one request over and over on a few kept connections.
import { connect, type Socket } from "node:net";
import { isWholeAnswer } from "./is-whole-answer.ts";

/** What the parent sends. */
export type Load = {
  readonly port: number;
  /** One request as it goes over the wire. */
  readonly request: string;
  readonly milliseconds: number;
};

/** What it gets back. */
export type Sent = { readonly answers: number } | { readonly failure: string };

/** Enough that the server always has something to do. */
const CONNECTIONS = 16;

const NOTHING = Buffer.alloc(0);
const connections = new Map<number, readonly Connection[]>();

process.on("message", (load: Load) => {
  sendAll(load).then(
    (answers) => process.send?.({ answers } satisfies Sent),
    (error: unknown) => process.send?.({ failure: String(error) } satisfies Sent),
  );
});

async function sendAll({ port, request, milliseconds }: Load): Promise<number> {
  const open = connections.get(port) ?? Array.from({ length: CONNECTIONS }, () => new Connection(port));
  connections.set(port, open);
  const until = performance.now() + milliseconds;
  const counts = await Promise.all(open.map((connection) => connection.send(request, until)));
  return counts.reduce((sum, count) => sum + count, 0);
}

class Connection {
  readonly #socket: Socket;
  #onData: (bytes: Buffer) => void = () => {};
  #onEnd: (error: Error) => void = () => {};

  constructor(port: number) {
    this.#socket = connect({ port, host: "127.0.0.1", noDelay: true });
    this.#socket.on("data", (bytes: Buffer) => this.#onData(bytes));
    this.#socket.on("error", (error) => this.#onEnd(error));
    this.#socket.on("close", () => this.#onEnd(new Error("the server hung up")));
  }

  /** Sends the next request when the answer to the last one is all there. Returns how many there were. */
  send(request: string, until: number): Promise<number> {
    const isForHead = request.startsWith("HEAD ");
    return new Promise((resolve, reject) => {
      let answers = 0;
      let received = NOTHING;
      this.#onEnd = reject;
      this.#onData = (bytes) => {
        received = received === NOTHING ? bytes : Buffer.concat([received, bytes]);
        if (!isWholeAnswer(received, isForHead)) return;
        received = NOTHING;
        answers += 1;
        if (performance.now() < until) this.#socket.write(request);
        else resolve(answers);
      };
      this.#socket.write(request);
    });
  }
}
