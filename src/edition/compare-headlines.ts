import { isTypo } from "./words-of.ts";

/** What two titles have in common, and what not. */
export type Overlap = {
  readonly shared: readonly string[];
  /** Words that differ by a typing mistake. */
  readonly mended: readonly string[];
  readonly gone: readonly string[];
  readonly come: readonly string[];
};

/** Compares as bags of words: their order plays no part. */
export function overlapOf(before: readonly string[], after: readonly string[]): Overlap {
  const left = new Map<string, number>();
  for (const word of after) left.set(word, (left.get(word) ?? 0) + 1);
  const shared: string[] = [];
  const rest: string[] = [];
  for (const word of before) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared.push(word);
    else rest.push(word);
    if (count > 0) left.set(word, count - 1);
  }
  const come = [...left].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  const mended: string[] = [];
  const gone: string[] = [];
  for (const word of rest) {
    const at = come.findIndex((other) => isTypo(word, other));
    if (at === -1) gone.push(word);
    else mended.push(...come.splice(at, 1));
  }
  return { shared, mended, gone, come };
}

/** An editor changes at most this share of a headline's words; who changes more has written another. */
const CHANGED_SHARE_MAX = 1 / 3;
const MENDED_COST = 0.5;

/** Whether the one can be an edit of the other, going by how many words changed. */
export function isEdit({ shared, mended, gone, come }: Overlap): boolean {
  const words = shared.length + mended.length + gone.length;
  const half = MENDED_COST * mended.length;
  return shared.length + mended.length >= 2 && isEditOf(words, gone.length + half, come.length + half);
}

/** Whether so many of a headline's words may have gone, and so many come, in an edit. */
export function isEditOf(words: number, gone: number, come: number): boolean {
  return Math.max(gone, come) <= Math.max(1, Math.floor(words * CHANGED_SHARE_MAX));
}

/** How many words the one has in the same order as the other: the length of their longest common subsequence. */
export function countInOrder(before: readonly string[], after: readonly string[]): number {
  let above = new Array<number>(after.length + 1).fill(0);
  for (const word of before) {
    const row = [0];
    for (const [i, other] of after.entries()) {
      row.push(word === other ? (above[i] ?? 0) + 1 : Math.max(above[i + 1] ?? 0, row[i] ?? 0));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
