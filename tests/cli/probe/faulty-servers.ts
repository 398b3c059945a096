import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { findingsIn, probeHere } from "./run-probe.ts";
import { FEED, goodReply, type Reply, serve, without } from "./servers.ts";

/** A server and what is to be found out about it. */
export type Row = {
  readonly server: string;
  /** A new one for each server, as some of them count. */
  readonly reply: () => (request: IncomingMessage) => Reply;
  readonly finds: readonly string[];
};

/** The good server, each of its answers changed. */
export const always =
  (change: (reply: Reply, request: IncomingMessage) => Reply) => () => (request: IncomingMessage) =>
    change(goodReply(request), request);
/** The good server, its 304 left alone. */
export const on200 = (change: (reply: Reply, request: IncomingMessage) => Reply) =>
  always((reply, request) => (reply.status === 200 ? change(reply, request) : reply));
export const page = (title: string, more = "") =>
  `<!doctype html><html><head><title>${title}</title>${more}</head></html>`;
/** The same to everybody. */
export const refuse = (status: number, headers: Reply["headers"], body: string) => () => (): Reply => ({
  status,
  headers: { "Content-Type": "text/html", ...headers },
  body,
});
/** Whether somebody asks again with what the good server gave. */
export const isAsked = ({ headers }: IncomingMessage) =>
  headers["if-none-match"] !== undefined || headers["if-modified-since"] === "Sun, 01 Nov 2026 06:00:00 GMT";
export const agent = ({ headers }: IncomingMessage) => headers["user-agent"] ?? "";
/** The feed, not compressed. */
export const plain = (request: IncomingMessage, feed = FEED): Reply => ({
  ...without(goodReply(request), "Content-Encoding"),
  body: feed,
});
/** Answers 304 to nobody. */
export const unconditional = (request: IncomingMessage): Reply => {
  const { "if-none-match": _tag, "if-modified-since": _date, ...headers } = request.headers;
  return goodReply(Object.assign(Object.create(request), { headers }));
};

/** The names of all readers but these. */
export const othersThan = (...names: readonly string[]) =>
  ["Miniflux", "FreshRSS", "NetNewsWire", "Newsboat", "Feedly", "Inoreader", "Feedbin", "Thunderbird"]
    .filter((name) => !names.includes(name))
    .join(", ");
/** Those that send an ETag. */
export const BY_TAG = othersThan("Thunderbird");

/** One test for each: exactly that is found, and nothing else. */
export function testRows(rows: readonly Row[]): void {
  test.each(rows)("$server", async ({ reply, finds }) => {
    expect(findingsIn(await probeHere(await serve(reply())))).toEqual(finds);
  });
}
