/** Gathers a document's text, block by block. */
export class TextBlocks {
  readonly #blocks: string[] = [];
  #open: string[] = [];

  add(text: string): void {
    this.#open.push(text);
  }

  /** What follows belongs to another block. */
  endBlock(): void {
    if (this.#open.length === 0) return;
    const text = this.#open.join("").replace(/\s+/g, " ").trim();
    if (text !== "") this.#blocks.push(text);
    this.#open = [];
  }

  finish(): readonly string[] {
    this.endBlock();
    return this.#blocks;
  }
}
