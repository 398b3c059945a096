import { mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes a file whole or not at all, whenever it is interrupted: into a neighbour first, flushed to the disk, then renamed.
 * Folders are made as needed. Pieces are written one after the other, many small ones in one go.
 */
export function writeWhole(path: string, content: Content): Promise<void> {
  return writeTogether(new Map([[path, content]]));
}

/** Writes files that belong together: none is put in its place before the last is on the disk. */
export async function writeTogether(files: ReadonlyMap<string, Content>): Promise<void> {
  const neighbourOf = (path: string) => `${path}.${process.pid}.new`; // as NEIGHBOUR says
  try {
    for (const [path, content] of files) {
      await mkdir(dirname(path), { recursive: true });
      await writeFlushed(neighbourOf(path), content);
    }
    for (const path of files.keys()) await rename(neighbourOf(path), path);
  } finally {
    for (const path of files.keys()) await rm(neighbourOf(path), { force: true });
  }
}

const NEIGHBOUR = /\.(\d+)\.new$/;

/** Removes what interrupted writers left beside the files of a folder, if there is one. Who still runs goes on. */
export async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, pid] = NEIGHBOUR.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

/** Pieces follow each other. */
type Content = string | Uint8Array | Iterable<Uint8Array>;

async function writeFlushed(path: string, content: Content): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(
      typeof content === "string" || content instanceof Uint8Array ? content : inBlocks(content),
    );
    await file.sync();
  } finally {
    await file.close();
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
