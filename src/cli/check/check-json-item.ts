import { checkHttpUrl, checkLanguage, checkNotEmpty, readRfc3339 } from "./check-values.ts";
import type { ItemReading } from "./feed-reading.ts";
import { ITEM_KEYS, type JsonItem } from "./json-feed-schema.ts";
import type { Objector } from "./objection.ts";

/** Reads an item of JSON Feed 1.1 that has the right shape. */
export function checkJsonItem(item: JsonItem, object: Objector): ItemReading {
  checkKeys(item, object);
  checkNotEmpty("title", item.title, object);
  checkUrls(item, object);
  if (item.language !== undefined) checkLanguage("language", item.language, object);
  const contents = [item.content_html, item.content_text].filter((content) => content !== undefined);
  if (contents.length !== 1)
    object("The item has its content once", `${contents.length}`, "content_html or content_text");
  return {
    id: item.id,
    link: item.external_url ?? item.url,
    page: item.url,
    title: item.title,
    html: item.content_html ?? "",
    summary: item.summary ?? textBesideTitle(item),
    authors: (item.authors ?? []).map(({ name }) => name),
    categories: item.tags ?? [],
    enclosures: (item.attachments ?? []).map(
      ({ url, mime_type, size_in_bytes = "" }) => `${url} ${mime_type} ${size_in_bytes}`,
    ),
    related: [
      ...(item.attachments ?? []).map(({ url }) => url),
      ...(item.image === undefined ? [] : [item.image]),
    ],
    language: item.language ?? "",
    licence: null,
    ...datesOf(item, object),
  };
}

/** An item must have a content, so one that has none says its title once more. */
function textBesideTitle({ title, content_text }: JsonItem): string {
  return content_text === undefined || content_text === title ? "" : content_text;
}

/** Keys are those of the specification, or begin with `_`. */
function checkKeys(item: JsonItem, object: Objector): void {
  for (const key of Object.keys(item)) {
    if (!ITEM_KEYS.has(key) && !key.startsWith("_"))
      object("The key is one of JSON Feed 1.1", key, [...ITEM_KEYS].join(" "));
  }
}

function checkUrls(item: JsonItem, object: Objector): void {
  checkHttpUrl("url", item.url, object);
  for (const key of ["external_url", "image", "banner_image"] as const) {
    const url = item[key];
    if (url !== undefined) checkHttpUrl(key, url, object);
  }
  for (const { url } of item.attachments ?? []) checkHttpUrl("url of an attachment", url, object);
  for (const { url, avatar } of item.authors ?? []) {
    if (url !== undefined) checkHttpUrl("url of an author", url, object);
    if (avatar !== undefined) checkHttpUrl("avatar of an author", avatar, object);
  }
}

function datesOf({ date_published, date_modified }: JsonItem, object: Objector) {
  const published = readRfc3339("date_published", date_published, object);
  const updated = readRfc3339("date_modified", date_modified, object);
  if (updated < published)
    object("date_modified is not before date_published", date_modified, date_published);
  return { published, updated };
}
