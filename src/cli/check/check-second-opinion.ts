import { parseFeed } from "feedsmith";
import type { FeedReading } from "./feed-reading.ts";
import type { Objector } from "./objection.ts";

/** Whether a reader made by others takes the same from the document as we do. */
export function checkSecondOpinion(text: string, feed: FeedReading, object: Objector): void {
  const theirs = theirItems(text, object);
  const ours = feed.items.map(({ id, title }) => ({ id: id.trim(), title: title.trim() }));
  if (theirs === null || JSON.stringify(theirs) === JSON.stringify(ours)) return;
  object("Feedsmith reads the same ids and titles", JSON.stringify(theirs), JSON.stringify(ours));
}

function theirItems(text: string, object: Objector) {
  try {
    const { format, feed } = parseFeed(text);
    if (format === "rss") return (feed.items ?? []).map(({ guid, title }) => ({ id: guid?.value, title }));
    if (format === "atom") return (feed.entries ?? []).map(({ id, title }) => ({ id, title: title?.value }));
    if (format === "json") return (feed.items ?? []).map(({ id, title }) => ({ id, title }));
    object("Feedsmith knows the format", format, "rss, atom or json");
  } catch (error) {
    object("Feedsmith can read the feed", String(error), "a feed");
  }
  return null;
}
