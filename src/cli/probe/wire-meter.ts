import type { IncomingMessage } from "node:http";

/** Node refuses longer heads. */
const HEAD_BYTES_MAX = 64 * 1024;

/** Counts what a connection really carried: the parser of HTTP drops what should not be there. */
export class WireMeter {
  #bytes = 0;
  #start: Buffer[] = [];
  #startBytes = 0;

  add(chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#startBytes >= HEAD_BYTES_MAX) return;
    this.#start.push(chunk);
    this.#startBytes += chunk.length;
  }

  measure(method: string, { statusCode, headers }: IncomingMessage) {
    const bodyBytes = this.#bytes - this.#headBytes();
    const isBodiless = method === "HEAD" || statusCode === 304 || statusCode === 204;
    const length = Number(headers["content-length"]);
    const isCounted = headers["transfer-encoding"] === undefined && Number.isSafeInteger(length);
    const due = isBodiless ? 0 : isCounted ? length : bodyBytes;
    return { wireBytes: this.#bytes, extraBytes: Math.max(0, bodyBytes - due) };
  }

  /** Up to the empty line behind the headers, and those of interim answers (1xx) before them. */
  #headBytes(): number {
    const start = Buffer.concat(this.#start).toString("latin1");
    let end = 0;
    for (;;) {
      const isInterim = /^HTTP\/1\.\d 1\d\d/.test(start.slice(end, end + 12));
      const blank = start.indexOf("\r\n\r\n", end);
      if (blank === -1) return this.#bytes;
      end = blank + 4;
      if (!isInterim) return end;
    }
  }
}
