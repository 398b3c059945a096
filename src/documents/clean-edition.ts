import type { Channel, Edition, Item } from "../edition/edition.ts";
import type { Author, Site } from "../edition/site.ts";
import { cleanLine } from "../newswire/clean-text.ts";
import { cleanUrl } from "./clean-url.ts";

/**
 * The edition with every string fit for every format: text without characters that XML forbids, URLs absolute and
 * percent-encoded, an address that is none left out. The text arrives clean; this is the one place that makes sure,
 * because a single forbidden character makes a whole feed unreadable, with all the items beside it.
 */
export function cleanEdition(edition: Edition): Edition {
  const cleaned = new Map(edition.items.map((item) => [item, cleanItem(item)]));
  return {
    site: cleanSite(edition.site),
    items: [...cleaned.values()],
    channels: edition.channels.map((channel) => cleanChannel(channel, cleaned)),
  };
}

function cleanSite(site: Site): Site {
  return {
    ...site,
    title: cleanLine(site.title),
    description: cleanLine(site.description),
    home: new URL(site.home).href,
    language: cleanLine(site.language),
    authors: cleanAuthors(site.authors),
    rights: site.rights === null ? null : cleanLine(site.rights),
  };
}

function cleanChannel(channel: Channel, cleaned: ReadonlyMap<Item, Item>): Channel {
  return {
    ...channel,
    title: cleanLine(channel.title),
    description: cleanLine(channel.description),
    items: channel.items.map((item) => cleaned.get(item) ?? cleanItem(item)),
  };
}

function cleanItem(item: Item): Item {
  const facts = {
    title: cleanLine(item.title),
    url: new URL(item.url).href,
    authors: cleanAuthors(item.authors),
  };
  if (item.kind === "headline")
    return { ...item, ...facts, address: item.address === null ? null : cleanUrl(item.address) };
  return {
    ...item,
    ...facts,
    dateline: item.dateline === null ? null : cleanLine(item.dateline),
    paragraphs: item.paragraphs.map(cleanLine),
  };
}

function cleanAuthors(authors: readonly Author[]): readonly Author[] {
  return authors.map(cleanAuthor).filter(({ name }) => name !== "");
}

function cleanAuthor({ name, url, email }: Author): Author {
  const safeUrl = url === undefined ? null : cleanUrl(url);
  return {
    name: cleanLine(name),
    ...(safeUrl !== null && { url: safeUrl }),
    ...(email !== undefined && { email: cleanLine(email) }),
  };
}
