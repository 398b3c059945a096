import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { readPack } from "../../src/cli/pack-folder.ts";
import { startWorkerd } from "../../src/cli/start-workerd.ts";
import type { Representation } from "../../src/delivery/representation.ts";
import { listPaths, unpackEdition } from "../../src/delivery/unpack-edition.ts";

/** Of a large site not every path is asked for, but paths of every kind, from all of its packs. */
const ASKED_MAX = 2_000;

const agent = new Agent({ keepAlive: true });

/**
 * Serves a build in workerd and asks for what there is, twice: for the whole, and with its ETag.
 *
 * @param out folder of the build
 * @throws {Error} at the first answer that is not what was built
 */
export async function askEverything(out: string): Promise<string> {
  const packed = new Uint8Array(readFileSync(join(out, "representations.bin"))).buffer;
  const { find } = unpackEdition(packed, async (name) => readPack(out, name));
  const paths = listPaths(packed);
  const every = Math.ceil(paths.length / ASKED_MAX);
  const asked = paths.filter((_, index) => index % every === 0);
  const workerd = await startWorkerd(out);
  let cold = 0;
  try {
    for (const path of asked) {
      const found = find(path);
      if (found === undefined) throw new Error(`Nothing at ${path}`);
      if (found.is === "cold") cold += 1;
      await askBoth(workerd.port, found.is === "cold" ? await found.load() : found);
    }
  } finally {
    await workerd.stop();
  }
  return `served ${asked.length} of ${paths.length} paths, ${cold} of them from packs, each whole and as a 304`;
}

async function askBoth(port: number, { path, status, etag, body }: Representation): Promise<void> {
  const whole = await ask(port, path, { "Accept-Encoding": "gzip" });
  const bytes =
    whole.headers["content-encoding"] === "gzip" ? gunzipSync(whole.body).length : whole.body.length;
  const expected =
    body.is === "whole" ? body.identity.length : body.is === "media" ? body.byteLength : body.identityBytes;
  if (whole.status !== status || bytes !== expected)
    throw new Error(`${path}: ${whole.status} with ${bytes} bytes, expected ${status} with ${expected}`);
  if (status !== 200) return;
  const again = await ask(port, path, { "If-None-Match": etag });
  if (again.status !== 304) throw new Error(`${path}: ${again.status}, expected 304`);
}

function ask(port: number, path: string, headers: Readonly<Record<string, string>>) {
  type Answer = { status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer };
  return new Promise<Answer>((resolve, reject) => {
    request({ host: "127.0.0.1", port, path: encodeURI(path), headers, agent }, async (response) =>
      resolve({ status: response.statusCode, headers: response.headers, body: await buffer(response) }),
    )
      .on("error", reject)
      .end();
  });
}
