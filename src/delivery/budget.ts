/** How much lies in the Worker itself. All in bytes before compression, so that the same is decided on every machine. */
export type Budget = {
  /** What is published lies in the Worker if all of it weighs no more than this, see `weightOf`. */
  readonly everything: number;
  /** Text of subscription documents that are stored whole. */
  readonly wholeFeeds: number;
  /** Text of the parts that other subscription documents, deltas and listings are composed of. */
  readonly composed: number;
};

/**
 * With the index of a hundred thousand paths, some 10 MB, the Worker stays below 24 MiB, and far from the 128 MB of memory that it may
 * use.
 */
export const BUDGET: Budget = { everything: 8_000_000, wholeFeeds: 6_000_000, composed: 16_000_000 };

/** For a Worker that has no packs. */
export const NO_PACKS: Budget = {
  ...BUDGET,
  everything: Number.POSITIVE_INFINITY,
  composed: Number.POSITIVE_INFINITY,
};
