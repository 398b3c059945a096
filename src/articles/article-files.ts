import type { Article, MediaLink } from "./article.ts";
import { isArticleFile } from "./article-name.ts";

/** The files that an article shows, or links to, and that are no articles: each once, in the article's order. */
export function mediaFilesOf(article: Article): readonly string[] {
  return filesOf(article).filter((file) => !isArticleFile(file));
}

/** The files of the articles that an article links to, perhaps its own: each once, in the article's order. */
export function linksOf(article: Article): readonly string[] {
  return filesOf(article).filter(isArticleFile);
}

/** All of them, each once. */
export function filesOf({ image, enclosures, bodyFiles }: Article): readonly string[] {
  const media: readonly MediaLink[] = [...(image ? [image.src] : []), ...enclosures.map(({ src }) => src)];
  const files = media.flatMap((src) => (typeof src === "string" ? [] : [src.file]));
  return [...new Set([...files, ...bodyFiles])];
}
