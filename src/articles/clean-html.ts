import type { DefaultTreeAdapterTypes } from "parse5";
import { cleanLine } from "../newswire/clean-text.ts";
import type { FileLink, OpenHtml } from "./article.ts";
import { type Addresses, cleanAttributes, MEDIA_SCHEMES } from "./clean-attributes.ts";
import { cleanCharacters } from "./clean-characters.ts";
import { embedLink } from "./embed-link.ts";
import { HtmlWriter } from "./html-writer.ts";
import { isNoteMark } from "./is-note-mark.ts";
import {
  BLOCK_ELEMENTS,
  FRAME_ADDRESSES,
  GONE_ELEMENTS,
  KEPT_ELEMENTS,
  NEEDED_ATTRIBUTES,
  VOID_ELEMENTS,
} from "./kept-elements.ts";
import { parseHtml } from "./parse-html.ts";
import { type Place, placeInside, TOP } from "./place-element.ts";
import { resolveAddresses } from "./resolve-addresses.ts";
import { TextBlocks } from "./text-blocks.ts";

export type CleanOptions = {
  /** Absolute URL that relative addresses are resolved against: the article's own page, for `#note`. */
  readonly base: string;
  /** Stands before each id and in the links to it; letters, digits and `-`. Without it ids are left out. */
  readonly idPrefix?: string;
  /**
   * Asked first, with each address as written but for white space around it: the file beside the article that it means.
   * Null if it means none.
   */
  readonly fileOf?: (url: string) => FileLink | null;
};

export type CleanHtml = {
  readonly html: OpenHtml;
  /** The blocks (paragraphs, headings, list items, cells, captions, code) as plain text in their order; none is empty. */
  readonly blocks: readonly string[];
  /** Each file that the HTML shows or links to, once, in its order. */
  readonly files: readonly FileLink[];
};

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/** Nodes to visit: those of one element, or at the top. */
type Frame = {
  readonly nodes: readonly Node[];
  next: number;
  readonly place: Place;
  /** The element to close behind them; empty if it was not written. */
  readonly closes: string;
  readonly isBlock: boolean;
  /** Their text belongs to no block. */
  readonly isSilent: boolean;
};

/** What these hold says how to read a text, or stands in for a player. */
const SILENT_ELEMENTS = new Set(["audio", "rp", "rt", "video"]);

/**
 * Foreign HTML as feeds may carry it: only elements, attributes and addresses that do nothing by themselves, every address
 * absolute, well-formed as HTML and as XML. Total, and linear in time. Cleaning the joined result again with the same
 * `base` and `idPrefix` changes nothing.
 */
export function cleanHtml(html: string, options: CleanOptions): CleanHtml {
  const cleaner = new Cleaner(options);
  const nodes = parseHtml(html).childNodes;
  // No recursion: anybody can nest elements deeper than a call stack is.
  const stack: Frame[] = [{ nodes, next: 0, place: TOP, closes: "", isBlock: false, isSilent: false }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      cleaner.leave(frame);
      stack.pop();
      continue;
    }
    const inner = cleaner.enter(node, frame);
    if (inner !== null) stack.push(inner);
  }
  return cleaner.finish();
}

class Cleaner {
  readonly #writer = new HtmlWriter();
  readonly #blocks = new TextBlocks();
  readonly #addresses: Addresses;

  constructor(options: CleanOptions) {
    this.#addresses = resolveAddresses(options);
  }

  /** Writes a node up to its children; null if there are none to visit. */
  enter(node: Node, frame: Frame): Frame | null {
    if ("tagName" in node) return this.#enterElement(node, frame);
    if ("value" in node) this.#writeText(node.value, frame.isSilent);
    return null;
  }

  leave({ closes, isBlock }: Frame): void {
    if (closes !== "") this.#writer.closeElement(closes);
    else if (isBlock) this.#writer.breakLine();
    if (isBlock) this.#blocks.endBlock();
  }

  finish(): CleanHtml {
    const html = this.#writer.finish();
    const files = new Map<string, FileLink>();
    for (const piece of html) {
      if (typeof piece !== "string" && !files.has(piece.file)) files.set(piece.file, piece);
    }
    return { html, blocks: this.#blocks.finish(), files: [...files.values()] };
  }

  #enterElement(element: Element, frame: Frame): Frame | null {
    const { tagName } = element;
    if (FRAME_ADDRESSES.has(tagName)) this.#writeEmbed(element, frame.place);
    if (GONE_ELEMENTS.has(tagName)) return null;

    const isBlock = BLOCK_ELEMENTS.has(tagName);
    if (isBlock) this.#blocks.endBlock();
    if (tagName === "br") this.#blocks.add(" ");
    const isSilent = frame.isSilent || SILENT_ELEMENTS.has(tagName) || isNoteMark(element);
    const place = this.#open(element, frame.place);
    if (place === null) this.#unwrap(element, isBlock, isSilent);
    if (VOID_ELEMENTS.has(tagName)) return null;
    const closes = place === null ? "" : tagName;
    return { nodes: element.childNodes, next: 0, place: place ?? frame.place, closes, isBlock, isSilent };
  }

  /** Writes an element's start tag, if the element is kept, and says what place is inside it. */
  #open({ tagName, attrs }: Element, outside: Place): Place | null {
    const allowed = KEPT_ELEMENTS.get(tagName);
    const place = allowed && placeInside(outside, tagName);
    if (!allowed || !place) return null;
    const attributes = cleanAttributes(attrs, allowed, this.#addresses);
    const needed = NEEDED_ATTRIBUTES.get(tagName);
    if (needed && !attributes.some(({ name }) => needed.includes(name))) return null;
    this.#writer.openElement(tagName, attributes);
    return place;
  }

  /** Parts an element that is not written from what stands around it. */
  #unwrap(element: Element, isBlock: boolean, isSilent: boolean): void {
    if (isBlock) this.#writer.breakLine();
    if (element.tagName === "img") this.#writeText(attributeOf(element, "alt"), isSilent);
  }

  /** A link in place of a frame that people look for; nothing in place of others. */
  #writeEmbed(element: Element, outside: Place): void {
    const address = this.#addresses.resolve(
      attributeOf(element, FRAME_ADDRESSES.get(element.tagName) ?? ""),
      MEDIA_SCHEMES,
    );
    const link = typeof address === "string" ? embedLink(address) : null;
    if (link === null || placeInside(outside, "a") === null) return;
    this.#writer.breakLine();
    this.#writer.openElement("a", [{ name: "href", value: [link] }]);
    this.#writer.writeText(cleanLine(cleanCharacters(attributeOf(element, "title"))) || link);
    this.#writer.closeElement("a");
    this.#writer.breakLine();
  }

  #writeText(value: string, isSilent: boolean): void {
    const text = cleanCharacters(value);
    this.#writer.writeText(text);
    if (!isSilent) this.#blocks.add(text);
  }
}

function attributeOf({ attrs }: Element, wanted: string): string {
  return attrs.find(({ name }) => name === wanted)?.value ?? "";
}
