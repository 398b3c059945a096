import type { Author } from "../articles/author.ts";
import type { Site } from "../edition/site.ts";

/** Who stands as a feed's author: the site's authors or, as Atom demands one (RFC 4287 §4.1.1), the publication itself. */
export function feedAuthors(site: Site): readonly Author[] {
  return site.authors.length > 0 ? site.authors : [{ name: site.title, url: site.home }];
}
