import type { Author } from "../articles/author.ts";
import type { Category, Channel, Correction, Enclosure, Item } from "../edition/edition.ts";
import type { Picture } from "../edition/media.ts";
import type { Site } from "../edition/site.ts";
import { feedAuthors } from "./feed-authors.ts";
import type { FeedPage } from "./feed-page.ts";
import { formatInstant } from "./format-instant.ts";
import { storyElsewhere } from "./item-link.ts";
import { itemPictures } from "./item-media.ts";
import type { Piece } from "./item-piece.ts";
import { itemText } from "./item-text.ts";
import { quoteJson } from "./quote-json.ts";

/**
 * A JSON Feed 1.1 document as far as its first item.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
export function jsonHead({ channel, edition, homeUrl, currentUrl, previousUrl }: FeedPage): string {
  const { site, icon, logo } = edition;
  const facts = {
    licence: site.licence ?? undefined,
    rights: site.rights ?? undefined,
    logo: logo?.url,
  };
  const head = {
    version: "https://jsonfeed.org/version/1.1",
    title: channel.title,
    home_page_url: homeUrl,
    // It is the feed's identifier, so it stands in its archives, too.
    feed_url: currentUrl,
    description: channel.description,
    next_url: previousUrl ?? undefined,
    icon: icon?.url,
    favicon: icon?.url,
    language: channel.language,
    authors: feedAuthors(site).map(jsonAuthor),
    _teleprinter: Object.values(facts).every((fact) => fact === undefined) ? undefined : facts,
    items: [],
  };
  const text = JSON.stringify(head);
  return text.slice(0, text.lastIndexOf("]"));
}

/** How a JSON Feed document ends after its last item. */
export const JSON_TAIL = "\n]}\n";

/** An item as it stands in a JSON Feed document, with the comma and the line end before it. */
export function jsonItem(item: Item, content: Channel["content"], site: Site): Piece {
  const { html, summary } = itemText(item, content, site);
  const story = storyElsewhere(item);
  const facts = ownFacts(item);
  const members = [`,\n{"id":${quoteJson(item.id)}`, `"url":${quoteJson(item.url)}`];
  if (story !== null) members.push(`"external_url":${quoteJson(story)}`);
  members.push(`"title":${quoteJson(item.title)}`);
  // An item without content is dropped by NetNewsWire, so one without a text says its title once more.
  if (html === null) members.push(`"content_text":${quoteJson(summary ?? item.title)}`);
  else members.push(`"content_html":${quoteJson(html)}`);
  if (html !== null && summary !== null) members.push(`"summary":${quoteJson(summary)}`);
  if (item.kind === "article" && item.image !== null) members.push(`"image":${quoteJson(item.image.url)}`);
  members.push(`"date_published":"${formatInstant(item.published)}"`);
  members.push(`"date_modified":"${formatInstant(item.updated)}"`);
  if (item.authors.length > 0) members.push(`"authors":${JSON.stringify(item.authors.map(jsonAuthor))}`);
  if (item.categories.length > 0) members.push(`"tags":[${item.categories.map(tag).join(",")}]`);
  if (item.language !== site.language) members.push(`"language":${quoteJson(item.language)}`);
  if (item.kind === "article" && item.enclosures.length > 0)
    members.push(`"attachments":${JSON.stringify(item.enclosures.map(attachment))}`);
  if (facts.length > 0) members.push(`"_teleprinter":{${facts.join(",")}}`);
  return { text: `${members.join(",")}}`, prefixes: [] };
}

/** What JSON Feed has no member for: members of an object of our own, as the specification lets one extend it. */
function ownFacts(item: Item): readonly string[] {
  const { categories, source } = item;
  const pictures = itemPictures(item);
  const facts: string[] = [];
  if (categories.length > 0) facts.push(`"categories":[${categories.map(category).join(",")}]`);
  if (source !== null) facts.push(`"source":${JSON.stringify(source)}`);
  if (pictures.length > 0) facts.push(`"pictures":${JSON.stringify(pictures.map(picture))}`);
  if (item.kind !== "article") return facts;
  const { titleDerived, licence, canonical, corrections } = item;
  if (titleDerived) facts.push(`"title_derived":true`);
  if (licence !== null) facts.push(`"licence":${quoteJson(licence)}`);
  if (canonical !== null) facts.push(`"canonical":${quoteJson(canonical)}`);
  if (corrections.length > 0) facts.push(`"corrections":${JSON.stringify(corrections.map(correction))}`);
  return facts;
}

function tag({ label }: Category): string {
  return quoteJson(label);
}

function category({ term, scheme, label }: Category): string {
  return `{"term":${quoteJson(term)},"scheme":${quoteJson(scheme)},"label":${quoteJson(label)}}`;
}

function jsonAuthor({ name, url, avatar }: Author) {
  return { name, url, avatar };
}

function attachment({ url, type, title, length, duration }: Enclosure) {
  return {
    url,
    mime_type: type,
    title: title ?? undefined,
    size_in_bytes: length,
    duration_in_seconds: duration ?? undefined,
  };
}

function picture({ url, alt, credit, file }: Picture) {
  return {
    url,
    alt: alt || undefined,
    credit: credit ?? undefined,
    mime_type: file?.type,
    size_in_bytes: file?.length,
    ...file?.size,
  };
}

function correction({ date, note }: Correction) {
  return { date: formatInstant(date), note };
}
