import { checkContent } from "./check-content.ts";
import type { FeedReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

/** What holds for a feed in any format: ids tell items apart, dates follow one another, the newest item comes first. */
export function checkReading(feed: FeedReading, object: Objector): void {
  const ids = new Set<string>();
  let before = Number.POSITIVE_INFINITY;
  for (const [index, { id, title, html, published, updated }] of feed.items.entries()) {
    if (ids.has(id)) object("Each item has an id of its own", id, "an id that no other item has");
    ids.add(id);
    if (published > before) object("The newest item comes first", title, "items by date of publication");
    before = published;
    const changed = updated ?? published;
    if (feed.updated !== null && changed > feed.updated) {
      object("No item is younger than its feed", title, "a feed updated when its newest item was, or later");
    }
    checkContent(html, (rule, found, expected) => object(`Item ${index + 1}: ${rule}`, found, expected));
  }
}
