import type { Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { FeedFormat } from "./feed-format.ts";
import type { FeedPage } from "./feed-page.ts";
import { itemPiece, type Piece } from "./item-piece.ts";

/** By site, then by the URL a document is served from. */
const known = new WeakMap<Site, Map<string, FeedText>>();

/** The very same one as the last time, if the items are the very same and the head says the same; then no piece is looked at. */
export function feedText(page: FeedPage, items: readonly Item[], format: FeedFormat): FeedText {
  const { site } = page.edition;
  const ofSite = known.get(site) ?? new Map<string, FeedText>();
  known.set(site, ofSite);
  const before = ofSite.get(page.selfUrl);
  if (before?.isStillOf(page, items)) return before;
  const text = new FeedText(page, items, format);
  ofSite.set(page.selfUrl, text);
  return text;
}

/** Items of the document that was last made there; none if there was none. */
export function itemsMadeAt({ selfUrl, edition }: FeedPage): readonly Item[] {
  return known.get(edition.site)?.get(selfUrl)?.items ?? [];
}

/** What a feed's document says, in parts. They are kept as long as somebody holds them, and made again when they are asked for. */
class FeedText {
  readonly items: readonly Item[];
  readonly #format: FeedFormat;
  readonly #prefixes: ReadonlySet<string>;
  readonly #head: string;
  /** The last of which it was the text: an older one would keep its whole edition from being forgotten. */
  #page: FeedPage;
  #parts: WeakRef<readonly string[]>;

  constructor(page: FeedPage, items: readonly Item[], format: FeedFormat) {
    this.items = items;
    this.#format = format;
    this.#page = page;
    const pieces = this.#pieces();
    this.#prefixes = new Set(pieces.flatMap(({ prefixes }) => prefixes));
    this.#head = format.head(page, this.#prefixes);
    this.#parts = new WeakRef(this.#partsOf(pieces));
  }

  /** The head, a piece for each item, the tail. */
  get parts(): readonly string[] {
    const kept = this.#parts.deref();
    if (kept !== undefined) return kept;
    const parts = this.#partsOf(this.#pieces());
    this.#parts = new WeakRef(parts);
    return parts;
  }

  /** Whether it is what the document says there now. */
  isStillOf(page: FeedPage, items: readonly Item[]): boolean {
    const isSame =
      page.channel.content === this.#page.channel.content &&
      items.length === this.items.length &&
      items.every((item, i) => item === this.items[i]) &&
      this.#format.head(page, this.#prefixes) === this.#head;
    if (isSame) this.#page = page;
    return isSame;
  }

  #pieces(): readonly Piece[] {
    const { channel, edition } = this.#page;
    return this.items.map((item) => itemPiece(item, channel.content, this.#format, edition.site));
  }

  #partsOf(pieces: readonly Piece[]): readonly string[] {
    const { separator, tail } = this.#format;
    const texts = pieces.map(({ text }, index) => (index === 0 ? text.slice(separator.length) : text));
    return [this.#head, ...texts, tail];
  }
}

export type { FeedText };
