import type { Author } from "../../articles/author.ts";
import type { Channel, Edition, Item } from "../../edition/edition.ts";
import { foldName } from "../../edition/fold-name.ts";
import type { Site } from "../../edition/site.ts";
import type { Crumb } from "./about.ts";
import { channelName } from "./channel-name.ts";
import { channelUrl } from "./channel-url.ts";
import type { Neighbours } from "./neighbour-links.ts";
import { wordsOf } from "./words.ts";

/** Knows the way from an item to the channels that it is in. */
export type Guide = {
  /** `all`, if the edition has it. */
  readonly all: readonly Channel[];
  /** Where somebody who read the item would subscribe: its section, else the channel of its kind; then `all`. */
  readonly channelsOf: (item: Item) => readonly Channel[];
  /** The way to an item's page: from the front page, over the nearest of these. */
  readonly trailOf: (item: Item) => readonly Crumb[];
  /** What was published just before and just after an item, of its kind. */
  readonly neighboursOf: (item: Item) => Neighbours;
  /** Absolute URL of the page with everything by an author, null if there is none. */
  readonly pageOf: (author: Author) => string | null;
};

export function makeGuide({ channels, site, items }: Edition): Guide {
  const all = channels.filter(({ kind }) => kind === "all");
  const byUrl = new Map(channels.map((channel) => [channelUrl(channel, site), channel]));
  const byPath = new Map(channels.map((channel) => [channel.path, channel]));
  const byAuthor = authorPages(channels, site);
  const neighbours = neighboursIn(items);

  const nearest = (item: Item) => {
    const section = item.categories.find(({ kind }) => kind === "section");
    return byUrl.get(section?.scheme ?? "") ?? byPath.get(folderOf(item));
  };
  return {
    all,
    channelsOf: (item) => {
      const channel = nearest(item);
      return channel === undefined || all.includes(channel) ? all : [channel, ...all];
    },
    trailOf: (item) => {
      const channel = nearest(item);
      const front = frontCrumb(item.language, site);
      return channel === undefined ? [front] : [front, channelCrumb(channel, item.language, site)];
    },
    neighboursOf: (item) => neighbours.get(item) ?? { earlier: null, later: null },
    pageOf: ({ name }) => byAuthor.get(foldName(name)) ?? null,
  };
}

/** @param items newest first */
function neighboursIn(items: readonly Item[]): ReadonlyMap<Item, Neighbours> {
  const neighbours = new Map<Item, Neighbours>();
  const newest = new Map<string, Item>();
  for (const item of items) {
    const folder = folderOf(item);
    const later = newest.get(folder) ?? null;
    newest.set(folder, item);
    neighbours.set(item, { earlier: null, later });
    const beside = later === null ? undefined : neighbours.get(later);
    if (later !== null && beside !== undefined) neighbours.set(later, { ...beside, earlier: item });
  }
  return neighbours;
}

/** A notice's kind says nothing of the withdrawn item's, but its path does: `/articles/ferry-fares`. */
function folderOf({ path }: Item): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** @param language of the page that the way leads to */
export function frontCrumb(language: string, site: Site): Crumb {
  const words = wordsOf(language, site);
  const url = new URL("/", site.url).href;
  return { label: words.text("frontPage"), url, language: words.languageOf("frontPage") };
}

function channelCrumb(channel: Channel, page: string, site: Site): Crumb {
  const { text, language } = channelName(channel, wordsOf(page, site));
  return { label: text, url: channelUrl(channel, site), language };
}

/** URLs of the pages of authors, by all the names that somebody has. */
function authorPages(channels: readonly Channel[], site: Site): ReadonlyMap<string, string> {
  const authors = channels.filter(({ kind }) => kind === "author");
  const pages = new Map(authors.map((channel) => [foldName(channel.label), channelUrl(channel, site)]));
  for (const { name, aliases } of site.contributors) {
    const page = pages.get(foldName(name));
    if (page === undefined) continue;
    for (const alias of aliases) pages.set(foldName(alias), page);
  }
  return pages;
}
