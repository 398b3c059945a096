/** Runs tasks at most so many at a time, in the order in which they come. Each compressor holds megabytes from its first byte to its last. */
export class SideBySide {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(most: number) {
    this.#most = most;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      // The one that waits takes over the place.
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
