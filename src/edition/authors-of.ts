import type { Author } from "../articles/author.ts";

const AND = new Set(["and", "And", "AND", "&", "und", "UND", "et", "ET", "y", "e"]);
/** Also part of one person's name: José Ortega y Gasset, or an initial. */
const PERHAPS_NAME = new Set(["y", "e"]);

/**
 * Who wrote it, from a byline without the word "By". Names are divided at a word that means "and", and then at commas,
 * too; a comma alone divides nothing ("Jane Doe, Reuters"). Every name is written as in the byline.
 */
export function authorsOf(byline: string | null): readonly Author[] {
  if (byline === null) return [];
  const parts = divide(byline.split(" ").filter((word) => word !== ""));
  const names = parts.length > 1 ? parts.flatMap((part) => part.split(",")) : parts;
  const clean = names.map((name) => name.trim()).filter((name) => name !== "");
  return [...new Set(clean)].map((name) => ({ name }));
}

/** Divides words at each "and", unless that would leave somebody without a name. */
function divide(words: readonly string[]): readonly string[] {
  const parts: string[][] = [];
  let part: string[] = [];
  for (const [i, word] of words.entries()) {
    if (AND.has(word) && part.length > 0 && !isPartOfName(words, i, part.length)) {
      parts.push(part);
      part = [];
    } else part.push(word);
  }
  return [...parts, part].filter((names) => names.length > 0).map((names) => names.join(" "));
}

/** "José Ortega y Gasset": one word after a full name is its second half, not another writer. */
function isPartOfName(words: readonly string[], at: number, wordsBefore: number): boolean {
  const beyond = words[at + 2];
  const oneWordAfter = words[at + 1] !== undefined && (beyond === undefined || AND.has(beyond));
  return PERHAPS_NAME.has(words[at] ?? "") && wordsBefore > 1 && oneWordAfter;
}
