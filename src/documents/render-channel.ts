import type { Archive, Edition, Item } from "../edition/edition.ts";
import type { Document, DocumentLink } from "./document.ts";
import { FEED_FORMATS, type FeedFormat } from "./feed-format.ts";
import { type FeedPage, feedPage, historyLinks } from "./feed-page.ts";
import { type FeedText, feedText, itemsMadeAt } from "./feed-text.ts";
import { feedPath, feedUrl } from "./feed-url.ts";
import { keepPieces } from "./item-piece.ts";
import { selectItems } from "./select-items.ts";
import { textDocument } from "./text-document.ts";

/**
 * The subscription documents of all channels; those of one channel hold the same items in each format.
 *
 * @param edition clean
 */
export function renderFeeds(edition: Edition): readonly Document[] {
  return edition.channels.flatMap((channel) => {
    const items = selectItems(channel, edition);
    const isComplete = channel.archives.length === 0 && items.length === channel.items.length;
    const part = isComplete ? "complete" : "newest";
    return FEED_FORMATS.map((format) => renderFeed(feedPage(channel, part, format, edition), items, format));
  });
}

/**
 * The archive documents of all channels, one format after the other. Made one by one, as they are asked for; with the last of a
 * format, what was kept for it is forgotten but for what subscription documents have. What says the same as the last time is the very
 * same document.
 *
 * @param edition clean
 */
export function* renderArchives(edition: Edition): Generator<Document> {
  for (const format of FEED_FORMATS) {
    for (const channel of edition.channels) {
      for (const archive of channel.archives) {
        yield renderArchive(feedPage(channel, archive, format, edition), archive, format);
      }
    }
    const shown = edition.channels.flatMap((channel) =>
      itemsMadeAt(feedPage(channel, "newest", format, edition)),
    );
    keepPieces(shown, format, edition.site);
  }
}

function renderFeed(page: FeedPage, items: readonly Item[], format: FeedFormat): Document {
  const { parts } = feedText(page, items, format);
  const { freshSeconds } = page.channel;
  return { kind: "feed", ...factsOf(page, format), parts, freshSeconds, shows: { page, format, items } };
}

function renderArchive(page: FeedPage, archive: Archive, format: FeedFormat): Document {
  const text = feedText(page, archive.items, format);
  const document =
    archives.get(text) ?? textDocument({ kind: "archive", ...factsOf(page, format, archive) }, text);
  archives.set(text, document);
  return document;
}

/** What says the same leads to the same. */
const archives = new WeakMap<FeedText, Document>();

function factsOf(page: FeedPage, format: FeedFormat, archive?: Archive) {
  const { channel, edition } = page;
  return {
    path: feedPath(channel, format, archive),
    mediaType: format.mediaType,
    links: [
      ...FEED_FORMATS.map((other) => ({
        rel: other === format ? "self" : "alternate",
        href: feedUrl(channel, other, edition.site, archive),
        type: other.mediaType,
      })),
      ...historyLinks(page).map((link): DocumentLink => ({ ...link, type: format.mediaType })),
    ],
  };
}
