import { connect } from "node:net";

/** Far longer than any answer takes on a busy machine. */
const TIME_OUT_MS = 10_000;

export type Exchange = {
  readonly came: Buffer;
  /** Whether the other side went away without having read everything: then what it sent last may be lost on the way. */
  readonly wasReset: boolean;
};

/**
 * Sends bytes over a connection of their own, says that there will be no more, and gives all that comes back until the other side
 * closes, which it may do at any time.
 *
 * @throws {Error} when it does not close within ten seconds
 */
export function exchangeBytes(port: number, bytes: Uint8Array): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, allowHalfOpen: true });
    const came: Buffer[] = [];
    const overdue = setTimeout(() => {
      socket.destroy();
      reject(new Error(`The connection hangs after ${Buffer.concat(came).length} bytes of an answer`));
    }, TIME_OUT_MS);
    socket.on("data", (chunk) => came.push(Buffer.from(chunk)));
    socket.on("end", () => socket.end());
    let wasReset = false;
    socket.on("error", () => {
      wasReset = true;
    });
    socket.on("close", () => {
      clearTimeout(overdue);
      resolve({ came: Buffer.concat(came), wasReset });
    });
    socket.end(bytes);
  });
}
