import { CHUNK_BYTES } from "./packed-format.ts";
import type { Packs } from "./packs.ts";
import type { Bytes, MediaBody } from "./representation.ts";

/**
 * A file that lies in several chunks, of which only those are fetched that are asked for, one after the other while the answer is sent.
 *
 * @param names of the chunks
 */
export function chunkedMedia(byteLength: number, names: readonly string[], packs: Packs): MediaBody {
  const chunk = async (number: number): Promise<Bytes> => {
    const bytes = new Uint8Array(await packs.get(names[number] ?? ""));
    const expectedBytes = Math.min(CHUNK_BYTES, byteLength - number * CHUNK_BYTES);
    if (bytes.length !== expectedBytes)
      throw new Error(`Cannot read chunk ${names[number]}: ${bytes.length} bytes, expected ${expectedBytes}`);
    return bytes;
  };
  const read = async (first: number, last: number) => {
    const from = Math.floor(first / CHUNK_BYTES);
    const to = Math.floor(last / CHUNK_BYTES);
    const cut = async (number: number) =>
      (await chunk(number)).subarray(
        Math.max(first - number * CHUNK_BYTES, 0),
        last + 1 - number * CHUNK_BYTES,
      );
    // The first before anything is sent: while there is no answer yet, it can still say that something is wrong.
    const begin = await cut(from);
    return from === to ? begin : streamOf(begin, from + 1, to, cut);
  };
  return { is: "media", byteLength, read };
}

function streamOf(
  begin: Bytes,
  from: number,
  to: number,
  cut: (number: number) => Promise<Bytes>,
): ReadableStream<Bytes> {
  let next = from;
  return new ReadableStream({
    start: (controller) => controller.enqueue(begin),
    pull: async (controller) => {
      controller.enqueue(await cut(next));
      next += 1;
      if (next > to) controller.close();
    },
  });
}
