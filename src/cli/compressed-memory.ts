import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Made } from "../delivery/pack-edition.ts";
import { codeDigest } from "./code-digest.ts";
import { writeWhole } from "./write-whole.ts";

type Bodies = Made["bodies"];

/** The first line: a digest of the code that compressed them, of this list and of what follows; key and length of each. */
const HEAD = z.object({ digest: z.string(), bodies: z.array(z.tuple([z.string(), z.int()])) });

type Head = z.infer<typeof HEAD>;

/** What an earlier build compressed, which takes much longer than to read it; nothing if there is none, or it is not whole. */
export async function readCompressed(out: string): Promise<Bodies> {
  try {
    const file = await readFile(pathIn(out));
    const end = file.indexOf("\n");
    const { digest, bodies } = HEAD.parse(JSON.parse(file.toString("utf8", 0, end)));
    let start = end + 1;
    if (digest !== digestOf(bodies, [file.subarray(start)])) return new Map();
    return new Map(
      bodies.map(([key, length]) => {
        start += length;
        return [key, { bytes: file.subarray(start - length, start) }];
      }),
    );
  } catch {
    return new Map();
  }
}

/** For the next build. @param out folder of the build */
export async function writeCompressed(out: string, made: Bodies): Promise<void> {
  const pieces = Array.from(made.values(), ({ bytes }) => bytes);
  const bodies = Array.from(made, ([key, { bytes }]): [string, number] => [key, bytes.length]);
  const head: Head = { digest: digestOf(bodies, pieces), bodies };
  await writeWhole(pathIn(out), [Buffer.from(`${JSON.stringify(head)}\n`), ...pieces]);
}

function pathIn(out: string): string {
  return join(out, "compressed.bin");
}

/** With the code: another compressor gives other bytes. */
function digestOf(bodies: Head["bodies"], pieces: readonly Uint8Array[]): string {
  const hash = createHash("sha256").update(`${codeDigest()}\n${JSON.stringify(bodies)}\n`);
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
