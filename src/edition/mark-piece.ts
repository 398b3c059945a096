import { digest } from "./digest-text.ts";

/** 36 bits: enough to tell the few hundred items of a document apart. */
export const ID_MARK_CHARS = 6;
/** 48 bits more: two texts of one item are never taken for the same. */
const TEXT_MARK_CHARS = 8;
export const MARK_CHARS = ID_MARK_CHARS + TEXT_MARK_CHARS;

/** A short name of an item's id, of the letters of base64url. */
export function markId(id: string): string {
  return digest(id).slice(0, ID_MARK_CHARS);
}

/** A short name of an item as it stands in a document; begins with the mark of its id. @param text all that the document says of it */
export function markPiece(idMark: string, text: string): string {
  return idMark + digest(text).slice(0, TEXT_MARK_CHARS);
}

/** Marks that were written one after the other. @param chars of each */
export function splitMarks(joined: string, chars: number): readonly string[] {
  return Array.from({ length: joined.length / chars }, (_, i) => joined.slice(i * chars, (i + 1) * chars));
}
