import { Feed, type FeedOptions, type Item } from "feed";
import { escapeAttribute, escapeMarkup } from "../articles/escape-markup.ts";
import { declarations, prefixesOf } from "./namespaces.ts";
import { element, formatAttributes, formatElement, type XmlElement } from "./xml-element.ts";

/** What a channel says of itself: `feed`'s options, those given that it would make up or leave out. Plain text. */
export type ChannelOptions = FeedOptions & {
  readonly link: string;
  readonly description: string;
  readonly updated: Date;
  readonly docs: string;
  readonly generator: string;
  readonly language: string;
  /** Absolute URL the document is served from. */
  readonly feed: string;
};

/** An item as `feed` takes it. Title and categories are plain text, description and content HTML; `id` is no address. */
export type ChannelItem = Item & {
  readonly id: string;
  readonly extensions: XmlElement[];
};

/**
 * The one door to the `feed` package: its object, filled by its methods. `rss2()` says what the package's own would, but is
 * written in parts, which documents share, escapes every text once, and takes a part of the time.
 */
export class ChannelFeed extends Feed {
  declare options: ChannelOptions;
  declare items: ChannelItem[];
  declare extensions: XmlElement[];

  constructor(options: ChannelOptions) {
    super(options);
  }

  /** The whole document. */
  override rss2(): string {
    return [this.head(this.items.flatMap(prefixesInItem)), ...this.items.map(formatItem), RSS_TAIL].join("");
  }

  /** The document as far as its first item. @param prefixes of the namespaces that its items use */
  head(prefixes: Iterable<string>): string {
    const elements = this.#channelElements();
    const attributes = { version: "2.0", ...declarations([...prefixes, ...prefixesOf(elements)]) };
    const start = `<?xml version="1.0" encoding="utf-8"?>\n<rss${formatAttributes(attributes)}>\n<channel>`;
    return [start, ...elements.map(formatElement)].join("\n");
  }

  #channelElements(): readonly XmlElement[] {
    const { title, link, description, updated, docs, generator, language, ttl, image, copyright, feed } =
      this.options;
    return [
      element("title", title),
      element("link", link),
      element("description", description),
      element("lastBuildDate", updated.toUTCString()),
      element("docs", docs),
      element("generator", generator),
      element("language", language),
      ...(ttl === undefined ? [] : [element("ttl", String(ttl))]),
      ...(image === undefined
        ? []
        : [element("image", [element("title", title), element("url", image), element("link", link)])]),
      ...(copyright === undefined ? [] : [element("copyright", copyright)]),
      element("atom:link", "", { href: feed, rel: "self", type: "application/rss+xml" }),
      ...this.extensions,
    ];
  }
}

/** How the document ends after its last item. */
export const RSS_TAIL = "\n</channel>\n</rss>\n";

/** One item, with the line end before it. */
export function formatItem(item: ChannelItem): string {
  const { title, link, id, date, description, content, category = [], enclosure, extensions } = item;
  const lines = [
    "\n<item>",
    `<title>${escapeMarkup(title)}</title>`,
    `<link>${escapeMarkup(link)}</link>`,
    `<guid isPermaLink="false">${escapeMarkup(id)}</guid>`,
    `<pubDate>${date.toUTCString()}</pubDate>`,
  ];
  if (description !== undefined) lines.push(`<description>${escapeMarkup(description)}</description>`);
  if (content !== undefined) lines.push(`<content:encoded>${escapeMarkup(content)}</content:encoded>`);
  for (const { name = "", domain = "" } of category) {
    lines.push(`<category domain="${escapeAttribute(domain)}">${escapeMarkup(name)}</category>`);
  }
  if (enclosure !== undefined) lines.push(formatElement(element("enclosure", "", { ...enclosure })));
  for (const extension of extensions) lines.push(formatElement(extension));
  lines.push("</item>");
  return lines.join("\n");
}

/** Of the namespaces that it uses there. */
export function prefixesInItem({ content, extensions }: ChannelItem): readonly string[] {
  const prefixes = prefixesOf(extensions);
  return content === undefined ? prefixes : ["content", ...prefixes];
}
