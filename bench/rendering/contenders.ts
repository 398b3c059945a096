import { type Extension, Feed } from "feed";
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from "feedsmith";
import RSS from "rss";
import { FEED_FORMATS, type FeedFormat } from "../../src/documents/feed-format.ts";
import { feedPage } from "../../src/documents/feed-page.ts";
import { feedText } from "../../src/documents/feed-text.ts";
import type { Channel, Edition, Item } from "../../src/edition/edition.ts";
import { plainAtom, plainJson, plainRss } from "./plain.ts";

export type FormatName = "RSS" | "Atom" | "JSON Feed";

export type Contender = {
  readonly name: string;
  readonly render: (channel: Channel, edition: Edition) => string;
};

/** Who renders a format, the one to compare with first. All are given the same items and say the same of each, as far as they can. */
export function contendersFor(name: FormatName): readonly Contender[] {
  const ours = { name: "ours", render: renderOurs(formatCalled(name)) };
  switch (name) {
    case "RSS":
      return [
        { name: "plain strings", render: (channel, { site }) => plainRss(channel, site) },
        ours,
        { name: "feed", render: (channel, edition) => feedOf(channel, edition).rss2() },
        { name: "feedsmith", render: feedsmithRss },
        { name: "rss", render: nodeRss },
      ];
    case "Atom":
      return [
        { name: "plain strings", render: (channel, { site }) => plainAtom(channel, site) },
        ours,
        { name: "feed", render: (channel, edition) => feedOf(channel, edition).atom1() },
        { name: "feedsmith", render: feedsmithAtom },
      ];
    case "JSON Feed":
      return [
        { name: "plain strings", render: (channel, { site }) => plainJson(channel, site) },
        ours,
        { name: "feed", render: (channel, edition) => feedOf(channel, edition, jsonExtension).json1() },
        { name: "feedsmith", render: feedsmithJson },
      ];
  }
}

function formatCalled(name: FormatName): FeedFormat {
  const format = FEED_FORMATS.find((one) => one.name === name);
  if (format === undefined) throw new Error(`Cannot find the format ${name}`);
  return format;
}

/** As a build does it. What is remembered of a site's items is not remembered of its copy's, so nothing was made before. */
function renderOurs(format: FeedFormat): Contender["render"] {
  return (channel, edition) => {
    const cold = { ...edition, site: { ...edition.site } };
    return feedText(feedPage(channel, "complete", format, cold), channel.items, format).parts.join("");
  };
}

/** What our JSON Feed says that the format has no member for: where an item's channels are. */
function jsonExtension({ categories }: Item) {
  const objects = { categories: categories.map(({ term, scheme, label }) => ({ term, scheme, label })) };
  return { name: "_teleprinter", objects };
}

function feedOf(
  channel: Channel,
  { site }: Edition,
  extension: ((item: Item) => Extension) | null = null,
): Feed {
  const feed = new Feed({
    title: channel.title,
    id: channel.id,
    link: site.home,
    description: channel.description,
    language: channel.language,
    updated: channel.updated,
    generator: "Teleprinter",
    copyright: site.rights ?? "",
    ttl: channel.freshSeconds / 60,
    feedLinks: {
      rss: `${site.url}/rss.xml`,
      atom: `${site.url}/atom.xml`,
      json: `${site.url}/feed.json`,
    },
    author: { name: site.title, link: site.home },
  });
  for (const item of channel.items) {
    feed.addItem({
      title: item.title,
      id: item.id,
      link: item.url,
      date: item.updated,
      published: item.published,
      ...(item.kind === "article" && { content: item.html ?? "" }),
      author: item.authors.map(({ name }) => ({ name })),
      category: item.categories.map(({ term, scheme, label }) => ({
        name: label,
        domain: scheme,
        scheme,
        term,
      })),
      ...(extension !== null && { extensions: [extension(item)] }),
    });
  }
  return feed;
}

function feedsmithRss(channel: Channel, { site }: Edition): string {
  return generateRssFeed({
    title: channel.title,
    link: site.home,
    description: channel.description,
    language: channel.language,
    copyright: site.rights ?? "",
    lastBuildDate: channel.updated,
    generator: "Teleprinter",
    docs: "https://validator.w3.org/feed/docs/rss2.html",
    ttl: channel.freshSeconds / 60,
    atom: { links: [{ href: `${site.url}/rss.xml`, rel: "self", type: "application/rss+xml" }] },
    items: channel.items.map((item) => ({
      title: item.title,
      link: item.url,
      guid: { value: item.id, isPermaLink: false },
      pubDate: item.published,
      categories: item.categories.map(({ scheme, label }) => ({ name: label, domain: scheme })),
      dc: { creators: item.authors.map(({ name }) => name) },
      ...(item.kind === "article" && { content: { encoded: item.html ?? "" } }),
    })),
  });
}

function feedsmithAtom(channel: Channel, { site }: Edition): string {
  return generateAtomFeed({
    id: channel.id,
    title: { value: channel.title },
    subtitle: { value: channel.description },
    updated: channel.updated,
    authors: [{ name: site.title, uri: site.home }],
    links: [
      { rel: "alternate", type: "text/html", href: site.home },
      { rel: "self", type: "application/atom+xml", href: `${site.url}/atom.xml` },
    ],
    rights: { value: site.rights ?? "" },
    generator: { text: "Teleprinter" },
    entries: channel.items.map((item) => ({
      id: item.id,
      title: { value: item.title },
      links: [{ rel: "alternate", href: item.url }],
      published: item.published,
      updated: item.updated,
      authors: item.authors.map(({ name }) => ({ name })),
      categories: item.categories.map(({ term, scheme, label }) => ({ term, scheme, label })),
      ...(item.kind === "article" && { content: { value: item.html ?? "", type: "html" } }),
    })),
  });
}

function feedsmithJson(channel: Channel, { site }: Edition): string {
  const feed = generateJsonFeed({
    title: channel.title,
    home_page_url: site.home,
    feed_url: `${site.url}/feed.json`,
    description: channel.description,
    language: channel.language,
    authors: [{ name: site.title, url: site.home }],
    items: channel.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      ...jsonContent(item),
      date_published: item.published,
      date_modified: item.updated,
      authors: item.authors.map(({ name }) => ({ name })),
      tags: item.categories.map(({ label }) => label),
    })),
  });
  // It gives an object and leaves out what it does not know.
  feed.items?.forEach((item, index) => {
    const own = channel.items[index];
    if (own !== undefined) Object.assign(item, { _teleprinter: jsonExtension(own).objects });
  });
  return JSON.stringify(feed);
}

function jsonContent(item: Item): { content_html: string } | { content_text: string } {
  return item.kind === "article" ? { content_html: item.html ?? "" } : { content_text: item.title };
}

function nodeRss(channel: Channel, { site }: Edition): string {
  const feed = new RSS({
    title: channel.title,
    description: channel.description,
    site_url: site.home,
    feed_url: `${site.url}/rss.xml`,
    generator: "Teleprinter",
    language: channel.language,
    copyright: site.rights ?? "",
    pubDate: channel.updated,
    ttl: channel.freshSeconds / 60,
    custom_namespaces: { content: "http://purl.org/rss/1.0/modules/content/" },
  });
  for (const item of channel.items) {
    feed.item({
      title: item.title,
      description: "",
      url: item.url,
      guid: item.id,
      date: item.published,
      author: item.authors[0]?.name ?? "",
      categories: item.categories.map(({ label }) => label),
      ...(item.kind === "article" && { custom_elements: [{ "content:encoded": { _cdata: item.html } }] }),
    });
  }
  return feed.xml();
}
