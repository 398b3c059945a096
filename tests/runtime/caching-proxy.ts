import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import CachePolicy from "http-cache-semantics";
import { type Answer, askExactly } from "./ask-exactly.ts";

type Asked = { readonly url: string; readonly method: string; readonly headers: IncomingHttpHeaders };

type Stored = { readonly policy: CachePolicy; readonly answer: Answer };

/** Milliseconds that are added to the time of all caches here. */
let passed = 0;

/** Caches go by their own clock: time passes for all of them. */
export function letPass(seconds: number): void {
  passed += seconds * 1000;
}

class Policy extends CachePolicy {
  now(): number {
    return Date.now() + passed;
  }
}

export type CachingProxy = {
  readonly port: number;
  /** How often it has answered from what it kept, without asking. */
  readonly hits: () => number;
  readonly stop: () => void;
};

/**
 * A shared cache before a server of this machine, which decides as RFC 9111 says.
 *
 * @param knowsVary if not, it keeps one answer for each address, whoever asked
 */
export async function startCachingProxy(origin: number, knowsVary: boolean): Promise<CachingProxy> {
  const cache = new Cache(origin, knowsVary);
  const server = createServer((request, response) => {
    cache.answer(request).then(
      (answer) => send(answer, response),
      () => response.writeHead(502).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: address.port, hits: () => cache.hits, stop };
}

class Cache {
  hits = 0;
  readonly #origin: number;
  readonly #knowsVary: boolean;
  readonly #kept = new Map<string, readonly Stored[]>();

  constructor(origin: number, knowsVary: boolean) {
    this.#origin = origin;
    this.#knowsVary = knowsVary;
  }

  async answer({ url = "/", method = "GET", headers }: IncomingMessage): Promise<Answer> {
    const request = { url, method, headers };
    const kept = this.#kept.get(url) ?? [];
    const fresh = kept.find(({ policy }) => policy.satisfiesWithoutRevalidation(request));
    if (fresh !== undefined) {
      this.hits += 1;
      return toClient(headers, fresh.answer);
    }
    const old = kept.find(({ policy }) => isFor(request, policy));
    const asked = old === undefined ? headers : old.policy.revalidationHeaders(request);
    const answer = await askExactly(this.#origin, url, single(asked), method);
    if (
      old === undefined ||
      answer.status !== 304 ||
      !old.policy.revalidatedPolicy(request, answer).matches
    ) {
      this.#keep(request, answer, old);
      return answer;
    }
    const confirmed = { ...old.answer, headers: { ...old.answer.headers, ...answer.headers } };
    this.#keep(request, confirmed, old);
    return toClient(headers, confirmed);
  }

  #keep(request: Asked, answer: Answer, old: Stored | undefined): void {
    const headers = this.#knowsVary ? answer.headers : without(answer.headers, "vary");
    const policy = new Policy(request, { status: answer.status, headers }, { shared: true });
    if (answer.status !== 200 || !policy.storable()) return;
    const others = this.#knowsVary ? (this.#kept.get(request.url) ?? []).filter((one) => one !== old) : [];
    this.#kept.set(request.url, [{ policy, answer }, ...others]);
  }
}

/** Whether what is kept, were it not too old, would be the answer. */
function isFor(request: Asked, policy: CachePolicy): boolean {
  const headers = without(request.headers, "if-none-match");
  return policy.revalidationHeaders({ ...request, headers })["if-none-match"] !== undefined;
}

/** Who asks with the ETag of what is kept has it already. */
function toClient(sent: IncomingHttpHeaders, answer: Answer): Answer {
  const has = sent["if-none-match"]?.split(/\s*,\s*/).includes(String(answer.headers.etag));
  return has ? { ...answer, status: 304, body: Buffer.alloc(0) } : answer;
}

function send({ status = 502, headers, body }: Answer, response: ServerResponse): void {
  const { "content-length": _length, ...others } = headers;
  response.writeHead(status, others).end(body);
}

function without(headers: IncomingHttpHeaders, name: string): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name));
}

function single(headers: CachePolicy.Headers): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
