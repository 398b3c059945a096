import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { listDocuments, type PackedDocument } from "../delivery/list-documents.ts";
import { listPaths, unpackEdition } from "../delivery/unpack-edition.ts";
import { readPack } from "./pack-folder.ts";
import { CommandError } from "./run-command.ts";

/** What a build left, as a reader would get it. */
export type Built = {
  /** Read as they are asked for. */
  readonly documents: Iterable<PackedDocument>;
  /** Decoded paths of the media. */
  readonly otherPaths: readonly string[];
  readonly siteUrl: string;
};

/**
 * Reads the documents back out of a build.
 *
 * @throws {CommandError} if nothing was built there
 */
export async function readBuilt(out: string): Promise<Built> {
  const file = join(out, "representations.bin");
  const bytes = await readFile(file).catch(() => {
    throw new CommandError(`Cannot read ${file}, which a build makes; build first: npm run build`);
  });
  const packed = new Uint8Array(bytes).buffer;
  const { find } = unpackEdition(packed);
  return {
    documents: listDocuments(packed, (name) => readPack(out, name)),
    otherPaths: listPaths(packed).filter((path) => isStrong(find(path)?.etag)),
    siteUrl: originOf(find("/rss.xml")?.headers.Link ?? ""),
  };
}

/** Only media have strong ETags. */
function isStrong(etag: string | undefined): boolean {
  return etag?.startsWith('"') === true;
}

/** A feed's `Link: rel="self"` says where everything is served from. */
function originOf(link: string): string {
  const self = /^<([^>]+)>/.exec(link)?.[1] ?? "";
  if (URL.canParse(self)) return new URL(self).origin;
  throw new CommandError(
    "Cannot check the build: it has no /rss.xml that says where it is served from; build again",
    1,
  );
}
