import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { CommandError } from "./run-command.ts";

const ASK_AGAIN_MS = 50;

/** @throws {CommandError} where something listens already, instead of moving to another port than the one that was pasted */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error) => {
      const why =
        "code" in error && error.code === "EADDRINUSE" ? "something else listens there" : error.message;
      reject(
        new CommandError(
          `Cannot listen on 127.0.0.1:${port}: ${why}; choose another port: npm start -- --port ${port + 1}`,
        ),
      );
    });
    server.listen(port, "127.0.0.1", () => server.close(() => resolve()));
  });
}

/** One on which nothing listens now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("Cannot find a free port");
  return address.port;
}

/** Comes back when the address answers with a success. Waits for ever: the caller's process ends if the server does. */
export async function waitUntilServed(url: string): Promise<void> {
  for (;;) {
    const answered = await fetch(url).then(
      ({ ok, body }) => body?.cancel().then(() => ok),
      () => false,
    );
    if (answered) return;
    await wait(ASK_AGAIN_MS);
  }
}

/** Whether the address is answered with that ETag, at once or before the time is up. */
export async function isServed(url: string, etag: string, waitMs: number): Promise<boolean> {
  const end = Date.now() + waitMs;
  do {
    const answered = await fetch(url, { method: "HEAD", redirect: "manual" }).then(
      ({ headers }) => headers.get("ETag"),
      () => null,
    );
    if (answered === etag) return true;
    await wait(ASK_AGAIN_MS);
  } while (Date.now() < end);
  return false;
}
