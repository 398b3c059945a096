import { createHash } from "node:crypto";
import { checkAtom } from "./check-atom.ts";
import { checkCharacters } from "./check-characters.ts";
import { type ContentReading, checkContent } from "./check-content.ts";
import { checkJsonFeed } from "./check-json-feed.ts";
import { checkRss } from "./check-rss.ts";
import { checkSecondOpinion } from "./check-second-opinion.ts";
import type { CheckedDocument } from "./checked-document.ts";
import type { FeedReading, ItemReading, ParsedFeed, ParsedPieces } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

export const FEED_CHECKS = new Map([
  ["application/rss+xml", checkRss],
  ["application/atom+xml", checkAtom],
  ["application/feed+json", checkJsonFeed],
]);

const PIECES_KEPT_MAX = 5000;

/** An item that nothing was said against, wherever the piece stands that it was read from. */
type KnownPiece = { readonly item: ItemReading; readonly needed: readonly string[] };

/** Reads feeds; what several of them share is read once. */
export class FeedCheck {
  /** By media type, by the text of the piece. */
  readonly #pieces = new Map<string, Map<string, KnownPiece>>();
  readonly #texts = new Map<string, string>();
  #mediaType = "";
  readonly #contents: Map<string, ContentReading>;

  /** @param contents what is known of the HTML of items already, like `contents` */
  constructor(contents: ReadonlyMap<string, ContentReading>) {
    this.#contents = new Map(contents);
  }

  /** Of every HTML of an item that nothing was said against, by its digest. */
  get contents(): ReadonlyMap<string, ContentReading> {
    return this.#contents;
  }

  /**
   * Reads a feed as far as it is new and, if anything is wrong with it, once more as a whole. So what is remembered can
   * only save work: it never hides an objection.
   *
   * @param selfUrl absolute URL it is served from
   * @returns null if the document is no feed
   */
  check(document: CheckedDocument, selfUrl: string, object: Objector): FeedReading | null {
    return (
      this.#readReduced(document, selfUrl) ??
      this.#read([document.parts.join("")], document.mediaType, selfUrl, object)?.feed ??
      null
    );
  }

  #readReduced({ parts, mediaType }: CheckedDocument, selfUrl: string): FeedReading | null {
    const [head = "", ...pieces] = parts;
    const tail = pieces.pop() ?? "";
    if (pieces.length === 0) return null;
    const known = this.#knownPieces(mediaType);
    // The first is always read: it proves that the head and the tail have a place for items, and it may lack the comma.
    const fresh = pieces.filter((piece, index) => index === 0 || !known.has(piece));
    let isGood = true;
    const read = this.#read([head, ...fresh, tail], mediaType, selfUrl, () => {
      isGood = false;
    });
    if (!isGood || read?.pieces == null || read.feed.items.length !== fresh.length) return null;
    const parsed = this.#held({ feed: read.feed, pieces: read.pieces });
    for (const [index, piece] of fresh.entries()) {
      const item = parsed.feed.items[index];
      if (index > 0 && item !== undefined)
        known.set(piece, { item, needed: parsed.pieces.needed[index] ?? [] });
    }
    return wholeFeed(parsed, pieces.slice(1), known);
  }

  /** The same in strings of its own: those that a parser cut out of a long text would keep all of it. Equal ones are held once. */
  #held(parsed: { readonly feed: FeedReading; readonly pieces: ParsedPieces }) {
    const { feed, pieces } = structuredClone(parsed);
    return { feed: { ...feed, items: feed.items.map((item) => this.#heldItem(item)) }, pieces };
  }

  #heldItem(item: ItemReading): ItemReading {
    const hold = (text: string) => this.#heldText(text);
    const { id, link, page, title, html, summary, authors, categories, enclosures, related } = item;
    return {
      ...item,
      ...{ id: hold(id), link: hold(link), page: page && hold(page), title: hold(title) },
      ...{ html: hold(html), summary: hold(summary), authors: authors.map(hold) },
      ...{ categories: categories.map(hold), enclosures: enclosures.map(hold), related: related.map(hold) },
    };
  }

  #heldText(text: string): string {
    const held = this.#texts.get(text);
    if (held !== undefined) return held;
    this.#texts.set(text, text);
    return text;
  }

  /** Many are remembered only as long as their format is being read: archives come one format after the other. */
  #knownPieces(mediaType: string): Map<string, KnownPiece> {
    if (mediaType !== this.#mediaType) {
      const size = this.#pieces.get(this.#mediaType)?.size ?? 0;
      if (size > PIECES_KEPT_MAX) this.#pieces.delete(this.#mediaType);
      this.#mediaType = mediaType;
    }
    const known = this.#pieces.get(mediaType) ?? new Map<string, KnownPiece>();
    this.#pieces.set(mediaType, known);
    return known;
  }

  #read(parts: readonly string[], mediaType: string, selfUrl: string, object: Objector): ParsedFeed | null {
    for (const part of parts) checkCharacters(part, object);
    const parsed = FEED_CHECKS.get(mediaType)?.(parts, selfUrl, object) ?? null;
    if (parsed === null) return null;
    const items = parsed.feed.items.map((item, index) => ({
      ...item,
      html: this.#readContent(item.html, (rule, found, expected) =>
        object(`Item ${index + 1}: ${rule}`, found, expected),
      ),
    }));
    const feed = { ...parsed.feed, items };
    // Whose items are in the feeds that readers poll has been read so once already, or was once.
    if (feed.history.isArchive !== true) checkSecondOpinion(parts.join(""), feed, object);
    return { feed, pieces: parsed.pieces };
  }

  /** @returns a digest of it, by which it is known from then on: the text itself need not be kept */
  #readContent(html: string, object: Objector): string {
    if (html === "") return html;
    const digest = createHash("sha256").update(html).digest("base64");
    if (this.#contents.has(digest)) return digest;
    let isGood = true;
    const reading = checkContent(html, (rule, found, expected) => {
      isGood = false;
      object(rule, found, expected);
    });
    if (isGood) this.#contents.set(digest, structuredClone(reading));
    return digest;
  }
}

/**
 * The feed with all its items: the first of what was read now, then those of the pieces. Null if one of them needs a
 * namespace that this document does not declare.
 */
function wholeFeed(
  { feed, pieces }: ParsedFeed,
  texts: readonly string[],
  known: ReadonlyMap<string, KnownPiece>,
): FeedReading | null {
  const items = feed.items.slice(0, 1);
  for (const text of texts) {
    const piece = known.get(text);
    if (piece === undefined || !piece.needed.every((name) => pieces?.declared.has(name))) return null;
    items.push(piece.item);
  }
  return { ...feed, items };
}
