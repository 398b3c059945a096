import { readNumbers } from "./byte-strings.ts";
import { compareBytes } from "./compare-bytes.ts";
import { composeGzip } from "./compose-gzip.ts";
import type { PackedBody } from "./packed-format.ts";
import { type PackedFile, readHeaders, readPackedFile, readPath, readRow } from "./read-packed-file.ts";
import type { Body, Representation, Store } from "./representation.ts";

/**
 * Reads what `packEdition` wrote. Nothing is decoded that is not asked for, and stored bodies are views of the file.
 *
 * @throws {DeliveryError} if the file is another one, of another version, or not whole
 */
export function unpackEdition(packed: ArrayBuffer): Store {
  const file = readPackedFile(packed);
  // What is polled is stored whole, and not much. The rest must not fill the memory when a crawler walks through it.
  const kept = new Map<string, Representation>();
  const find = (path: string): Representation | undefined => {
    const known = kept.get(path);
    if (known) return known;
    const number = findPath(file, path);
    if (number === undefined) return undefined;
    const representation = unpackRow(file, path, number);
    if (representation.body.is === "whole") kept.set(path, representation);
    return representation;
  };
  return { find, moves: JSON.parse(new TextDecoder().decode(file.moves.at(0))) };
}

/**
 * The paths of all that `packEdition` wrote, documents and media.
 *
 * @throws {DeliveryError} like `unpackEdition`
 */
export function listPaths(packed: ArrayBuffer): readonly string[] {
  const file = readPackedFile(packed);
  return Array.from({ length: file.paths.length }, (_, number) => readPath(file, number));
}

const encoder = new TextEncoder();

function findPath({ paths }: PackedFile, path: string): number | undefined {
  const wanted = encoder.encode(path);
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareBytes(paths.at(middle), wanted);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

function unpackRow(file: PackedFile, path: string, number: number): Representation {
  const row = readRow(file, number);
  const [status, etag, seconds, , body] = row;
  return {
    path,
    status,
    etag,
    lastModified: seconds === null ? null : new Date(seconds * 1000),
    headers: readHeaders(file, row),
    body: unpackBody(file, body),
  };
}

function unpackBody({ blobs }: PackedFile, body: PackedBody): Body {
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
    case "composed": {
      const [, list, identityBytes, gzipBytes, crc] = body;
      const gzip = () => {
        const parts = readNumbers(blobs.at(list)).map((part) => blobs.at(part));
        return composeGzip(parts, crc, identityBytes);
      };
      return { is: "composed", identityBytes, gzipBytes, gzip };
    }
    case "media":
      return { is: "media", bytes: blobs.at(body[1]) };
  }
}
