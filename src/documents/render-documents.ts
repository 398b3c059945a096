import type { Edition } from "../edition/edition.ts";
import { cleanEdition } from "./clean-edition.ts";
import type { Document } from "./document.ts";
import { renderArchives, renderFeeds } from "./render-channel.ts";
import { renderPages } from "./render-pages.ts";
import type { Scripts } from "./scripts.ts";

/**
 * Everything of an edition that has a URL but its media: the subscription documents of all channels, then their archives,
 * then pages, listings and assets. Pure: the same edition gives the same documents, in the same order. Made one by one, as
 * they are asked for, because together they may be large.
 *
 * @throws {RangeError} if a date of the edition is invalid
 * @throws {TypeError} if the site's address is not an absolute URL
 */
export function* renderDocuments(edition: Edition, scripts: Scripts): Generator<Document> {
  const clean = cleanEdition(edition);
  yield* renderFeeds(clean);
  yield* renderArchives(clean);
  yield* renderPages(clean, scripts);
}
