import type { Author } from "../articles/author.ts";
import type { ArticleItem, Category, Channel, Enclosure, Item } from "../edition/edition.ts";
import type { Picture } from "../edition/media.ts";
import type { Site } from "../edition/site.ts";
import { feedAuthors } from "./feed-authors.ts";
import type { FeedPage } from "./feed-page.ts";
import { formatInstant } from "./format-instant.ts";
import { storyElsewhere } from "./item-link.ts";
import { itemPictures } from "./item-media.ts";
import { itemText } from "./item-text.ts";

/**
 * A JSON Feed 1.1 document as far as its first item.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function jsonHead({ channel, edition, homeUrl, currentUrl, previousUrl }: FeedPage): string {
  const { site, icon, logo } = edition;
  const head = {
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: homeUrl,
    // It is the feed's identifier, so it stands in its archives, too.
    feed_url: currentUrl,
    description: channel.description,
    ...(previousUrl !== null && { next_url: previousUrl }),
    ...(icon !== null && { icon: icon.url, favicon: icon.url }),
    language: channel.language,
    authors: feedAuthors(site).map(jsonAuthor),
    ...extension({ licence: site.licence, rights: site.rights, logo: logo?.url ?? null }),
    items: [],
  };
  const text = JSON.stringify(head, null, 2);
  return text.slice(0, text.lastIndexOf("]"));
}

/** How a JSON Feed document ends after its last item. */
export const JSON_TAIL = "\n  ]\n}\n";

/** An item as it stands in a JSON Feed document, with the comma and the line end before it. */
export function jsonItem(item: Item, content: Channel["content"], site: Site): string {
  const text = JSON.stringify(itemObject(item, content, site), null, 2);
  return `,\n    ${text.replaceAll("\n", "\n    ")}`;
}

function itemObject(item: Item, content: Channel["content"], site: Site) {
  const story = storyElsewhere(item);
  const article = item.kind === "article" ? item : null;
  return {
    id: item.id,
    url: item.url,
    ...(story !== null && { external_url: story }),
    title: item.title,
    ...textMembers(item, content, site),
    ...(article?.image && { image: article.image.url }),
    date_published: formatInstant(item.published),
    date_modified: formatInstant(item.updated),
    ...(item.authors.length > 0 && { authors: item.authors.map(jsonAuthor) }),
    ...(item.categories.length > 0 && { tags: item.categories.map(({ label }) => label) }),
    ...(item.language !== site.language && { language: item.language }),
    ...(article && article.enclosures.length > 0 && { attachments: article.enclosures.map(attachment) }),
    ...extension({
      categories: listed(item.categories.map(category)),
      source: item.source,
      pictures: listed(itemPictures(item).map(picture)),
      ...(article && articleFacts(article)),
    }),
  };
}

function textMembers(item: Item, content: Channel["content"], site: Site) {
  const { html, summary } = itemText(item, content, site);
  // An item without content is dropped by NetNewsWire, so one without a text says its title once more.
  if (html === null) return { content_text: summary ?? item.title };
  return { content_html: html, ...(summary !== null && { summary }) };
}

function jsonAuthor({ name, url, avatar }: Author) {
  return { name, ...(url !== undefined && { url }), ...(avatar !== undefined && { avatar }) };
}

function attachment({ url, type, title, length, duration }: Enclosure) {
  return {
    url,
    mime_type: type,
    ...(title !== null && { title }),
    size_in_bytes: length,
    ...(duration !== null && { duration_in_seconds: duration }),
  };
}

function category({ term, scheme, label }: Category) {
  return { term, scheme, label };
}

function picture({ url, alt, credit, file }: Picture) {
  return {
    url,
    ...(alt !== "" && { alt }),
    ...(credit !== null && { credit }),
    ...(file !== null && { mime_type: file.type, size_in_bytes: file.length, ...file.size }),
  };
}

/** What JSON Feed has no member for. */
function articleFacts({ titleDerived, licence, canonical, corrections }: ArticleItem) {
  return {
    title_derived: titleDerived || null,
    licence,
    canonical,
    corrections: listed(corrections.map(({ date, note }) => ({ date: formatInstant(date), note }))),
  };
}

function listed<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

/** An object of our own, as the specification lets one extend it, with what is not null; nothing if nothing is left. */
function extension(facts: Readonly<Record<string, unknown>>) {
  const known = Object.entries(facts).filter(([, value]) => value !== null);
  return known.length === 0 ? {} : { _teleprinter: Object.fromEntries(known) };
}
