import type { Document } from "./document.ts";
import { textDocument } from "./text-document.ts";

/** Documents that were made before, each under an object that it is about. */
export class DocumentMemory<About extends object> {
  readonly #known = new WeakMap<About, Known>();

  /**
   * The very same document as the last time if it is made of the very same.
   *
   * @param madeOf all that it depends on beside `about`, compared by identity
   */
  documentOf(about: About, madeOf: readonly unknown[], make: () => Document): Document {
    const before = this.#known.get(about);
    if (before !== undefined && isSame(before.madeOf, madeOf)) {
      before.text.make = make;
      return before.document;
    }
    const { parts, ...facts } = make();
    const text = new MadeText(make, parts);
    const document = textDocument(facts, text);
    this.#known.set(about, { madeOf, text, document });
    return document;
  }
}

type Known = {
  readonly madeOf: readonly unknown[];
  readonly text: MadeText;
  readonly document: Document;
};

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/** Kept as long as somebody holds it, and made again when it is asked for. */
class MadeText {
  /** In the last edition in which it said the same: an older one would be kept from being forgotten. */
  make: () => Document;
  #parts: WeakRef<readonly string[]>;

  constructor(make: () => Document, parts: readonly string[]) {
    this.make = make;
    this.#parts = new WeakRef(parts);
  }

  get parts(): readonly string[] {
    const kept = this.#parts.deref();
    if (kept !== undefined) return kept;
    const { parts } = this.make();
    this.#parts = new WeakRef(parts);
    return parts;
  }
}
