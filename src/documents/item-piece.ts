import type { Channel, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { FeedFormat } from "./feed-format.ts";

/** An item in one format, as a part of every document that has it. */
export type Piece = {
  readonly text: string;
  /** Of the namespaces it uses. */
  readonly prefixes: readonly string[];
};

type Pieces = Map<Item, Piece>;

/** By site, because its settings decide what an item has to say of itself; then by format and how much is said. */
const known = new WeakMap<Site, Map<string, Pieces>>();

/** Made once, however many documents it stands in. */
export function itemPiece(item: Item, content: Channel["content"], format: FeedFormat, site: Site): Piece {
  const pieces = piecesOf(content, format, site);
  const made = pieces.get(item);
  if (made !== undefined) return made;
  const piece = format.piece(item, content, site);
  pieces.set(item, piece);
  return piece;
}

/** Forgets the pieces of all but these items: those of one format are a large part of all that is in memory while a large edition is built. */
export function keepPieces(items: readonly Item[], format: FeedFormat, site: Site): void {
  for (const content of ["full", "summary"] as const) {
    const before = piecesOf(content, format, site);
    const kept: Pieces = new Map();
    for (const item of items) {
      const piece = before.get(item);
      if (piece !== undefined) kept.set(item, piece);
    }
    known.get(site)?.set(keyOf(content, format), kept);
  }
}

function piecesOf(content: Channel["content"], format: FeedFormat, site: Site): Pieces {
  const ofSite = known.get(site) ?? new Map<string, Pieces>();
  const pieces: Pieces = ofSite.get(keyOf(content, format)) ?? new Map();
  known.set(site, ofSite);
  ofSite.set(keyOf(content, format), pieces);
  return pieces;
}

function keyOf(content: Channel["content"], { name }: FeedFormat): string {
  return `${name}, ${content}`;
}
