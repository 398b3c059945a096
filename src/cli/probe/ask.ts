import http, { type ClientRequest, type IncomingMessage } from "node:http";
import https from "node:https";
import { performance } from "node:perf_hooks";
import { describeFailure } from "./describe-failure.ts";
import type { Answer, Failure, Hop } from "./exchange.ts";
import { shorten } from "./printable.ts";
import { WireMeter } from "./wire-meter.ts";

export type Question = {
  readonly method: "GET" | "HEAD";
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
};

export type Limits = {
  /** For one question with all its redirects. */
  readonly timeoutMs: number;
  /** Of a body as it is sent, and again when it is unpacked. */
  readonly bodyBytesMax: number;
};

/** As many as curl and Go follow. */
const REDIRECTS_MAX = 10;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asks once and follows redirects. Never throws: what goes wrong is the answer. */
export async function ask(question: Question, limits: Limits): Promise<Answer | Failure> {
  const started = performance.now();
  const signal = AbortSignal.timeout(limits.timeoutMs);
  const hops: Hop[] = [];
  for (let url = question.url; ; ) {
    const outcome = await askHost({ ...question, url }, limits, signal);
    if (outcome.is === "failure") return { ...outcome, hops };
    const location = REDIRECTS.has(outcome.status) ? outcome.headers.get("location") : undefined;
    if (location === undefined) return { ...outcome, hops, milliseconds: performance.now() - started };

    const next = targetOf(location, url);
    if (next === null)
      return badRedirect(hops, `a redirect leads to ${shorten(location)}, which is no web address`);
    if (next.href === url.href || hops.some(({ from }) => from === next.href))
      return badRedirect(hops, `the redirects go round in a circle, back to ${shorten(shownUrl(next))}`);
    hops.push({ from: url.href, status: outcome.status, to: next.href });
    if (hops.length > REDIRECTS_MAX)
      return badRedirect(hops, `there are still redirects after ${REDIRECTS_MAX} of them`);
    url = next;
  }
}

/** An address without the password it may hold. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  return shown.href;
}

function badRedirect(hops: readonly Hop[], detail: string): Failure {
  return { is: "failure", reason: "bad-redirect", detail, hops };
}

/** Header values arrive as Latin-1, and servers write addresses in UTF-8. */
function targetOf(location: string, base: URL): URL | null {
  const target = URL.parse(Buffer.from(location, "latin1").toString("utf8"), base.href);
  if (target === null || !/^https?:$/.test(target.protocol)) return null;
  target.hash = "";
  return target;
}

type HostAnswer = Omit<Answer, "hops" | "milliseconds">;

/** One request, no redirect followed; a redirect's body is not read. */
function askHost(
  { method, url, headers }: Question,
  { bodyBytesMax }: Limits,
  signal: AbortSignal,
): Promise<HostAnswer | Failure> {
  return new Promise((resolve) => {
    const fail = (error: unknown) => resolve(describeFailure(error, url, signal.aborted));
    const meter = new WireMeter();
    let request: ClientRequest;
    try {
      // A connection of its own: what follows the answer on the wire is then the server's doing.
      request = (url.protocol === "https:" ? https : http).request(url.href, {
        method,
        headers: { Host: url.host, ...headers },
        agent: false,
        signal,
      });
    } catch (error) {
      return fail(error);
    }
    request.on("socket", (socket) => socket.on("data", (chunk: Buffer) => meter.add(chunk)));
    // What the parser stumbles over behind an answer is no reason to forget the answer.
    let isAnswered = false;
    request.on("error", (error) => isAnswered || fail(error));
    request.on("response", (response) => {
      isAnswered = true;
      readBody(response, bodyBytesMax).then((read) => {
        // What time cut off is no answer; what the server cut off is a bad one.
        if (signal.aborted) return fail(signal.reason);
        resolve({
          is: "answer",
          url: url.href,
          ...headOf(response),
          ...read,
          ...meter.measure(method, response),
        });
        request.destroy();
      });
    });
    request.end();
  });
}

function headOf({ statusCode = 0, rawHeaders, headersDistinct }: IncomingMessage) {
  const headers = new Map<string, string>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = (rawHeaders[index] ?? "").toLowerCase();
    const value = rawHeaders[index + 1] ?? "";
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return { status: statusCode, headers, cookies: headersDistinct["set-cookie"] ?? [] };
}

type ReadBody = Pick<Answer, "body" | "end">;

function readBody(response: IncomingMessage, bytesMax: number): Promise<ReadBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (end: Answer["end"]) => resolve({ body: Buffer.concat(chunks), end });
    if (REDIRECTS.has(response.statusCode ?? 0) && response.headers.location !== undefined)
      return finish("whole");
    response.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > bytesMax) finish("too-long");
    });
    response.on("error", () => finish("broken"));
    response.on("close", () => finish(response.complete ? "whole" : "broken"));
    response.on("end", () => finish(response.complete ? "whole" : "broken"));
  });
}
