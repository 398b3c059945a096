import { checkHttpUrl } from "./check-values.ts";
import type { HistoryReading } from "./feed-reading.ts";
import { ATOM, FH } from "./namespaces.ts";
import type { Objector } from "./objection.ts";
import { childrenOf, type XmlElement } from "./parse-xml.ts";

/** What a feed in XML says of its place in the history of its channel (RFC 5005). */
export function readHistory(feed: XmlElement, object: Objector): HistoryReading {
  const [previous, current, next] = ["prev-archive", "current", "next-archive"].map((rel) =>
    linkOf(feed, rel, object),
  );
  if (next !== undefined && next !== "")
    object("An archive does not say what came after it", next, "no next-archive, which would change it");
  return {
    isArchive: isThere(feed, "archive"),
    isComplete: isThere(feed, "complete"),
    previous: previous ?? "",
    current: current ?? "",
  };
}

function isThere(feed: XmlElement, name: string): boolean {
  return childrenOf(feed, FH, name).length > 0;
}

function linkOf(feed: XmlElement, rel: string, object: Objector): string {
  const links = childrenOf(feed, ATOM, "link").filter(({ attributes }) => attributes.rel === rel);
  if (links.length > 1) object(`<link rel=${rel}> stands once`, `${links.length}`, "one");
  const href = links[0]?.attributes.href;
  if (href !== undefined) checkHttpUrl(`<link rel=${rel}>`, href, object);
  return href ?? "";
}
