import { wordsOf } from "./words-of.ts";

const SAMPLE_SIZE = 24;
const HASH_CHARS = 4;
/** Shorter words are grammar more than matter. */
const WORD_CHARS_MIN = 4;

/**
 * A sample of an article's words, by which an edited article is found again though no paragraph stayed the same: of all
 * its words' hashes the 24 smallest ("bottom-k" of Broder's MinHash), 4 characters each, sorted.
 */
export function sketchWords(paragraphs: readonly string[]): string {
  return [...hashesIn(paragraphs)].sort().slice(0, SAMPLE_SIZE).join("");
}

/**
 * About how many of two articles' words are words of both, 0 to 1 (Jaccard's index).
 *
 * @param ignored paragraphs whose words don't count
 */
export function sketchesOverlap(a: string, b: string, ignored: readonly string[]): number {
  const ignoredHashes = hashesIn(ignored);
  const wordsOfSketch = (sketch: string) =>
    (sketch.match(/.{4}/g) ?? []).filter((hash) => !ignoredHashes.has(hash));
  const hashesA = new Set(wordsOfSketch(a));
  const hashesB = new Set(wordsOfSketch(b));
  const union = [...new Set([...hashesA, ...hashesB])].sort().slice(0, SAMPLE_SIZE);
  if (union.length === 0) return 0;
  return union.filter((hash) => hashesA.has(hash) && hashesB.has(hash)).length / union.length;
}

function hashesIn(paragraphs: readonly string[]): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const paragraph of paragraphs)
    for (const part of partsOf(wordsOf(paragraph))) hashes.add(hashWord(part));
  return hashes;
}

/** Words that say something; where each letter counts as a word, pairs of letters. */
function partsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word, i) => {
    if (word.length >= WORD_CHARS_MIN) return [word];
    const next = words[i + 1];
    return word.length === 1 && next?.length === 1 ? [word + next] : [];
  });
}

/** FNV-1a over code units, then mixed, so that near words have hashes far apart; 20 bits are enough for a sample. */
function hashWord(word: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 12).toString(36).padStart(HASH_CHARS, "0");
}
