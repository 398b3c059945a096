import type { Answer } from "../../../src/cli/soak/answer.ts";
import type { Exchange } from "./exchange-bytes.ts";

/**
 * Reads the answers that stand one behind the other in what came over a connection, strictly (RFC 9112 §4 to §6): what is no answer to
 * the last byte is an error. Of a connection that was reset, the last answer may be cut off, and is left out then.
 *
 * @param methods of the requests, in their order; those that follow are GET
 */
export function readAnswers({ came, wasReset }: Exchange, methods: readonly string[]): readonly Answer[] {
  const answers: Answer[] = [];
  let at = 0;
  while (at < came.length) {
    const head = readHead(came, at);
    if (head === null && wasReset) return answers;
    if (head === null)
      throw new Error(`no whole head: ${JSON.stringify(came.toString("latin1", at, at + 200))}`);
    const { status, headers, end } = head;
    const [body, next] = readBody(came, head, methods[answers.length] ?? "GET");
    if (next > came.length && wasReset) return answers;
    if (next > came.length) throw new Error(`a body of ${came.length - end} bytes instead of ${next - end}`);
    // An interim answer comes before the answer.
    if (status >= 200) answers.push({ status, headers, body });
    at = next;
  }
  return answers;
}

type Head = Pick<Answer, "status" | "headers"> & { readonly end: number };

/** Null where it does not end. */
function readHead(came: Buffer, at: number): Head | null {
  const end = came.indexOf("\r\n\r\n", at);
  if (end === -1) return null;
  const text = came.toString("latin1", at, end);
  const [statusLine = "", ...lines] = text.split("\r\n");
  const status = /^HTTP\/1\.[01] (\d{3}) [\t -~]*$/.exec(statusLine)?.[1];
  if (status === undefined) throw new Error(`no answer: ${JSON.stringify(text.slice(0, 200))}`);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+): ?([\t -~]*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`no header: ${JSON.stringify(line)}`);
    if (headers.has(name.toLowerCase())) throw new Error(`${name} stands there twice`);
    headers.set(name.toLowerCase(), value);
  }
  return { status: Number(status), headers, end: end + 4 };
}

/** `next` is behind what came if the body is cut off. */
function readBody(
  came: Buffer,
  { status, headers, end }: Head,
  method: string,
): readonly [body: Buffer, next: number] {
  // The runtime, where it makes no request of the bytes, does not know that it was HEAD, and says no more.
  const isLast = !headers.has("access-control-allow-origin") && headers.get("connection") === "close";
  if (isLast) return [came.subarray(end), came.length];
  if (method === "HEAD" || [100, 204, 304].includes(status)) return [Buffer.alloc(0), end];
  const length = headers.get("content-length");
  if (length === undefined) throw new Error(`a status ${status} without Content-Length`);
  const next = end + Number(length);
  return [came.subarray(end, next), next];
}
