import { connect } from "node:net";
import { isWholeAnswer } from "./is-whole-answer.ts";

/** An answer as it came over the wire. */
export type Answer = {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly headBytes: number;
  readonly bodyBytes: number;
};

/** Sends exactly this on a connection of its own. */
export function ask(port: number, request: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const isForHead = request.startsWith("HEAD ");
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let received = Buffer.alloc(0);
    socket.on("connect", () => socket.write(request));
    socket.on("data", (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (!isWholeAnswer(received, isForHead)) return;
      socket.destroy();
      resolve(readAnswer(received));
    });
    socket.on("close", () => reject(new Error(`Cannot measure: no whole answer to ${request}`)));
    socket.on("error", reject);
  });
}

/** A request as it goes over the wire. */
export function requestText(method: string, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: bench\r\nAccept: */*\r\n${lines.join("")}\r\n`;
}

function readAnswer(received: Buffer): Answer {
  const headBytes = received.indexOf("\r\n\r\n") + 4;
  const [first = "", ...lines] = received.toString("latin1", 0, headBytes).trimEnd().split("\r\n");
  return {
    status: Number(first.split(" ")[1]),
    headers: new Map(
      lines.map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line.replace(/^[^:]*: */, "")]),
    ),
    headBytes,
    bodyBytes: received.length - headBytes,
  };
}
