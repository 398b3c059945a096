import type { Article, NewswirePage } from "./page.ts";

/** A page as plain data, the way `npm run read` prints it: the first article, then what was odd, and dates, front matter and further articles if there are any. */
export function describePage({ articles: [first, ...others], frontMatter, problems }: NewswirePage): object {
  const { published, updated, ...article } = describeArticle(first);
  return {
    ...article,
    warnings: [...new Set(problems.map(({ kind }) => kind))].sort(),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(frontMatter !== null && { frontMatter }),
    ...(others.length > 0 && { others: others.map(describeArticle) }),
  };
}

function describeArticle({
  title,
  titleDerived,
  byline,
  dateline,
  paragraphs,
  headlines,
  published,
  updated,
}: Article) {
  return {
    title,
    titleDerived,
    byline,
    dateline,
    paragraphs,
    headlines: headlines.map(({ title, url }) => ({ title, ...(url !== undefined && { url }) })),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
  };
}
