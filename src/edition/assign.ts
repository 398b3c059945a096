/** A possible answer to "which is which", the higher the score the likelier. */
export type Pair<A, B> = { readonly a: A; readonly b: B; readonly score: number };

/**
 * Assigns one to one, the best pair first. A pair counts only if neither side has another partner, still free, that is
 * nearly as good: when in doubt, nobody is paired.
 *
 * @param isSame whether two pairs give the same answer, so that there is no doubt between them
 */
export function assign<A, B>(
  pairs: readonly Pair<A, B>[],
  scoreMin: number,
  margin: number,
  isSame: (pair: Pair<A, B>, other: Pair<A, B>) => boolean,
): readonly Pair<A, B>[] {
  const sorted = pairs.filter(({ score }) => score >= scoreMin - margin).sort((x, y) => y.score - x.score);
  const byA = Map.groupBy(sorted, ({ a }) => a);
  const byB = Map.groupBy(sorted, ({ b }) => b);
  const usedA = new Set<A>();
  const usedB = new Set<B>();
  const isRival = (pair: Pair<A, B>, other: Pair<A, B>) =>
    !isSame(pair, other) && !usedA.has(other.a) && !usedB.has(other.b) && other.score > pair.score - margin;
  const assigned: Pair<A, B>[] = [];
  for (const pair of sorted) {
    const { a, b, score } = pair;
    if (score < scoreMin || usedA.has(a) || usedB.has(b)) continue;
    const rivals = [...(byA.get(a) ?? []), ...(byB.get(b) ?? [])];
    if (rivals.some((other) => isRival(pair, other))) continue;
    usedA.add(a);
    usedB.add(b);
    assigned.push(pair);
  }
  return assigned;
}
