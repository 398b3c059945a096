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
  const changed = Math.max(gone.length, come.length) + MENDED_COST * mended.length;
  return shared.length + mended.length >= 2 && changed <= Math.max(1, Math.floor(words * CHANGED_SHARE_MAX));
}
