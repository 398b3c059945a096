import { endsWithFullStop, hasTwoSentences } from "./sentence.ts";

const HEADLINE_CHARS_MAX = 180;
const HEADLINE_WORDS_MAX = 28;
/** Thai, Lao, Khmer and Burmese often end sentences without a mark and write no spaces between words: there only the length tells. */
const UNMARKED_SCRIPT = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNMARKED_CHARS_MAX = 80;

/**
 * Whether a line could be a headline: no final full stop, no end that leaves something open, not too long, not two
 * sentences. A question mark, an exclamation mark, an ellipsis and quotes may end one. `text` without bullet and address.
 */
export function isHeadlineLike(text: string): boolean {
  if (text.length > HEADLINE_CHARS_MAX && countCharacters(text, HEADLINE_CHARS_MAX) > HEADLINE_CHARS_MAX)
    return false;
  if (text.split(" ").length > HEADLINE_WORDS_MAX) return false;
  if (/[,;:，；：、،؛\-‐‑–—―]$/.test(text) || endsWithFullStop(text) || hasTwoSentences(text)) return false;
  return !UNMARKED_SCRIPT.test(text) || text.length <= UNMARKED_CHARS_MAX;
}

/** Characters, not code units; of a text with far more than `enough` only as many as show that. */
function countCharacters(text: string, enough: number): number {
  return [...text.slice(0, 2 * enough + 2)].length;
}
