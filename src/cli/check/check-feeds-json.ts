import { z } from "zod";
import { checkHttpUrl, checkLanguage, readRfc3339 } from "./check-values.ts";
import type { ListingReading } from "./listing-reading.ts";
import type { Objector } from "./objection.ts";

const listing = z.looseObject({
  title: z.string().min(1),
  home_page_url: z.string(),
  feeds: z.array(
    z.looseObject({
      title: z.string().min(1),
      language: z.string(),
      updated: z.string(),
      page_url: z.string(),
      rss: z.string(),
      atom: z.string(),
      json_feed: z.string(),
    }),
  ),
});

/** The list of feeds for programs: each with its addresses in the three formats. */
export function checkFeedsJson(text: string, object: Objector): ListingReading {
  const { data, error } = listing.safeParse(parseJson(text, object));
  for (const { path, message } of error?.issues ?? [])
    object(`The list of feeds at ${path.join(".") || "its top"}`, "", message);
  if (data === undefined) return { feeds: [], pages: [] };
  checkHttpUrl("home_page_url", data.home_page_url, object);
  for (const { language, updated, page_url } of data.feeds) {
    checkLanguage("language of a feed", language, object);
    readRfc3339("updated of a feed", updated, object);
    checkHttpUrl("page_url of a feed", page_url, object);
  }
  const feeds = data.feeds.flatMap(({ rss, atom, json_feed }) => [rss, atom, json_feed]);
  const known = new Set<string>();
  for (const url of feeds) {
    checkHttpUrl("The address of a feed", url, object);
    if (known.has(url)) object("A list names each feed once", url, "another feed");
    known.add(url);
  }
  return { feeds, pages: data.feeds.map(({ page_url }) => page_url) };
}

function parseJson(text: string, object: Objector): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    object("The document is JSON", String(error), "a document that JSON.parse accepts");
    return null;
  }
}
