import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createRawServer, type Server, type Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { onTestFinished } from "vitest";

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | string;
};

export const FEED = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Harbour Wire</title><link>https://wire.harbour.net/</link>
<description>News from the harbour</description>
<item><guid isPermaLink="false">1</guid><title>Two basins closed</title></item>
<item><guid isPermaLink="false">2</guid><title>Pilots go on strike</title></item>
</channel></rss>
`;

export const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Wire</title><entry><title>Two basins closed</title></entry></feed>`;

export const LAST_MODIFIED = "Sun, 01 Nov 2026 06:00:00 GMT";
export const ETAG = 'W/"harbour-1"';

/** A feed as it ought to be served. */
export function goodReply(request: IncomingMessage, feed: string = FEED): Reply {
  const headers = {
    "Content-Type": "application/rss+xml; charset=utf-8",
    "Cache-Control": "public, max-age=900",
    Vary: "Accept-Encoding",
    ETag: ETAG,
    "Last-Modified": LAST_MODIFIED,
    "Access-Control-Allow-Origin": "*",
  };
  if (isKnown(request)) return { status: 304, headers, body: "" };
  const accepted = request.headers["accept-encoding"] ?? "";
  if (accepted.includes("br"))
    return { status: 200, headers: { ...headers, "Content-Encoding": "br" }, body: brotliCompressSync(feed) };
  if (accepted.includes("gzip"))
    return { status: 200, headers: { ...headers, "Content-Encoding": "gzip" }, body: gzipSync(feed) };
  return { status: 200, headers, body: feed };
}

function isKnown({ headers }: IncomingMessage): boolean {
  const tag = headers["if-none-match"];
  if (tag !== undefined) return tag.replace("W/", "") === ETAG.replace("W/", "");
  return Date.parse(headers["if-modified-since"] ?? "") >= Date.parse(LAST_MODIFIED);
}

/** Without the headers named. */
export function without({ headers, ...reply }: Reply, ...names: readonly string[]): Reply {
  return {
    ...reply,
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name))),
  };
}

export function withHeaders(
  { headers, ...reply }: Reply,
  more: Readonly<Record<string, string | readonly string[]>>,
): Reply {
  return { ...reply, headers: { ...headers, ...more } };
}

/** @returns the address that it is at */
export async function serve(reply: (request: IncomingMessage) => Reply): Promise<string> {
  return serveWith((request, response) => {
    const { status, headers, body } = reply(request);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
  });
}

export function serveWith(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  return listen(createServer(answer));
}

/** Writes what no server of HTTP would. */
export function serveRaw(answer: (socket: Socket, request: string) => void): Promise<string> {
  const server = createRawServer((socket) => {
    // Whoever asks may be gone before all is written.
    socket.on("error", () => undefined);
    socket.once("data", (request) => answer(socket, request.toString("latin1")));
  });
  return listen(server);
}

async function listen(server: Server, host = "127.0.0.1"): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, host);
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return `http://${host.includes(":") ? `[${host}]` : host}:${address.port}/rss.xml`;
}

/** The same on this machine's IPv6 address; null where it has none. */
export async function serveOnIpv6(reply: (request: IncomingMessage) => Reply): Promise<string | null> {
  const server = createServer((request, response) => {
    const { status, headers, body } = reply(request);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
  });
  return listen(server, "::1").catch(() => null);
}
