import type { FeedReading, ItemReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

/** The formats of one channel say the same: the same items in the same order, and of each the same. */
export function checkAgreement(
  feed: FeedReading,
  other: FeedReading,
  otherPath: string,
  object: Objector,
): void {
  const compare = (what: string, found: unknown, expected: unknown) => {
    const [foundText, expectedText] = [JSON.stringify(found), JSON.stringify(expected)];
    if (foundText !== expectedText) object(`${what} is that of ${otherPath}`, foundText, expectedText);
  };
  compare("The title", feed.title, other.title);
  compare("The description", feed.description, other.description);
  compare("The language", feed.language, other.language);
  if (feed.updated !== null && other.updated !== null) compare("The date", feed.updated, other.updated);
  compare("The number of items", feed.items.length, other.items.length);
  feed.items.forEach((item, index) => {
    const twin = other.items[index];
    if (twin === undefined) return;
    compare(`Item ${index + 1}`, shared(item), shared(twin));
    if (item.updated !== null && twin.updated !== null) {
      compare(`The update of item ${index + 1}`, item.updated, twin.updated);
    }
  });
}

function shared({ id, link, title, html, authors, published }: ItemReading) {
  return { id, link, title, html, authors, published };
}
