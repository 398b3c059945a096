import type { ContentReading } from "./check-content.ts";
import type { Learned, LearnedDocument } from "./document-reading.ts";
import type { FeedReading, ItemReading } from "./feed-reading.ts";
import { at, placeIn, SharedTexts } from "./shared-texts.ts";

/** What was learned, as it is stored: what many documents have, and each text, stands there once. Numbers are places in the lists. */
export type StoredLearned = {
  readonly feeds: readonly (readonly [path: string, version: string, feed: Head, items: Uint32Array])[];
  readonly pages: readonly (readonly [path: string, version: string, links: number, ids: number])[];
  readonly items: readonly Row[];
  readonly texts: readonly string[];
  readonly lists: readonly Uint32Array[];
  readonly contents: ReadonlyMap<string, ContentReading>;
};

type Head = Omit<FeedReading, "items">;

/** An item; but for the instants, numbers are places. */
type Row = readonly [
  id: number,
  link: number,
  page: number | null,
  title: number,
  html: number,
  summary: number,
  authors: number,
  categories: number,
  enclosures: number,
  related: number,
  language: number,
  licence: number | null,
  published: number,
  updated: number,
];

export function storeLearned({ documents, contents }: Learned): StoredLearned {
  const texts = new SharedTexts();
  const items = new Items(texts);
  const feeds: StoredLearned["feeds"][number][] = [];
  const pages: StoredLearned["pages"][number][] = [];
  for (const [path, { version, reading }] of documents) {
    if (reading.is === "page") {
      pages.push([path, version, texts.placeOfList(reading.links), texts.placeOfList(reading.ids)]);
    } else {
      const { items: own, ...head } = reading.feed;
      feeds.push([path, version, head, Uint32Array.from(own, (item) => items.placeOf(item))]);
    }
  }
  // What no item has any more is forgotten.
  const used = new Map([...contents].filter(([digest]) => texts.has(digest)));
  return { feeds, pages, items: items.rows, texts: texts.texts, lists: texts.lists, contents: used };
}

/** @throws {RangeError} if it is not whole */
export function openLearned({ feeds, pages, items, texts, lists, contents }: StoredLearned): Learned {
  const allLists = lists.map((places) => Array.from(places, (place) => at(texts, place)));
  const allItems = items.map((row) => openItem(row, texts, allLists));
  const documents = new Map<string, LearnedDocument>();
  for (const [path, version, head, places] of feeds) {
    const own = Array.from(places, (place) => at(allItems, place));
    documents.set(path, { version, reading: { is: "feed", feed: { ...head, items: own } } });
  }
  for (const [path, version, links, ids] of pages) {
    const reading = { is: "page", links: at(allLists, links), ids: new Set(at(allLists, ids)) } as const;
    documents.set(path, { version, reading });
  }
  return { documents, contents };
}

class Items {
  readonly rows: Row[] = [];
  readonly #texts: SharedTexts;
  readonly #places = new Map<string, number>();
  /** Most items are the very same object in many feeds. */
  readonly #known = new Map<ItemReading, number>();

  constructor(texts: SharedTexts) {
    this.#texts = texts;
  }

  placeOf(item: ItemReading): number {
    const known = this.#known.get(item);
    if (known !== undefined) return known;
    const row = storeItem(item, this.#texts);
    const place = placeIn(this.#places, row.join());
    this.rows[place] ??= row;
    this.#known.set(item, place);
    return place;
  }
}

function storeItem(item: ItemReading, texts: SharedTexts): Row {
  return [
    texts.placeOf(item.id),
    texts.placeOf(item.link),
    item.page === null ? null : texts.placeOf(item.page),
    texts.placeOf(item.title),
    texts.placeOf(item.html),
    texts.placeOf(item.summary),
    texts.placeOfList(item.authors),
    texts.placeOfList(item.categories),
    texts.placeOfList(item.enclosures),
    texts.placeOfList(item.related),
    texts.placeOf(item.language),
    item.licence === null ? null : texts.placeOf(item.licence),
    item.published,
    item.updated,
  ];
}

function openItem(row: Row, texts: readonly string[], lists: readonly (readonly string[])[]): ItemReading {
  const [id, link, page, title, html, summary, authors, categories, enclosures, related, ...rest] = row;
  const [language, licence, published, updated] = rest;
  return {
    id: at(texts, id),
    link: at(texts, link),
    page: page === null ? null : at(texts, page),
    title: at(texts, title),
    html: at(texts, html),
    summary: at(texts, summary),
    authors: at(lists, authors),
    categories: at(lists, categories),
    enclosures: at(lists, enclosures),
    related: at(lists, related),
    language: at(texts, language),
    licence: licence === null ? null : at(texts, licence),
    published,
    updated,
  };
}
