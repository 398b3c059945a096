import { z } from "zod";
import { checkCharacters } from "./check-characters.ts";
import { checkJsonKeys } from "./check-json-keys.ts";
import { checkHttpUrl, checkLanguage, checkNotEmpty, MEDIA_TYPE, readRfc3339 } from "./check-values.ts";
import type { FeedReading, ItemReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

const author = z.strictObject({
  name: z.string().min(1),
  url: z.string().optional(),
  avatar: z.string().optional(),
});

const attachment = z.strictObject({
  url: z.string(),
  mime_type: z.string().regex(MEDIA_TYPE),
  title: z.string().optional(),
  size_in_bytes: z.int().nonnegative().optional(),
  duration_in_seconds: z.number().nonnegative().optional(),
});

const item = z.object({
  id: z.string().min(1),
  url: z.string(),
  external_url: z.string().optional(),
  title: z.string(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  summary: z.string().optional(),
  image: z.string().optional(),
  banner_image: z.string().optional(),
  date_published: z.string(),
  date_modified: z.string(),
  authors: z.array(author).min(1).optional(),
  tags: z.array(z.string()).optional(),
  language: z.string().optional(),
  attachments: z.array(attachment).min(1).optional(),
});

const feed = z
  .object({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: z.string(),
    home_page_url: z.string(),
    feed_url: z.string(),
    description: z.string().optional(),
    user_comment: z.string().optional(),
    next_url: z.string().optional(),
    icon: z.string().optional(),
    favicon: z.string().optional(),
    authors: z.array(author).min(1).optional(),
    language: z.string(),
    expired: z.boolean().optional(),
    hubs: z.array(z.strictObject({ type: z.string(), url: z.string() })).optional(),
    items: z.array(item.loose()),
  })
  .loose();

type JsonItem = z.infer<typeof item>;

/**
 * Reads a JSON Feed 1.1 document and objects to what a validator of feeds would object to.
 *
 * @param selfUrl absolute URL it is served from
 * @returns null if it is no JSON Feed at all
 */
export function checkJsonFeed(text: string, selfUrl: string, object: Objector): FeedReading | null {
  const json = parseJson(text, object);
  const { data, error } = feed.safeParse(json);
  for (const { path, message } of error?.issues ?? []) {
    object(`JSON Feed 1.1 at ${path.join(".") || "its top"}`, shownAt(json, path), message);
  }
  if (data === undefined) return null;
  checkJsonKeys(text, object);
  checkKeys(data, Object.keys(feed.shape), object);
  checkNotEmpty("title", data.title, object);
  checkHttpUrl("home_page_url", data.home_page_url, object);
  checkLanguage("language", data.language, object);
  if (data.feed_url !== selfUrl) object("feed_url says where the feed is served", data.feed_url, selfUrl);
  return {
    id: null,
    home: data.home_page_url,
    title: data.title,
    description: data.description ?? "",
    language: data.language,
    updated: null,
    rights: null,
    authors: (data.authors ?? []).map(({ name }) => name),
    items: data.items.map((entry, index) => {
      const itemObject: Objector = (rule, found, expected) =>
        object(`Item ${index + 1}: ${rule}`, found, expected);
      checkKeys(entry, Object.keys(item.shape), itemObject);
      return readItem(entry, itemObject);
    }),
  };
}

function readItem(entry: JsonItem, object: Objector): ItemReading {
  checkNotEmpty("title", entry.title, object);
  checkHttpUrl("url", entry.url, object);
  if (entry.external_url !== undefined) checkHttpUrl("external_url", entry.external_url, object);
  for (const { url } of [...(entry.authors ?? []), ...(entry.attachments ?? [])]) {
    if (url !== undefined) checkHttpUrl("url of an author or attachment", url, object);
  }
  const contents = [entry.content_html, entry.content_text].filter((content) => content !== undefined);
  if (contents.length !== 1)
    object("The item has its content once", `${contents.length}`, "content_html or content_text");
  if (entry.content_text !== undefined && entry.content_text !== entry.title)
    object("content_text of a headline is its title", entry.content_text, entry.title);
  const published = readRfc3339("date_published", entry.date_published, object);
  const updated = readRfc3339("date_modified", entry.date_modified, object);
  if (updated < published)
    object("date_modified is not before date_published", entry.date_modified, entry.date_published);
  return {
    id: entry.id,
    link: entry.external_url ?? entry.url,
    page: entry.url,
    title: entry.title,
    html: entry.content_html ?? "",
    authors: (entry.authors ?? []).map(({ name }) => name),
    published,
    updated,
  };
}

/** Keys are those of the specification, or begin with `_`. */
function checkKeys(
  value: Readonly<Record<string, unknown>>,
  known: readonly string[],
  object: Objector,
): void {
  for (const key of Object.keys(value)) {
    if (!known.includes(key) && !key.startsWith("_"))
      object("The key is one of JSON Feed 1.1", key, known.join(" "));
  }
}

function parseJson(text: string, object: Objector): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) => {
      if (typeof value === "string") checkCharacters(value, object);
      return value;
    });
  } catch (error) {
    object("The document is JSON", String(error), "a document that JSON.parse accepts");
    return null;
  }
}

function shownAt(json: unknown, path: readonly PropertyKey[]): string {
  let value: unknown = json;
  for (const key of path) value = value instanceof Object ? Reflect.get(value, key) : undefined;
  return JSON.stringify(value) ?? "";
}
