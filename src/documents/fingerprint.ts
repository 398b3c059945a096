/**
 * 64-bit FNV-1a of the UTF-8 bytes, as 16 hex digits. It tells two versions of an asset apart in a URL; it is no
 * protection against someone who wants two texts to look the same.
 */
export function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}
