/**
 * Whether an HTTP/1.1 answer is all there (RFC 9112 §6), when only one is on its way.
 *
 * @throws {Error} if it does not say where it ends
 */
export function isWholeAnswer(received: Buffer, isForHead: boolean): boolean {
  const headEnd = received.indexOf("\r\n\r\n");
  if (headEnd === -1) return false;
  const head = received.toString("latin1", 0, headEnd);
  if (isForHead || head.startsWith("HTTP/1.1 304 ")) return true;
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  if (length !== undefined) return received.length >= headEnd + 4 + Number(length);
  if (/\r\ntransfer-encoding: *chunked/i.test(head))
    return received.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
  throw new Error(`Cannot tell where an answer ends: ${head}`);
}

const LAST_CHUNK = Buffer.from("0\r\n\r\n");
