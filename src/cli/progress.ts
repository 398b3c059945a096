import { SingleBar } from "cli-progress";

/** What takes no longer says nothing. */
const SILENT_MS = 2_000;
const LINE_EVERY_MS = 10_000;

/** Says on standard error how far a long command is: a bar on a terminal, a line from time to time elsewhere. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #started = performance.now();
  #saidAt = 0;
  #bar: SingleBar | null = null;
  #phase = "";
  #done = 0;
  #total = 0;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#stream = stream;
  }

  /**
   * @param phase what is done now
   * @param total steps, as far as is known before; 0 if nothing is
   */
  begin(phase: string, total = 0): void {
    this.#phase = phase;
    this.#done = 0;
    this.#total = total;
    this.#bar?.setTotal(Math.max(total, 1));
    this.#say(true);
  }

  step(): void {
    this.#done += 1;
    this.#say(false);
  }

  end(): void {
    this.#bar?.stop();
    this.#bar = null;
  }

  #say(isNew: boolean): void {
    const now = performance.now();
    if (now - this.#started < SILENT_MS) return;
    if (this.#stream.isTTY) this.#draw();
    else if (isNew || now - this.#saidAt >= LINE_EVERY_MS) {
      this.#saidAt = now;
      const of = this.#total > 0 ? ` ${this.#done} of ${this.#total}` : "";
      this.#stream.write(`${this.#phase}${of}\n`);
    }
  }

  #draw(): void {
    const payload = { phase: this.#phase };
    if (this.#bar === null) {
      this.#bar = new SingleBar({
        stream: this.#stream,
        format: "{phase} [{bar}] {percentage} %",
        clearOnComplete: true,
        hideCursor: null,
      });
      this.#bar.start(Math.max(this.#total, 1), this.#done, payload);
    } else this.#bar.update(Math.min(this.#done, Math.max(this.#total, 1)), payload);
  }
}
