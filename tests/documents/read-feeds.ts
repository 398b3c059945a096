import { cleanEdition } from "../../src/documents/clean-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { renderArchives, renderFeeds } from "../../src/documents/render-channel.ts";
import { textOf } from "../../src/documents/text-of.ts";
import type { Edition } from "../../src/edition/edition.ts";
import { readXml } from "./read-xml.ts";

/** The subscription documents and the archives of an edition. */
export function feedsOf(edition: Edition): readonly Document[] {
  const clean = cleanEdition(edition);
  return [...renderFeeds(clean), ...renderArchives(clean)];
}

export function feedAt(path: string, edition: Edition): Document {
  const document = feedsOf(edition).find((candidate) => candidate.path === path);
  if (document === undefined) throw new Error(`No document at ${path}`);
  return document;
}

export function feedTextAt(path: string, edition: Edition): string {
  return textOf(feedAt(path, edition));
}

/** The JSON Feed of the channel of everything. */
export function jsonOf(edition: Edition) {
  return JSON.parse(feedTextAt("/feed.json", edition));
}

/** What an XPath finds in the RSS of the channel of everything. */
export function rssOf(edition: Edition, path: string): readonly string[] {
  return readXml(feedTextAt("/rss.xml", edition), path)[0] ?? [];
}

/** What an XPath finds in the Atom of the channel of everything. */
export function atomOf(edition: Edition, path: string): readonly string[] {
  return readXml(feedTextAt("/atom.xml", edition), path)[0] ?? [];
}
