import { SaxesParser } from "saxes";
import { z } from "zod";
import { shorten } from "./printable.ts";
import type { Content } from "./read-content.ts";

export type FeedFormat = "RSS" | "Atom" | "RDF" | "JSON Feed";

/** Reads a feed as far as it takes to know that it is one. Total, and linear in the text. */
export function readFeed(text: string): Content {
  const start = text.trimStart().slice(0, 1);
  if (start === "{" || start === "[") return readJson(text);
  if (start === "<") return new XmlReading().read(text);
  return { is: "other", what: "text that is neither XML nor JSON" };
}

/** What readers can't do without, of version 1 as of 1.1. */
const JSON_FEED = z.looseObject({
  version: z.string().startsWith("https://jsonfeed.org/version/1"),
  items: z.array(z.unknown()),
});

function readJson(text: string): Content {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return { is: "malformed", mistake: error instanceof Error ? shorten(error.message) : "no JSON" };
  }
  const feed = JSON_FEED.safeParse(value);
  if (!feed.success) return { is: "other", what: "JSON that is no JSON Feed" };
  return { is: "feed", format: "JSON Feed", itemCount: feed.data.items.length };
}

/** Looking up a namespace costs as much as the element is deep: without an end, a document of nothing but tags would take for ever. */
const DEPTH_MAX = 500;

/** Written in pieces, so that a document that is broken at its start is not read to its end. */
const PIECE_CHARS = 8192;

const ROOTS: ReadonlyMap<string, FeedFormat> = new Map([
  ["rss", "RSS"],
  ["feed", "Atom"],
  ["RDF", "RDF"],
]);

/** How deep entries lie. */
const ITEM_DEPTHS: Readonly<Record<FeedFormat, number>> = { RSS: 3, Atom: 2, RDF: 2, "JSON Feed": 0 };

class XmlReading {
  readonly #parser = new SaxesParser({ xmlns: true });
  #mistake: string | null = null;
  #root = "";
  #format: FeedFormat | null = null;
  #depth = 0;
  #itemCount = 0;

  constructor() {
    this.#parser.on("error", ({ message }) => {
      this.#mistake ??= message.replace(/^(\d+):(\d+): /, "line $1, column $2: ").replace(/\.$/, "");
    });
    this.#parser.on("opentag", ({ local }) => this.#open(local));
    this.#parser.on("closetag", () => {
      this.#depth -= 1;
    });
  }

  read(text: string): Content {
    for (let at = 0; at < text.length && this.#mistake === null; at += PIECE_CHARS)
      this.#parser.write(text.slice(at, at + PIECE_CHARS));
    if (this.#mistake === null) this.#parser.close();
    if (this.#mistake !== null) return { is: "malformed", mistake: shorten(this.#mistake) };
    if (this.#format === null) return { is: "other", what: `XML that is no feed (<${shorten(this.#root)}>)` };
    return { is: "feed", format: this.#format, itemCount: this.#itemCount };
  }

  #open(name: string): void {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) this.#mistake ??= `elements lie more than ${DEPTH_MAX} deep in one another`;
    if (this.#depth === 1) {
      this.#root = name;
      this.#format = ROOTS.get(name) ?? null;
    }
    const isItem = name === "item" || name === "entry";
    if (isItem && this.#format !== null && this.#depth === ITEM_DEPTHS[this.#format]) this.#itemCount += 1;
  }
}
