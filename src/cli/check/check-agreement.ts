import type { FeedAt, FeedReading, ItemReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

type Read = (feed: FeedReading) => unknown;

const FACTS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ["The title", ({ title }) => title],
  ["The description", ({ description }) => description],
  ["The language", ({ language }) => language],
  ["The home link", ({ home }) => home],
  ["The notice of rights", ({ rights }) => rights],
  ["The list of authors", ({ authors }) => authors],
  ["The date", ({ updated }) => updated],
  ["The number of items", ({ items }) => items.length],
]);

/**
 * The formats of one channel say the same: the same items in the same order, and of each the same. What a format does
 * not say (null) is compared among the others.
 */
export function checkAgreement(feeds: readonly FeedAt[], objectorFor: (path: string) => Objector): void {
  const compare = (what: string, read: Read) => {
    const said = feeds
      .map(({ path, feed }) => ({ path, fact: read(feed) }))
      .filter(({ fact }) => fact !== null);
    const [first, ...others] = said.map(({ path, fact }) => ({ path, text: JSON.stringify(fact) }));
    for (const { path, text } of others) {
      if (first !== undefined && text !== first.text)
        objectorFor(path)(`${what} is that of ${first.path}`, text, first.text);
    }
  };
  for (const [what, read] of FACTS) compare(what, read);
  const itemsMax = Math.max(...feeds.map(({ feed }) => feed.items.length));
  for (let index = 0; index < itemsMax; index++) {
    compare(`Item ${index + 1}`, ({ items }) => shared(items[index]));
    compare(`The update of item ${index + 1}`, ({ items }) => items[index]?.updated ?? null);
  }
}

function shared(item: ItemReading | undefined) {
  if (item === undefined) return null; // objected to as a number of items
  const { id, link, title, html, authors, published } = item;
  return { id, link, title, html, authors, published };
}
