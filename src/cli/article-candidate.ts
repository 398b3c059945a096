import type { Article } from "../articles/article.ts";
import type { ArticleCandidate } from "../edition/candidate.ts";
import { markdownCandidate } from "../edition/candidates-of.ts";
import { digestText } from "../edition/digest-text.ts";
import type { ReadArticle, Shown } from "./read-article.ts";

/** The newest that was made of each file. */
const made = new WeakMap<ReadArticle, ArticleCandidate>();

/**
 * The very same one as before, as long as neither the file nor what it shows has changed.
 *
 * @param media addresses of the files that it shows, by their paths
 */
export function articleCandidate(
  file: string,
  read: ReadArticle,
  article: Article,
  media: Shown["media"],
): ArticleCandidate {
  const known = made.get(read);
  if (known?.markdown && isSame(known.markdown.media, media)) return known;
  const { shown } = read;
  const digest = shown && isSame(shown.media, media) ? shown.digest : undefined;
  const candidate = markdownCandidate(file, article, read, media, digest);
  made.set(read, candidate);
  return candidate;
}

/** Digest of the candidate that was made of it last; null if none was. */
export function shownOf(read: ReadArticle): Shown | null {
  const candidate = made.get(read);
  return candidate?.markdown
    ? { media: candidate.markdown.media, digest: digestText(candidate) }
    : read.shown;
}

function isSame(one: Shown["media"], other: Shown["media"]): boolean {
  const files = Object.keys(other);
  return Object.keys(one).length === files.length && files.every((file) => one[file] === other[file]);
}
