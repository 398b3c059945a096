/** An anchor longer than this helps nobody. */
const ANCHOR_CHARS_MAX = 80;
/** More of a text than this cannot reach its anchor. */
const TEXT_CHARS_MAX = 1000;

/** A text's letters and digits, of any script, in lower case and with `-` between its words; empty if it has none. */
export function anchorOf(text: string): string {
  const words = text
    .slice(0, TEXT_CHARS_MAX)
    .toWellFormed()
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  const anchor = (words ?? []).join("-");
  if (anchor.length <= ANCHOR_CHARS_MAX) return anchor;
  const wordEnd = anchor.lastIndexOf("-", ANCHOR_CHARS_MAX);
  if (wordEnd > 0) return anchor.slice(0, wordEnd);
  return anchor.slice(0, ANCHOR_CHARS_MAX).replace(/[\ud800-\udbff]$/, "");
}

/** Makes each anchor different from those before it, by a number at its end. */
export function distinctAnchors(): (anchor: string) => string {
  const used = new Set<string>();
  const nextNumber = new Map<string, number>();
  return (anchor) => {
    for (let number = nextNumber.get(anchor) ?? 1; ; number += 1) {
      const distinct = number === 1 ? anchor : `${anchor}-${number}`;
      if (used.has(distinct)) continue;
      used.add(distinct);
      nextNumber.set(anchor, number + 1);
      return distinct;
    }
  };
}
