import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { type Learned, NOTHING_LEARNED } from "./check/document-reading.ts";
import { openLearned, storeLearned } from "./check/store-learned.ts";
import { codeDigest } from "./code-digest.ts";
import { writeWhole } from "./write-whole.ts";

const DIGEST_BYTES = 32;

/**
 * What the check of an earlier build learned; nothing if there was none, it is not whole, or other code or another site wrote it.
 *
 * @param out folder of the build
 */
export async function readChecked(out: string, siteUrl: string): Promise<Learned> {
  try {
    const file = await readFile(pathIn(out));
    const body = file.subarray(DIGEST_BYTES);
    if (!digestOf(body, siteUrl).equals(file.subarray(0, DIGEST_BYTES))) return NOTHING_LEARNED;
    return openLearned(deserialize(body));
  } catch {
    return NOTHING_LEARNED;
  }
}

/** For the next build. */
export async function writeChecked(out: string, siteUrl: string, learned: Learned): Promise<void> {
  const body = serialize(storeLearned(learned));
  await writeWhole(pathIn(out), [digestOf(body, siteUrl), body]);
}

function pathIn(out: string): string {
  return join(out, "checked.bin");
}

function digestOf(body: Uint8Array, siteUrl: string): Buffer {
  return createHash("sha256").update(`${codeDigest()}\n${siteUrl}\n`).update(body).digest();
}
