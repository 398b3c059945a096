import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file whole or not at all, whenever it is interrupted: into a neighbour first, flushed to the disk, then renamed.
 * Folders are made as needed. Pieces are written one after the other.
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array | readonly Uint8Array[],
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const neighbour = `${path}.${process.pid}.new`;
  try {
    const file = await open(neighbour, "w");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(neighbour, path);
  } finally {
    await rm(neighbour, { force: true });
  }
}
