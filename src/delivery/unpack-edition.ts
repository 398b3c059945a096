import { readNumbers } from "./byte-strings.ts";
import { chunkedMedia } from "./chunked-media.ts";
import { readColdPlace } from "./cold-places.ts";
import { composeGzip } from "./compose-gzip.ts";
import type { PackedBody, PackedComposed } from "./packed-format.ts";
import { type LoadPack, Packs } from "./packs.ts";
import {
  findPath,
  type PackedFile,
  readHeaders,
  readPackedFile,
  readPath,
  readRow,
} from "./read-packed-file.ts";
import type { Body, ColdRepresentation, ComposedBody, Representation, Store } from "./representation.ts";

/**
 * Reads what `packEdition` wrote. Nothing is decoded that is not asked for, and stored bodies are views of the file.
 *
 * @throws {DeliveryError} if the file is another one, of another version, or not whole
 */
export function unpackEdition(packed: ArrayBuffer, loadPack: LoadPack = refuse): Store {
  const file = readPackedFile(packed);
  const packs = new Packs(loadPack);
  // What is polled is stored whole, and not much. The rest must not fill the memory when a crawler walks through it.
  const kept = new Map<string, Representation>();
  const find = (path: string): Representation | ColdRepresentation | undefined => {
    const known = kept.get(path);
    if (known) return known;
    const number = findPath(file.paths, path);
    if (number === undefined) return findCold(file, path, packs);
    const representation = unpackRow(file, path, number, packs);
    if (representation.body.is === "whole") kept.set(path, representation);
    return representation;
  };
  const has = (path: string): boolean => {
    const number = findPath(file.paths, path);
    if (number === undefined) return findPath(file.cold, path) !== undefined;
    return readRow(file, number)[0] !== 404;
  };
  return { has, find, moves: () => JSON.parse(new TextDecoder().decode(file.moves.at(0))) };
}

/**
 * The paths of all that `packEdition` wrote, documents and media.
 *
 * @throws {DeliveryError} like `unpackEdition`
 */
export function listPaths(packed: ArrayBuffer): readonly string[] {
  const { paths, cold } = readPackedFile(packed);
  return [paths, cold].flatMap((list) =>
    Array.from({ length: list.length }, (_, number) => readPath(list, number)),
  );
}

function findCold(file: PackedFile, path: string, packs: Packs): ColdRepresentation | undefined {
  const number = findPath(file.cold, path);
  if (number === undefined) return undefined;
  const { pack, ...place } = readColdPlace(file, number);
  const load = async (): Promise<Representation> => {
    const cold = readPackedFile(await packs.get(pack));
    const row = findPath(cold.paths, path);
    if (row === undefined) throw new Error(`Cannot find ${JSON.stringify(path)} in pack ${pack}`);
    return unpackRow(cold, path, row, packs);
  };
  return { is: "cold", path, ...place, load };
}

function unpackRow(file: PackedFile, path: string, number: number, packs: Packs): Representation {
  const row = readRow(file, number);
  const [status, etag, seconds, , body, deltas] = row;
  return {
    is: "hot",
    path,
    status,
    etag,
    lastModified: seconds === null ? null : new Date(seconds * 1000),
    headers: readHeaders(file, row),
    body: unpackBody(file, body, packs),
    deltas: deltas ? new Map(deltas.map(([base, delta]) => [base, unpackComposed(file, delta)])) : null,
  };
}

function unpackBody(file: PackedFile, body: PackedBody, packs: Packs): Body {
  const { blobs } = file;
  switch (body[0]) {
    case "whole": {
      const [identity, gzip, br] = [blobs.at(body[1]), blobs.at(body[2]), blobs.at(body[3])];
      return {
        is: "whole",
        identity,
        gzip: gzip.length > 0 ? gzip : null,
        br: br.length > 0 ? br : null,
      };
    }
    case "composed":
      return unpackComposed(file, body);
    case "media": {
      const bytes = blobs.at(body[1]);
      return {
        is: "media",
        byteLength: bytes.length,
        read: (first, last) => bytes.subarray(first, last + 1),
      };
    }
    case "chunks":
      return chunkedMedia(body[1], body[2], packs);
  }
}

function unpackComposed(
  { blobs }: PackedFile,
  [, list, identityBytes, gzipBytes, crc]: PackedComposed,
): ComposedBody {
  const parts = () => readNumbers(blobs.at(list)).map((part) => blobs.at(part));
  const gzip = () => composeGzip(parts(), crc, identityBytes);
  return { is: "composed", identityBytes, gzipBytes, crc, parts, gzip };
}

async function refuse(name: string): Promise<never> {
  throw new Error(`Cannot read pack ${name}: there is nowhere to fetch packs from`);
}
