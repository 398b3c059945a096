const CHARS_MAX = 40;

/** Levenshtein's distance between two words, in code units; of a long first word only the first 40 count. */
export function editDistance(a: string, b: string): number {
  const long = a.slice(0, CHARS_MAX);
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < long.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const swap = (row[j] ?? 0) + (long[i] === b[j] ? 0 : 1);
      next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
