/** From 0 up to but not including 1. */
export type Random = () => number;

/** @param list not empty */
export function pick<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new RangeError("Nothing to pick from");
  return one;
}

/** The first most often, the second half as often, the third a third as often (Zipf): how subscribers spread over channels. */
export function pickPopular<T>(random: Random, list: readonly T[]): T {
  const one = list[Math.floor((list.length + 1) ** random()) - 1];
  if (one === undefined) throw new RangeError("Nothing to pick from");
  return one;
}

/** @param weighted pairs of a weight and what has it */
export function pickWeighted<T>(random: Random, weighted: readonly (readonly [number, T])[]): T {
  const sum = weighted.reduce((total, [weight]) => total + weight, 0);
  let rest = random() * sum;
  for (const [weight, one] of weighted) {
    rest -= weight;
    if (rest < 0) return one;
  }
  throw new RangeError("Nothing to pick from");
}
