import type { FileLink, MediaLink } from "./article.ts";
import { type ArticleProblem, articleProblem } from "./article-problem.ts";
import { fileLinkOf } from "./file-link-of.ts";

const SCHEMES = new Set(["http:", "https:", "mailto:"]);
/** Nobody reads a longer list of the same. */
const ODD_MAX = 20;

/** Reads the addresses in one article, and remembers those that can't be meant. */
export class AddressReader {
  readonly #file: string;
  readonly #base: string;
  readonly #odd = new Map<string, "file-outside" | "unsafe-url-dropped">();

  /** @param base absolute URL for relative addresses that mean no file */
  constructor(file: string, base: string) {
    this.#file = file;
    this.#base = base;
  }

  /** The file that an address in the text means; null if it means none. */
  fileOf(address: string): FileLink | null {
    const link = fileLinkOf(address, this.#file);
    if (link !== null && link !== "outside") return link;
    const url = URL.parse(address, this.#base);
    if (url === null || !SCHEMES.has(url.protocol)) this.#remember(address, "unsafe-url-dropped");
    else if (link === "outside") this.#remember(address, "file-outside");
    return null;
  }

  /** What an address or a path in the front matter means. */
  media(src: string): MediaLink {
    return this.fileOf(src) ?? URL.parse(src, this.#base)?.href ?? src;
  }

  /** @param text where the addresses stand */
  problems(text: string): readonly ArticleProblem[] {
    return [...this.#odd].map(([address, kind]) => {
      const typed = text.includes(address) ? address : decode(address);
      return articleProblem(kind, lineOf(typed, text), typed);
    });
  }

  #remember(address: string, kind: "file-outside" | "unsafe-url-dropped"): void {
    if (this.#odd.size < ODD_MAX) this.#odd.set(address, kind);
  }
}

/** Markdown's addresses reach us with some characters percent-encoded. */
function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** 1-based line where a part of a text first stands; the first one if it stands nowhere as it is. */
export function lineOf(part: string, text: string): number {
  return text.slice(0, Math.max(0, text.indexOf(part))).split("\n").length;
}
