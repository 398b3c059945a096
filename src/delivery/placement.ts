import type { Document } from "../documents/document.ts";
import type { Budget } from "./budget.ts";
import type { Part } from "./parts.ts";

/**
 * Decides which documents are stored whole, in three encodings, and what else lies in the Worker, composed of parts.
 *
 * Whole is fast (a body is sent as it is, in brotli, too) but large: ten thousand articles in eight channels and three formats
 * would be stored 24 times. So whole is what is asked for all the time: the feeds in the order given, as far as they fit; the front
 * page; what every page or every wrong address needs.
 */
export class Placement {
  readonly #budget: Budget;
  #wholeBytes = 0;
  #composedBytes = 0;
  readonly #composed = new Set<Part>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** Each document is asked about once. @param bytes of its text, in UTF-8 */
  isWhole({ kind, path }: Document, bytes: number): boolean {
    if (kind === "asset" || kind === "missing") return true;
    if (kind === "page") return path === "/";
    if (kind !== "feed" || this.#wholeBytes + bytes > this.#budget.wholeFeeds) return false;
    this.#wholeBytes += bytes;
    return true;
  }

  /** Whether what is composed of them fits; if so, there is less room for others. */
  takesParts(parts: readonly Part[]): boolean {
    const added = new Set(parts.filter((part) => !this.#composed.has(part)));
    const bytes = [...added].reduce((sum, { identityBytes }) => sum + identityBytes, 0);
    if (this.#composedBytes + bytes > this.#budget.composed) return false;
    for (const part of added) this.#composed.add(part);
    this.#composedBytes += bytes;
    return true;
  }
}
