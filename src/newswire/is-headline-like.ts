import { endsWithFullStop, hasTwoSentences } from "./sentence.ts";

const HEADLINE_CHARS_MAX = 180;
const HEADLINE_WORDS_MAX = 28;
/** Marks behind which more is to come. */
const OPEN_ENDS = ",;:，；：、،؛-‐‑–—―";
/** Thai, Lao, Khmer and Burmese often end sentences without a mark and write no spaces between words: there only the length tells. */
const UNMARKED_SCRIPT = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNMARKED_CHARS_MAX = 80;

/**
 * Whether a line could be a headline: no final full stop, no end that leaves something open, not too long, not two
 * sentences. A question mark, an exclamation mark, an ellipsis and quotes may end one. `text` without bullet and address.
 */
export function isHeadlineLike(text: string): boolean {
  return (
    !OPEN_ENDS.includes(text.charAt(text.length - 1)) &&
    !isTooLong(text) &&
    !endsWithFullStop(text) &&
    !hasTwoSentences(text)
  );
}

function isTooLong(text: string): boolean {
  if (text.length > 2 * HEADLINE_CHARS_MAX) return true;
  // Characters are counted only where code units could be too many.
  if (text.length > HEADLINE_CHARS_MAX && [...text].length > HEADLINE_CHARS_MAX) return true;
  if (text.length > UNMARKED_CHARS_MAX && UNMARKED_SCRIPT.test(text)) return true;
  return text.length > HEADLINE_WORDS_MAX && text.split(" ").length > HEADLINE_WORDS_MAX;
}
