import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import type { Body, ComposedBody, Representation, Store } from "../../delivery/representation.ts";
import { listPaths, unpackEdition } from "../../delivery/unpack-edition.ts";
import { readPack } from "../pack-folder.ts";
import { CommandError } from "../run-command.ts";

/** What has to be sent for a path, undone to its bytes. */
export type Target = Pick<Representation, "path" | "status" | "etag" | "headers"> & {
  /** The path as a request line has it. */
  readonly address: string;
  /** As the header says it; null where there is none. */
  readonly lastModified: string | null;
  readonly bytes: Buffer;
  readonly isMedia: boolean;
  /** By the ETag of the state that they start from. */
  readonly deltas: ReadonlyMap<string, Buffer>;
};

/** What a build publishes: everything that its server answers is compared with this. */
export class Publication {
  /** Decoded, sorted. */
  readonly paths: readonly string[];
  readonly #store: Store;
  readonly #read = new Map<string, Target>();

  private constructor(packed: ArrayBuffer, built: string) {
    this.paths = listPaths(packed);
    this.#store = unpackEdition(packed, async (name) => readPack(built, name));
  }

  /**
   * @param built folder with what a build left
   * @throws {CommandError} if nothing was built there
   */
  static async read(built: string): Promise<Publication> {
    const file = join(built, "representations.bin");
    const bytes = await readFile(file).catch(() => {
      throw new CommandError(`Cannot read ${file}, which a build makes; build first: npm run build`);
    });
    return new Publication(new Uint8Array(bytes).buffer, built);
  }

  /** Whether there is something at a decoded path, and not only the page for what is missing. */
  has(path: string): boolean {
    return this.#store.has(path);
  }

  /** Keeps what it has read. */
  async target(path: string): Promise<Target | undefined> {
    const known = this.#read.get(path);
    if (known) return known;
    const found = this.#store.find(path);
    if (found === undefined) return undefined;
    const target = await readTarget(found.is === "hot" ? found : await found.load());
    this.#read.set(path, target);
    return target;
  }

  /** What a browser is shown at the address of a feed or an archive: the page of its channel; undefined if it has none. */
  async targetInBrowser({ path, address }: Target): Promise<Target | undefined> {
    const folder = FEED.exec(path)?.[1];
    if (folder === undefined) return undefined;
    const page = await this.target(folder === "" ? "/all" : folder);
    return page && { ...page, address, headers: { ...page.headers, ...IN_BROWSER } };
  }

  /** @throws {CommandError} if the build has nothing there */
  async requireTarget(path: string): Promise<Target> {
    const target = await this.target(path);
    if (target === undefined) throw new CommandError(`Cannot ask for ${path}: the build has nothing there`);
    return target;
  }
}

const FEED = /^(.*?)(?:\/archive\/\d+)?\/(?:rss\.xml|atom\.xml|feed\.json)$/;

/** Nobody but the browser may keep it, or a reader behind the same cache is given a page. */
const IN_BROWSER = { "Cache-Control": "private, no-cache", Vary: "Accept-Encoding, Sec-Fetch-Dest" };

async function readTarget(representation: Representation): Promise<Target> {
  const { path, status, etag, headers, lastModified, body, deltas } = representation;
  const bases = [...(deltas ?? [])].map(([base, delta]) => [base, textOf(delta)] as const);
  // A date that is still to come is not sent (RFC 9110 §8.8.2.1).
  const isDated = lastModified !== null && lastModified <= new Date();
  return {
    ...{ path, status, etag, headers },
    address: encodeURI(path),
    lastModified: isDated ? lastModified.toUTCString() : null,
    bytes: await bytesOf(body),
    isMedia: body.is === "media",
    deltas: new Map(bases),
  };
}

async function bytesOf(body: Body): Promise<Buffer> {
  if (body.is === "whole") return Buffer.from(body.identity);
  if (body.is === "composed") return textOf(body);
  const read = await body.read(0, body.byteLength - 1);
  return read instanceof Uint8Array ? Buffer.from(read) : buffer(read);
}

function textOf({ gzip }: ComposedBody): Buffer {
  return gunzipSync(gzip());
}
