/** A text's letters and digits, in lower case: texts with the same fold say the same. Never empty for a text that isn't. */
export function foldText(text: string): string {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return letters?.join("") ?? text;
}
