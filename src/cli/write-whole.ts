import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all, whenever it is interrupted: into a neighbour first, flushed to the disk, then renamed.
 * Folders are made as needed. Pieces are written one after the other, many small ones in one go.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const neighbour = `${path}.${process.pid}.new`;
  try {
    const file = await open(neighbour, "w");
    try {
      await file.writeFile(
        typeof content === "string" || content instanceof Uint8Array ? content : inBlocks(content),
      );
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(neighbour, path);
  } finally {
    await rm(neighbour, { force: true });
  }
}

const BLOCK_BYTES = 1024 * 1024;

function* inBlocks(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let block: Uint8Array[] = [];
  let bytes = 0;
  for (const piece of pieces) {
    block.push(piece);
    bytes += piece.length;
    if (bytes < BLOCK_BYTES) continue;
    yield Buffer.concat(block);
    block = [];
    bytes = 0;
  }
  yield Buffer.concat(block);
}
