import { type Agent, type ClientRequest, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";
import type { Answer } from "./answer.ts";
import type { Poll } from "./poll.ts";

const TIME_OUT_MS = 10_000;

/** Asks for something on this machine. Rejects when no whole answer comes within ten seconds. */
export async function sendPoll(port: number, poll: Poll, agent: Agent): Promise<Answer> {
  const { method, address, headers } = poll;
  const asked = request({ host: "127.0.0.1", port, agent, method, path: address, headers });
  const overdue = setTimeout(() => asked.destroy(new Error("no answer within 10 s")), TIME_OUT_MS);
  try {
    const response = await responseTo(asked);
    const body = await buffer(response);
    return { status: response.statusCode ?? 0, headers: headersOf(response), body };
  } catch (error) {
    // The server may close a connection that waits in the very moment that it is used again: clients then ask once more.
    if (!asked.reusedSocket || !isReset(error)) throw error;
    return sendPoll(port, poll, agent);
  } finally {
    clearTimeout(overdue);
  }
}

function responseTo(asked: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    asked.on("response", resolve);
    asked.on("error", reject);
    asked.end();
  });
}

function headersOf({ headers }: IncomingMessage): ReadonlyMap<string, string> {
  return new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function isReset(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNRESET";
}
