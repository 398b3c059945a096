import type { FileLink, OpenHtml } from "./article.ts";
import type { CleanAttribute } from "./clean-attributes.ts";
import { escapeAttribute, escapeMarkup } from "./escape-markup.ts";
import { VOID_ELEMENTS } from "./kept-elements.ts";

/** Writes clean elements and texts, in order, as HTML that an XML parser reads, too. */
export class HtmlWriter {
  readonly #pieces: (string | FileLink)[] = [];
  #run: string[] = [];
  /** What was written last; a line starts at first. */
  #last = "\n";
  /** An HTML parser leaves out a line feed here. */
  #atPreStart = false;

  openElement(name: string, attributes: readonly CleanAttribute[]): void {
    this.#write(`<${name}`);
    for (const { name, value } of attributes) {
      this.#write(` ${name}="`);
      for (const piece of value) this.#writePiece(piece);
      this.#write('"');
    }
    this.#write(VOID_ELEMENTS.has(name) ? "/>" : ">");
    this.#atPreStart = name === "pre";
  }

  closeElement(name: string): void {
    this.#write(`</${name}>`);
    this.#atPreStart = false;
  }

  /** `text` is plain. */
  writeText(text: string): void {
    if (text === "") return;
    if (this.#atPreStart && text.startsWith("\n")) this.#write("\n");
    this.#write(escapeMarkup(text));
    this.#atPreStart = false;
  }

  /** Parts what was written from what follows, if no white space does. */
  breakLine(): void {
    if (!this.#atPreStart && !/\s$/.test(this.#last)) this.#write("\n");
  }

  finish(): OpenHtml {
    this.#endRun();
    return this.#pieces;
  }

  #writePiece(piece: string | FileLink): void {
    if (typeof piece === "string") {
      this.#write(escapeAttribute(piece));
      return;
    }
    this.#endRun();
    this.#pieces.push(piece);
  }

  #write(text: string): void {
    this.#run.push(text);
    this.#last = text;
  }

  #endRun(): void {
    if (this.#run.length > 0) this.#pieces.push(this.#run.join(""));
    this.#run = [];
  }
}
