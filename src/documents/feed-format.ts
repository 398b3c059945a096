import type { Channel, Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import { ATOM_TAIL, atomEntry, atomHead } from "./atom.ts";
import { RSS_TAIL } from "./channel-feed.ts";
import type { FeedPage } from "./feed-page.ts";
import type { Piece } from "./item-piece.ts";
import { JSON_TAIL, jsonHead, jsonItem } from "./json-feed.ts";
import { rssHead, rssItem } from "./rss.ts";

/** One of the formats every channel is published in. A document is its head, a piece for each item, and a tail. */
export type FeedFormat = {
  /** What people call it. */
  readonly name: string;
  /** Last part of the URL. */
  readonly file: string;
  readonly mediaType: string;
  /** @param prefixes of the namespaces that the document's items use */
  readonly head: (page: FeedPage, prefixes: Iterable<string>) => string;
  /** The same in every document that has the item and carries that much of it. */
  readonly piece: (item: Item, content: Channel["content"], site: Site) => Piece;
  readonly tail: string;
  /** What every piece begins with but the first of a document must not. */
  readonly separator: "" | ",";
};

export const FEED_FORMATS: readonly FeedFormat[] = [
  {
    name: "RSS",
    file: "rss.xml",
    mediaType: "application/rss+xml",
    head: rssHead,
    piece: rssItem,
    tail: RSS_TAIL,
    separator: "",
  },
  {
    name: "Atom",
    file: "atom.xml",
    mediaType: "application/atom+xml",
    head: atomHead,
    piece: atomEntry,
    tail: ATOM_TAIL,
    separator: "",
  },
  {
    name: "JSON Feed",
    file: "feed.json",
    mediaType: "application/feed+json",
    head: jsonHead,
    piece: jsonItem,
    tail: JSON_TAIL,
    separator: ",",
  },
];
