import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Representation } from "../delivery/representation.ts";
import { listPaths, unpackRepresentations } from "../delivery/unpack-representations.ts";
import type { CheckedDocument } from "./check/checked-document.ts";
import { CommandError } from "./run-command.ts";

/** What a build left, as a reader would get it. */
export type Built = { readonly documents: readonly CheckedDocument[]; readonly siteUrl: string };

/**
 * Reads the documents back out of a build.
 *
 * @throws {CommandError} if nothing was built there, or an encoded body is not the text beside it
 */
export async function readBuilt(out: string): Promise<Built> {
  const file = join(out, "representations.bin");
  const bytes = await readFile(file).catch(() => {
    throw new CommandError(`Cannot read ${file}, which a build makes; build first: npm run build`);
  });
  const packed = new Uint8Array(bytes).buffer;
  const store = unpackRepresentations(packed);
  const representations = listPaths(packed).flatMap((path) => store(path) ?? []);
  for (const representation of representations) requireEqualBodies(representation);
  return {
    documents: representations.map(({ path, headers, bodies }) => ({
      path,
      mediaType: headers["Content-Type"]?.split(";")[0] ?? "",
      text: new TextDecoder().decode(bodies.identity),
    })),
    siteUrl: originOf(representations),
  };
}

function requireEqualBodies({ path, bodies: { identity, gzip, br } }: Representation): void {
  const decoded = [gzip && gunzipSync(gzip), br && brotliDecompressSync(br)];
  if (decoded.every((body) => body === null || body.equals(identity))) return;
  throw new CommandError(
    `Cannot serve ${path}: its compressed bodies say something else than its plain one; build again`,
    1,
  );
}

/** A feed's `Link: rel="self"` says where everything is served from. */
function originOf(representations: readonly Representation[]): string {
  const link = representations.find(({ path }) => path === "/rss.xml")?.headers.Link ?? "";
  const self = /^<([^>]+)>/.exec(link)?.[1] ?? "";
  if (URL.canParse(self)) return new URL(self).origin;
  throw new CommandError(
    "Cannot check the build: it has no /rss.xml that says where it is served from; build again",
    1,
  );
}
