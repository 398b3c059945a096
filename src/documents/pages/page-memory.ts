import type { Document } from "../document.ts";
import { textDocument } from "../text-document.ts";
import { factsOf, type Layout, type Page } from "./layout.ts";

/** Pages that were made before, each under an object that it is about. */
export class PageMemory<About extends object> {
  readonly #known = new WeakMap<About, Known>();

  /**
   * A page's document: the very same one as the last time if it is made of the very same.
   *
   * @param madeOf all that the page depends on beside `about`, compared by identity
   */
  documentOf(about: About, madeOf: readonly unknown[], layout: Layout, make: () => Page): Document {
    const before = this.#known.get(about);
    if (before !== undefined && isSame(before.madeOf, madeOf)) {
      before.text.make = () => layout.partsOf(make());
      return before.document;
    }
    const page = make();
    const text = new PageText(() => layout.partsOf(make()), layout.partsOf(page));
    const document = textDocument(factsOf(page, layout.frameOf(page)), text);
    this.#known.set(about, { madeOf, text, document });
    return document;
  }
}

type Known = {
  readonly madeOf: readonly unknown[];
  readonly text: PageText;
  readonly document: Document;
};

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}

/** Kept as long as somebody holds it, and made again when it is asked for. */
class PageText {
  /** In the last edition in which it said the same: an older one would be kept from being forgotten. */
  make: () => readonly string[];
  #parts: WeakRef<readonly string[]>;

  constructor(make: () => readonly string[], parts: readonly string[]) {
    this.make = make;
    this.#parts = new WeakRef(parts);
  }

  get parts(): readonly string[] {
    const kept = this.#parts.deref();
    if (kept !== undefined) return kept;
    const parts = this.make();
    this.#parts = new WeakRef(parts);
    return parts;
  }
}
