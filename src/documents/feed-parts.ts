import type { Item } from "../edition/edition.ts";
import type { Site } from "../edition/site.ts";
import type { FeedFormat } from "./feed-format.ts";
import type { FeedPage } from "./feed-page.ts";
import { itemPiece } from "./item-piece.ts";

/** A document that was made, without keeping it: whoever needs its parts does. */
type Made = {
  readonly content: FeedPage["channel"]["content"];
  readonly items: readonly Item[];
  readonly prefixes: ReadonlySet<string>;
  readonly parts: WeakRef<readonly string[]>;
};

/** By site, then by the URL a document is served from. */
const known = new WeakMap<Site, Map<string, Made>>();

/**
 * The parts of a document: its head, a piece for each item, its tail. The very same list as the last time, as long as somebody
 * keeps that, if the items are the very same and the head says the same; then no piece is looked at.
 */
export function feedParts(page: FeedPage, items: readonly Item[], format: FeedFormat): readonly string[] {
  const { site } = page.edition;
  const ofSite = known.get(site) ?? new Map<string, Made>();
  known.set(site, ofSite);
  const before = ofSite.get(page.selfUrl);
  const same = before === undefined ? undefined : sameParts(before, page, items, format);
  if (same !== undefined) return same;
  const { content } = page.channel;
  const { parts, prefixes } = makeParts(page, items, format);
  ofSite.set(page.selfUrl, { content, items, prefixes, parts: new WeakRef(parts) });
  return parts;
}

/** Items of the document that was last made there; none if there was none. */
export function itemsMadeAt({ selfUrl, edition }: FeedPage): readonly Item[] {
  return known.get(edition.site)?.get(selfUrl)?.items ?? [];
}

function sameParts(
  { content, items: itemsBefore, prefixes, parts }: Made,
  page: FeedPage,
  items: readonly Item[],
  format: FeedFormat,
): readonly string[] | undefined {
  const before = parts.deref();
  if (before === undefined || content !== page.channel.content) return undefined;
  if (items.length !== itemsBefore.length || items.some((item, i) => item !== itemsBefore[i]))
    return undefined;
  return before[0] === format.head(page, prefixes) ? before : undefined;
}

function makeParts(page: FeedPage, items: readonly Item[], format: FeedFormat) {
  const { channel, edition } = page;
  const prefixes = new Set<string>();
  const texts = items.map((item, index) => {
    const piece = itemPiece(item, channel.content, format, edition.site);
    for (const prefix of piece.prefixes) prefixes.add(prefix);
    return index === 0 ? piece.text.slice(format.separator.length) : piece.text;
  });
  return { parts: [format.head(page, prefixes), ...texts, format.tail], prefixes };
}
