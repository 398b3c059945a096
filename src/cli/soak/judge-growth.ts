import type { Look } from "./watch-process.ts";

/** How the server's memory went, in bytes. */
export type Growth = {
  /** Median of the first third of what is judged. */
  readonly early: number;
  /** Median of the last third. */
  readonly late: number;
  /** The smallest leak that would have been noticed. */
  readonly leakPerRequest: number;
  /** Whether it is more than chance and a garbage collector explain. */
  readonly isGrowing: boolean;
};

/** Until then the engine fills its heap and the allocator its stock, before either gives anything back: that is no growth. */
export const WARM_UP_REQUESTS = 20_000;

/**
 * Between two collections memory goes up and down by a few megabytes, and a median takes most of that away. A leak does not stop: one
 * of 1 kB a request is 40 MB between the first third and the last, when 60,000 requests are judged.
 */
export const GROWTH_BYTES_MAX = 8 * 1024 * 1024;

/** Fewer looks tell nothing. */
const LOOKS_MIN = 12;

/** Null if the run was too short to tell. */
export function judgeGrowth(looks: readonly Look[]): Growth | null {
  const warm = looks.filter(({ asked }) => asked >= WARM_UP_REQUESTS);
  if (warm.length < LOOKS_MIN) return null;
  const third = Math.floor(warm.length / 3);
  const [first, last] = [warm.slice(0, third), warm.slice(-third)];
  const [early, late] = [median(first, "memoryBytes"), median(last, "memoryBytes")];
  const requests = median(last, "asked") - median(first, "asked");
  const leakPerRequest = GROWTH_BYTES_MAX / Math.max(1, requests);
  return { early, late, leakPerRequest, isGrowing: late - early > GROWTH_BYTES_MAX };
}

/** @param looks not empty */
function median(looks: readonly Look[], of: "memoryBytes" | "asked"): number {
  const sorted = looks.map((look) => look[of]).sort((a, b) => a - b);
  return sorted[sorted.length >>> 1] ?? 0;
}
