import type { Channel, Item } from "../edition/edition.ts";
import type { Author, Site } from "../edition/site.ts";
import { articleHtml } from "./article-html.ts";
import { feedAuthors } from "./feed-authors.ts";
import { formatInstant } from "./format-instant.ts";
import { hasDerivedTitle } from "./has-derived-title.ts";

/**
 * Renders a channel as a JSON Feed 1.1 document, every item of it.
 *
 * @param selfUrl absolute URL this document is served from
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function renderJsonFeed(channel: Channel, site: Site, selfUrl: string): string {
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: site.home,
    feed_url: selfUrl,
    description: channel.description,
    language: site.language,
    authors: feedAuthors(site).map(jsonAuthor),
    items: channel.items.map(jsonItem),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

type JsonItem = {
  readonly id: string;
  readonly url: string;
  readonly external_url?: string;
  readonly title: string;
  readonly content_html?: string;
  readonly content_text?: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors?: readonly JsonAuthor[];
  /** No item has any yet. */
  readonly attachments?: readonly JsonAttachment[];
  /** Ours, as the specification lets one extend it: present when the title was made from the first sentence. */
  readonly _teleprinter?: { readonly title_derived: true };
};

type JsonAuthor = { readonly name: string; readonly url?: string };

type JsonAttachment = {
  readonly url: string;
  readonly mime_type: string;
  readonly title?: string;
  readonly size_in_bytes?: number;
  readonly duration_in_seconds?: number;
};

function jsonItem(item: Item): JsonItem {
  return {
    id: item.id,
    url: item.url,
    ...(item.kind === "headline" && item.address !== null && { external_url: item.address }),
    title: item.title,
    // An item without content is dropped by NetNewsWire, so a headline says its title once more.
    ...(item.kind === "article" ? { content_html: articleHtml(item) } : { content_text: item.title }),
    date_published: formatInstant(item.published),
    date_modified: formatInstant(item.updated),
    ...(item.authors.length > 0 && { authors: item.authors.map(jsonAuthor) }),
    ...(hasDerivedTitle(item) && { _teleprinter: { title_derived: true } as const }),
  };
}

function jsonAuthor(author: Author): JsonAuthor {
  return { name: author.name, ...(author.url !== undefined && { url: author.url }) };
}
