import { DeliveryError } from "./delivery-error.ts";
import { INDEX_START_BYTES, MAGIC, type PackedRow, VERSION } from "./packed-format.ts";
import type { Representation } from "./representation.ts";

/**
 * Writes representations as one file, see `packed-format.ts`; `unpackRepresentations` reads it.
 *
 * @throws {DeliveryError} if two have one path
 */
export function packRepresentations(representations: readonly Representation[]): Uint8Array<ArrayBuffer> {
  const paths = new Set<string>();
  const headers = new HeaderLines();
  const rows: PackedRow[] = [];
  const bodies: Uint8Array[] = [];
  for (const representation of representations) {
    const { path, bodies: has } = representation;
    if (paths.has(path)) throw new DeliveryError({ reason: "duplicate-path", path });
    paths.add(path);
    rows.push(packedRow(representation, headers));
    for (const body of [has.identity, has.gzip, has.br]) if (body) bodies.push(body);
  }
  return joined(JSON.stringify({ headers: headers.lines, rows }), bodies);
}

function packedRow(representation: Representation, lines: HeaderLines): PackedRow {
  const { path, etag, lastModified, headers, bodies } = representation;
  return [
    path,
    etag,
    lastModified && lastModified.getTime() / 1000,
    Object.entries(headers)
      .filter(([name]) => name !== "ETag" && name !== "Last-Modified")
      .map(([name, value]) => lines.place(name, value)),
    bodies.identity.length,
    bodies.gzip?.length ?? 0,
    bodies.br?.length ?? 0,
  ];
}

/** Header lines, each kept once. */
class HeaderLines {
  readonly lines: [name: string, value: string][] = [];
  readonly #places = new Map<string, number>();

  place(name: string, value: string): number {
    const key = `${name}: ${value}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.lines.length);
    return this.lines.push([name, value]) - 1;
  }
}

function joined(index: string, bodies: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const indexBytes = encoder.encode(index);
  const bodyBytes = bodies.reduce((sum, body) => sum + body.length, 0);
  const packed = new Uint8Array(INDEX_START_BYTES + indexBytes.length + bodyBytes);
  packed.set(encoder.encode(MAGIC));
  packed[MAGIC.length] = VERSION;
  new DataView(packed.buffer).setUint32(MAGIC.length + 1, indexBytes.length, true);
  packed.set(indexBytes, INDEX_START_BYTES);
  let offset = INDEX_START_BYTES + indexBytes.length;
  for (const body of bodies) {
    packed.set(body, offset);
    offset += body.length;
  }
  return packed;
}
