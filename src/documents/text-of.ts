import type { Document } from "./document.ts";

/** The whole text of a document. */
export function textOf({ parts }: Document): string {
  return parts.length === 1 ? (parts[0] ?? "") : parts.join("");
}
