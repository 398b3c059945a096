import type { Channel, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { FeedFormat } from "./feed-format.ts";
import { prefixesIn } from "./namespaces.ts";
import { utf8Bytes } from "./utf8-bytes.ts";

/** An item in one format, as a part of every document that has it. */
export type Piece = {
  readonly text: string;
  readonly bytes: number;
  /** Of the namespaces it uses. */
  readonly prefixes: readonly string[];
};

type Pieces = WeakMap<Item, Map<Channel["content"], Piece>>;

/** By site, because its settings decide what an item has to say of itself; then by the format's name. */
const known = new WeakMap<Site, Map<string, Pieces>>();

/** Made once, however many documents it stands in. */
export function itemPiece(item: Item, content: Channel["content"], format: FeedFormat, site: Site): Piece {
  const pieces = piecesOf(item, format, site);
  const made = pieces.get(content);
  if (made !== undefined) return made;
  const text = format.piece(item, content, site);
  const piece = { text, bytes: utf8Bytes(text), prefixes: prefixesIn(text) };
  pieces.set(content, piece);
  return piece;
}

/** The pieces of one format are a large part of all that is in memory while a large edition is built. */
export function forgetPieces(format: FeedFormat, site: Site): void {
  known.get(site)?.delete(format.name);
}

function piecesOf(item: Item, format: FeedFormat, site: Site): Map<Channel["content"], Piece> {
  const ofSite = known.get(site) ?? new Map<string, Pieces>();
  const ofFormat: Pieces = ofSite.get(format.name) ?? new WeakMap();
  const ofItem = ofFormat.get(item) ?? new Map<Channel["content"], Piece>();
  known.set(site, ofSite);
  ofSite.set(format.name, ofFormat);
  ofFormat.set(item, ofItem);
  return ofItem;
}
