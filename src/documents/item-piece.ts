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

/** By site, because its settings decide what an item has to say of itself. */
const known = new WeakMap<Site, WeakMap<Item, Map<string, Piece>>>();

/** Made once, however many documents it stands in. */
export function itemPiece(item: Item, content: Channel["content"], format: FeedFormat, site: Site): Piece {
  const pieces = piecesOf(item, site);
  const name = `${format.name} ${content}`;
  const made = pieces.get(name);
  if (made !== undefined) return made;
  const text = format.piece(item, content, site);
  const piece = { text, bytes: utf8Bytes(text), prefixes: prefixesIn(text) };
  pieces.set(name, piece);
  return piece;
}

function piecesOf(item: Item, site: Site): Map<string, Piece> {
  const ofSite = known.get(site) ?? new WeakMap<Item, Map<string, Piece>>();
  const ofItem = ofSite.get(item) ?? new Map<string, Piece>();
  known.set(site, ofSite);
  ofSite.set(item, ofItem);
  return ofItem;
}
