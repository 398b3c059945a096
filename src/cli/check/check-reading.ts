import type { ContentReading } from "./check-content.ts";
import type { FeedReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

/**
 * What holds for a feed in any format: ids tell items apart, dates follow one another and lie in the past, the newest
 * item comes first, every item has an author.
 *
 * @param now seconds since 1970
 * @param contents what is known of the items' HTML
 */
export function checkReading(
  feed: FeedReading,
  contents: ReadonlyMap<string, ContentReading>,
  now: number,
  object: Objector,
): void {
  const ids = new Set<string>();
  let before = Number.POSITIVE_INFINITY;
  if (feed.updated !== null && feed.updated > now)
    object("Nothing is dated in the future", `${feed.updated}`, `${now} at most`);
  for (const { id, title, html, authors, published, updated } of feed.items) {
    if (ids.has(id)) object("Each item has an id of its own", id, "an id that no other item has");
    ids.add(id);
    if (published > before) object("The newest item comes first", title, "items by date of publication");
    before = published;
    if (feed.updated !== null && updated > feed.updated)
      object("No item is younger than its feed", title, "a feed updated when its newest item was, or later");
    if (updated > now) object("Nothing is dated in the future", title, "a date before that of the build");
    if (authors.length === 0 && feed.authors?.length === 0)
      object("The item or its feed has an author", title, "an author");
    const anchors = new Set<string>();
    for (const anchor of contents.get(html)?.ids ?? []) {
      if (anchors.has(anchor))
        object("Each id stands once in an item's content", anchor, "an id that no other element has");
      anchors.add(anchor);
    }
  }
}
