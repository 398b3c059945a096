import { decodeText } from "./decode-text.ts";
import type { NewswirePage } from "./page.ts";
import { parseNewswire } from "./parse-newswire.ts";

/** Reads the bytes of a newswire page, in whatever encoding they are. Never throws. */
export function readNewswire(bytes: Uint8Array): NewswirePage {
  const { text, problems } = decodeText(bytes);
  const page = parseNewswire(text);
  return { ...page, problems: [...problems, ...page.problems] };
}
