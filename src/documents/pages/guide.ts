import type { Author } from "../../articles/author.ts";
import type { Channel, Edition, Item } from "../../edition/edition.ts";
import { foldName } from "../../edition/fold-name.ts";
import type { Site } from "../../edition/site.ts";
import { channelUrl } from "./channel-url.ts";

/** Knows the way from an item to the channels that it is in. */
export type Guide = {
  /** `all`, if the edition has it. */
  readonly all: readonly Channel[];
  /** Where somebody who read the item would subscribe: its section, else the channel of its kind; then `all`. */
  readonly channelsOf: (item: Item) => readonly Channel[];
  /** Absolute URL of the page with everything by an author, null if there is none. */
  readonly pageOf: (author: Author) => string | null;
};

export function makeGuide({ channels, site }: Edition): Guide {
  const all = channels.filter(({ kind }) => kind === "all");
  const byUrl = new Map(channels.map((channel) => [channelUrl(channel, site), channel]));
  const byPath = new Map(channels.map((channel) => [channel.path, channel]));
  const byAuthor = authorPages(channels, site);

  const nearest = ({ categories, path }: Item) => {
    const section = categories.find(({ kind }) => kind === "section");
    // A notice's kind says nothing of the withdrawn item's, but its path does: `/articles/ferry-fares`.
    const kindPath = path.slice(0, path.lastIndexOf("/"));
    return byUrl.get(section?.scheme ?? "") ?? byPath.get(kindPath);
  };
  return {
    all,
    channelsOf: (item) => {
      const channel = nearest(item);
      return channel === undefined || all.includes(channel) ? all : [channel, ...all];
    },
    pageOf: ({ name }) => byAuthor.get(foldName(name)) ?? null,
  };
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
