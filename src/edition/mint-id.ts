import { createHash } from "node:crypto";

/**
 * A version 5 UUID (RFC 9562 §5.5).
 *
 * @param namespace a UUID
 */
export function uuidV5(namespace: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return parts.join("-");
}

/** Mints the id of something that has a name of its own, such as a channel. */
export function mintNamedId(namespace: string, kind: string, name: string): string {
  return `urn:uuid:${uuidV5(namespace, `${kind}\n${name}`)}`;
}

/**
 * Mints ids of items from the text they have when first seen. The second item with the same text gets the number 2,
 * so what an id becomes depends only on the ledger and on the order of the items.
 *
 * @param taken ids that are in the ledger
 */
export function idMinter(namespace: string, taken: Iterable<string>): (text: string) => string {
  const used = new Set(taken);
  const nextNumber = new Map<string, number>();
  return (text) => {
    for (let number = nextNumber.get(text) ?? 1; ; number += 1) {
      const id = `urn:uuid:${uuidV5(namespace, number === 1 ? text : `${text}\n${number}`)}`;
      if (used.has(id)) continue;
      used.add(id);
      nextNumber.set(text, number + 1);
      return id;
    }
  };
}
