export type Spread = { readonly median: number; readonly low: number; readonly high: number };

/** The median and the quartiles, between two values where they fall between two. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => {
    const place = part * (sorted.length - 1);
    const [before, after] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
    return before + (after - before) * (place % 1);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
