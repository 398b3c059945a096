/** Written without spaces between words: each letter with its marks counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/u;
const WORD = new RegExp(`${UNSPACED.source}|(?:(?!${UNSPACED.source})\\S)+`, "gu");

/** A text's words for comparing: lower case, letters and digits only ("U.S.–Mexico" is one), in their order. */
export function wordsOf(text: string): readonly string[] {
  const words = text.normalize("NFKC").toLowerCase().match(WORD) ?? [];
  return words.map((word) => word.replace(/[^\p{L}\p{N}\p{M}]+/gu, "")).filter((word) => word !== "");
}

/** Whether two words differ by a typing mistake: one letter changed, added, left out, or two swapped. */
export function isTypo(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < TYPO_CHARS_MIN || Math.abs(a.length - b.length) > 1) return false;
  if (/\p{N}/u.test(a + b)) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** In shorter words one letter makes another word. */
const TYPO_CHARS_MIN = 4;
