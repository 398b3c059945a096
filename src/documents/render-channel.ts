import type { Archive, Edition, Item } from "../edition/edition.ts";
import type { Document, DocumentLink } from "./document.ts";
import { FEED_FORMATS, type FeedFormat } from "./feed-format.ts";
import { type FeedPage, feedPage, historyLinks } from "./feed-page.ts";
import { feedParts, itemsMadeAt } from "./feed-parts.ts";
import { feedPath, feedUrl } from "./feed-url.ts";
import { keepPieces } from "./item-piece.ts";
import { selectItems } from "./select-items.ts";

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
    return FEED_FORMATS.map((format) => renderPage(feedPage(channel, part, format, edition), items, format));
  });
}

/**
 * The archive documents of all channels, one format after the other. Made one by one, as they are asked for; with the last of a
 * format, what was kept for it is forgotten but for what subscription documents have.
 *
 * @param edition clean
 */
export function* renderArchives(edition: Edition): Generator<Document> {
  for (const format of FEED_FORMATS) {
    for (const channel of edition.channels) {
      for (const archive of channel.archives) {
        yield renderPage(feedPage(channel, archive, format, edition), archive.items, format, archive);
      }
    }
    const shown = edition.channels.flatMap((channel) =>
      itemsMadeAt(feedPage(channel, "newest", format, edition)),
    );
    keepPieces(shown, format, edition.site);
  }
}

function renderPage(page: FeedPage, items: readonly Item[], format: FeedFormat, archive?: Archive): Document {
  const { channel } = page;
  return {
    kind: archive === undefined ? "feed" : "archive",
    path: feedPath(channel, format, archive),
    mediaType: format.mediaType,
    parts: feedParts(page, items, format),
    links: [
      ...FEED_FORMATS.map((other) => ({
        rel: other === format ? "self" : "alternate",
        href: feedUrl(channel, other, page.edition.site, archive),
        type: other.mediaType,
      })),
      ...historyLinks(page).map((link): DocumentLink => ({ ...link, type: format.mediaType })),
    ],
    ...(archive === undefined && { freshSeconds: channel.freshSeconds, shows: { page, format, items } }),
  };
}
