import { checkCharacters } from "./check-characters.ts";
import { checkJsonItem } from "./check-json-item.ts";
import { checkJsonKeys } from "./check-json-keys.ts";
import { checkHttpUrl, checkLanguage, checkNotEmpty } from "./check-values.ts";
import type { ParsedFeed, ParsedPieces } from "./feed-reading.ts";
import { FEED_KEYS, type JsonFeed, jsonFeed } from "./json-feed-schema.ts";
import type { Objector } from "./objection.ts";

/**
 * Reads a JSON Feed 1.1 document and objects to what a validator of feeds would object to.
 *
 * @param selfUrl absolute URL it is served from
 * @returns null if it is no JSON Feed at all
 */
export function checkJsonFeed(
  parts: readonly string[],
  selfUrl: string,
  object: Objector,
): ParsedFeed | null {
  const text = parts.join("");
  const json = parseJson(text, object);
  const { data, error } = jsonFeed.safeParse(json);
  for (const { path, message } of error?.issues ?? []) {
    object(`JSON Feed 1.1 at ${path.join(".") || "its top"}`, shownAt(json, path), message);
  }
  if (data === undefined) return null;
  checkJsonKeys(text, object);
  checkFeed(data, selfUrl, object);
  const feed = {
    id: null,
    home: data.home_page_url,
    title: data.title,
    description: data.description ?? "",
    language: data.language,
    updated: null,
    rights: null,
    licence: null,
    authors: (data.authors ?? []).map(({ name }) => name),
    icon: data.icon ?? "",
    history: { isArchive: null, isComplete: null, previous: data.next_url ?? "", current: null },
    deleted: null,
    items: data.items.map((item, index) =>
      checkJsonItem(item, (rule, found, expected) => object(`Item ${index + 1}: ${rule}`, found, expected)),
    ),
  };
  return { feed, pieces: readPieces(parts.slice(1, -1), data.items.length) };
}

function checkFeed(data: JsonFeed, selfUrl: string, object: Objector): void {
  for (const key of Object.keys(data)) {
    if (!FEED_KEYS.has(key) && !key.startsWith("_"))
      object("The key is one of JSON Feed 1.1", key, [...FEED_KEYS].join(" "));
  }
  checkNotEmpty("title", data.title, object);
  checkHttpUrl("home_page_url", data.home_page_url, object);
  checkLanguage("language", data.language, object);
  for (const key of ["icon", "favicon", "next_url"] as const) {
    const url = data[key];
    if (url !== undefined) checkHttpUrl(key, url, object);
  }
  for (const { url, avatar } of data.authors ?? []) {
    if (url !== undefined) checkHttpUrl("url of an author", url, object);
    if (avatar !== undefined) checkHttpUrl("avatar of an author", avatar, object);
  }
  if (!isServedThere(data, selfUrl)) object("feed_url says where the feed is served", data.feed_url, selfUrl);
}

/** An archive says where the feed is that it belongs to: `feed_url` is the feed's identifier. */
function isServedThere({ feed_url }: JsonFeed, selfUrl: string): boolean {
  return feed_url === selfUrl.replace(/\/archive\/[1-9]\d*(?=\/[^/]*$)/, "");
}

/** Null if the parts between the first and the last are not one item each, divided by commas. */
function readPieces(texts: readonly string[], itemCount: number): ParsedPieces | null {
  if (texts.length !== itemCount) return null;
  const areItems = texts.every((text, index) => {
    const hasComma = text.startsWith(",");
    return hasComma === index > 0 && isJson(hasComma ? text.slice(1) : text);
  });
  return areItems ? { declared: new Set(), needed: texts.map(() => []) } : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

// A character that the text does not hold as it is can come out of an escape sequence only.
function parseJson(text: string, object: Objector): unknown {
  const checkStrings = (_: string, value: unknown) => {
    if (typeof value === "string") checkCharacters(value, object);
    return value;
  };
  try {
    return JSON.parse(text, text.includes("\\u") ? checkStrings : undefined);
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
