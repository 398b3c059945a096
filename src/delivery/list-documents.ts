import { brotliDecompressSync, constants, crc32, gunzipSync, inflateRawSync } from "node:zlib";
import { readNumbers } from "./byte-strings.ts";
import { readPackNames } from "./cold-places.ts";
import { DeliveryError } from "./delivery-error.ts";
import type { PackedBody, PackedComposed } from "./packed-format.ts";
import { type PackedFile, readHeaders, readPackedFile, readPath, readRow } from "./read-packed-file.ts";
import type { Bytes, Status } from "./representation.ts";

/** A document as a reader would get it. */
export type PackedDocument = {
  readonly path: string;
  readonly status: Status;
  /** Without parameters. */
  readonly mediaType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Joined they are the text. A part that several composed documents of one file share is the very same string. */
  readonly parts: readonly string[];
};

/**
 * Reads the documents, not the media, back out of a packed edition: those in the file and then those in each pack, in the order of
 * their paths. For the build: needs Node.
 *
 * @param readPack gives the bytes of a pack by its name; it is asked for one after the other
 * @throws {DeliveryError} like `unpackEdition`, and if the encodings of a document differ
 */
export function* listDocuments(
  packed: ArrayBuffer,
  readPack: (name: string) => ArrayBuffer = refuse,
): Generator<PackedDocument> {
  const file = readPackedFile(packed);
  yield* documentsIn(file);
  for (const name of readPackNames(file)) yield* documentsIn(readPackedFile(readPack(name)));
}

function refuse(name: string): never {
  throw new Error(`Cannot read pack ${name}: nobody says where packs are`);
}

function* documentsIn(file: PackedFile): Generator<PackedDocument> {
  const inflated: string[] = [];
  const readPart = (number: number): string => {
    const text = inflated[number] ?? decoder.decode(inflate(file.blobs.at(number)));
    inflated[number] = text;
    return text;
  };
  for (let number = 0; number < file.rows.length; number += 1) {
    const row = readRow(file, number);
    const body = row[4];
    if (body[0] === "media" || body[0] === "chunks") continue;
    const parts = body[0] === "whole" ? readWhole(file, body) : readComposed(file, body, readPart);
    const path = readPath(file.paths, number);
    if (parts === null) throw new DeliveryError({ reason: "unequal-bodies", path });
    const headers = readHeaders(file, row);
    yield { path, status: row[0], mediaType: headers["Content-Type"]?.split(";")[0] ?? "", headers, parts };
  }
}

type WholeBody = Extract<PackedBody, readonly ["whole", ...unknown[]]>;

/** Null if the encodings differ. */
function readWhole({ blobs }: PackedFile, [, identity, gzip, br]: WholeBody): readonly string[] | null {
  const bytes = blobs.at(identity);
  const [zipped, brotlied] = [blobs.at(gzip), blobs.at(br)];
  if (zipped.length > 0 && !gunzipSync(zipped).equals(bytes)) return null;
  if (brotlied.length > 0 && !brotliDecompressSync(brotlied).equals(bytes)) return null;
  return [decoder.decode(bytes)];
}

/** Null if the parts are not what the end of the gzip body says. */
function readComposed(
  { blobs }: PackedFile,
  [, list, identityBytes, , crc]: PackedComposed,
  readPart: (number: number) => string,
): readonly string[] | null {
  const parts = readNumbers(blobs.at(list)).map(readPart);
  const bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  const isWhole = bytes === identityBytes && parts.reduce((sum, part) => crc32(part, sum), 0) === crc;
  return isWhole ? parts : null;
}

function inflate(part: Bytes): Uint8Array {
  return inflateRawSync(part, { finishFlush: constants.Z_SYNC_FLUSH });
}

// A text may begin with what is a byte order mark elsewhere.
const decoder = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true });
