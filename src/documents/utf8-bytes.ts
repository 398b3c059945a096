const encoder = new TextEncoder();

/** Written over and over: only how much was written counts. */
const scratch = new Uint8Array(65_536);

/** A code unit takes at most three bytes. */
const CHARS_AT_ONCE = Math.floor(scratch.length / 3);

/** How many bytes a text takes in UTF-8. */
export function utf8Bytes(text: string): number {
  if (text.length > CHARS_AT_ONCE) return encoder.encode(text).length;
  return encoder.encodeInto(text, scratch).written;
}
