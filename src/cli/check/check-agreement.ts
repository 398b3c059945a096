import type { FeedAt, FeedReading, ItemReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

type Fact = string | number | boolean | null | readonly string[];

/** What a format cannot say (null) is compared among the others. */
const FEED_FACTS: ReadonlyMap<string, (feed: FeedReading) => Fact> = new Map<
  string,
  (feed: FeedReading) => Fact
>([
  ["The title", ({ title }) => title],
  ["The description", ({ description }) => description],
  ["The language", ({ language }) => language],
  ["The home link", ({ home }) => home],
  ["The notice of rights", ({ rights }) => rights],
  ["The licence", ({ licence }) => licence],
  ["The authors", ({ authors }) => authors],
  ["The icon", ({ icon }) => icon],
  ["The date", ({ updated }) => updated],
  ["The completeness", ({ history }) => history.isComplete],
  ["The number of items", ({ items }) => items.length],
]);

type ItemFact = (item: ItemReading, feed: FeedReading) => Fact;

const ITEM_FACTS: ReadonlyMap<string, ItemFact> = new Map<string, ItemFact>([
  ["id", ({ id }) => id],
  ["link", ({ link }) => link],
  ["title", ({ title }) => title],
  ["HTML", ({ html }) => html],
  ["summary", ({ summary }) => summary],
  ["authors", ({ authors }) => authors],
  ["categories", ({ categories }) => categories],
  ["enclosures", ({ enclosures }) => enclosures],
  ["language", ({ language }, feed) => language || feed.language],
  ["licence", ({ licence }) => licence],
  ["date", ({ published }) => published],
  ["update", ({ updated }) => updated],
]);

/** The formats of one document of a channel say the same: the same items in the same order, and of each the same. */
export function checkAgreement(feeds: readonly FeedAt[], objectorFor: (path: string) => Objector): void {
  for (const [what, read] of FEED_FACTS) compare(what, feeds, ({ feed }) => read(feed), objectorFor);
  const itemsMax = Math.max(...feeds.map(({ feed }) => feed.items.length));
  for (let index = 0; index < itemsMax; index++) {
    for (const [what, read] of ITEM_FACTS) {
      const readItem = ({ feed }: FeedAt) => {
        const item = feed.items[index];
        return item === undefined ? null : read(item, feed); // objected to as a number of items
      };
      compare(`The ${what} of item ${index + 1}`, feeds, readItem, objectorFor);
    }
  }
}

function compare(
  what: string,
  feeds: readonly FeedAt[],
  read: (feed: FeedAt) => Fact,
  objectorFor: (path: string) => Objector,
): void {
  let first: { readonly path: string; readonly fact: Fact } | null = null;
  for (const feed of feeds) {
    const fact = read(feed);
    if (fact === null) continue;
    first ??= { path: feed.path, fact };
    if (!isSame(fact, first.fact))
      objectorFor(feed.path)(
        `${what} ${Array.isArray(fact) ? "are those" : "is that"} of ${first.path}`,
        String(fact),
        String(first.fact),
      );
  }
}

function isSame(one: Fact, other: Fact): boolean {
  if (Object.is(one, other)) return true; // also of two dates that cannot be read
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
