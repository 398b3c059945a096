import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Made } from "../delivery/pack-edition.ts";
import { writeWhole } from "./write-whole.ts";

type Bodies = Made["bodies"];

/** The first line: what compressed them, what follows, and key and length of each. */
const HEAD = z.object({
  versions: z.string(),
  digest: z.string(),
  bodies: z.array(z.tuple([z.string(), z.int()])),
});

/** Another compressor gives other bytes. */
const VERSIONS = `zlib ${process.versions.zlib}, brotli ${process.versions.brotli}`;

/** What an earlier build compressed, which takes much longer than to read it; nothing if there is none, or it is not whole. */
export async function readCompressed(out: string): Promise<Bodies> {
  try {
    const file = await readFile(pathIn(out));
    const end = file.indexOf("\n");
    const { versions, digest, bodies } = HEAD.parse(JSON.parse(file.toString("utf8", 0, end)));
    let start = end + 1;
    if (versions !== VERSIONS || digest !== digestOf([file.subarray(start)])) return new Map();
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
  const head: z.infer<typeof HEAD> = { versions: VERSIONS, digest: digestOf(pieces), bodies };
  await writeWhole(pathIn(out), [Buffer.from(`${JSON.stringify(head)}\n`), ...pieces]);
}

function pathIn(out: string): string {
  return join(out, "compressed.bin");
}

function digestOf(pieces: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const piece of pieces) hash.update(piece);
  return hash.digest("hex");
}
