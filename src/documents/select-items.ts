import type { Channel, Edition, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import { FEED_FORMATS, type FeedFormat } from "./feed-format.ts";
import { type FeedPage, feedPage } from "./feed-page.ts";
import { itemPiece } from "./item-piece.ts";
import { utf8Bytes } from "./utf8-bytes.ts";

/**
 * The items of a channel's subscription documents, in the channel's order: all that are in no archive, whatever the limits
 * say, then those that changed last, so that readers hear of corrections, as far as the limits allow. The largest of the
 * documents counts. Selected once of each channel.
 */
export function selectItems(channel: Channel, edition: Edition): readonly Item[] {
  const { site, icon, logo } = edition;
  const pictures = JSON.stringify([icon, logo]);
  const known = selections.get(channel);
  if (known?.site === site && known.pictures === pictures) return known.items;
  const items = select(channel, edition);
  selections.set(channel, { site, pictures, items });
  return items;
}

/** With what the documents say of the site, which takes room, too. */
const selections = new WeakMap<
  Channel,
  { readonly site: Site; readonly pictures: string; readonly items: readonly Item[] }
>();

function select(channel: Channel, edition: Edition): readonly Item[] {
  const { items, open, limits } = channel;
  const selected = new Set(items.filter(({ id }) => open.has(id)));
  if (selected.size === items.length) return items;
  const sizes = FEED_FORMATS.map((format) => new DocumentSize(channel, format, edition));
  for (const item of selected) for (const size of sizes) size.add(item);
  let tooLarge = 0;
  for (const item of byLastChange(items.filter((item) => !selected.has(item)))) {
    if (selected.size >= limits.itemsMax || tooLarge > TOO_LARGE_MAX) break;
    for (const size of sizes) size.add(item);
    // A text that was changed has to be told, even if it is a large one.
    const bytesMax = item.changed > item.published ? 2 * limits.bytesMax : limits.bytesMax;
    if (selected.size < limits.itemsMin || sizes.every(({ bytes }) => bytes <= bytesMax)) {
      selected.add(item);
      continue;
    }
    for (const size of sizes) size.remove(item);
    tooLarge += 1;
  }
  return items.filter((item) => selected.has(item));
}

/** After so many that do not fit nothing smaller is looked for. */
const TOO_LARGE_MAX = 20;

function byLastChange(items: readonly Item[]): readonly Item[] {
  return items.toSorted((a, b) => b.changed.getTime() - a.changed.getTime());
}

/** Adds up how many bytes a channel's subscription document takes in one format, without making it. */
class DocumentSize {
  readonly #page: FeedPage;
  readonly #format: FeedFormat;
  readonly #prefixes = new Set<string>();
  #headBytes: number;
  #piecesBytes = 0;

  constructor(channel: Channel, format: FeedFormat, edition: Edition) {
    this.#page = feedPage(channel, "newest", format, edition);
    this.#format = format;
    this.#headBytes = this.#measureHead();
  }

  /** At most a comma too many. */
  get bytes(): number {
    return this.#headBytes + this.#piecesBytes + utf8Bytes(this.#format.tail);
  }

  add(item: Item): void {
    const { channel, edition } = this.#page;
    const { text, prefixes } = itemPiece(item, channel.content, this.#format, edition.site);
    this.#piecesBytes += utf8Bytes(text);
    const known = this.#prefixes.size;
    for (const prefix of prefixes) this.#prefixes.add(prefix);
    // Every namespace is declared in the head.
    if (this.#prefixes.size > known) this.#headBytes = this.#measureHead();
  }

  /** The namespaces it needed stay counted. */
  remove(item: Item): void {
    const { channel, edition } = this.#page;
    this.#piecesBytes -= utf8Bytes(itemPiece(item, channel.content, this.#format, edition.site).text);
  }

  #measureHead(): number {
    return utf8Bytes(this.#format.head(this.#page, this.#prefixes));
  }
}
