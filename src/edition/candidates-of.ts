import type { Article as MarkdownArticle } from "../articles/article.ts";
import { dateInName } from "../newswire/date-in-name.ts";
import type { Article, Headline, NewswirePage } from "../newswire/page.ts";
import type { ArticleCandidate, Candidate, HeadlineCandidate } from "./candidate.ts";

/**
 * What a newswire page wants to publish, in the page's order: an article, its headlines, the next article. A date at the
 * start of the file's name is the date of everything on the page; the article's own date line beats it for the article.
 *
 * @param file path below `data/`, `/` as divider
 */
export function candidatesOf(file: string, page: NewswirePage): readonly Candidate[] {
  const { published: wanted, ...filing } = page.frontMatter ?? { tags: [] };
  const named = dateInName(file);
  const source = { file, mayWait: wanted !== undefined, ...filing };
  return page.articles.flatMap((article) => {
    const headlines = article.headlines.map((headline) => ({
      ...headlineCandidate(headline, wanted ?? named),
      ...source,
    }));
    const body = articleCandidate(article, wanted ?? article.published ?? named);
    return body === null ? headlines : [{ ...body, ...source }, ...headlines];
  });
}

/**
 * What a Markdown file wants to publish.
 *
 * @param source its `text` is the body as typed; like the article's, it is read when it is asked for
 * @param media digests of the files it shows, by their path below `data/`
 * @param digest see `MarkdownSource`
 */
export function markdownCandidate(
  file: string,
  article: MarkdownArticle,
  source: { readonly text: string },
  media: Readonly<Record<string, string>>,
  digest?: string,
): ArticleCandidate {
  const { title, titleDerived, tags, section, language, published, updated } = article;
  return {
    kind: "article",
    file,
    lineNumber: 1,
    title,
    titleDerived,
    byline: null,
    dateline: null,
    get paragraphs() {
      return article.paragraphs;
    },
    tags,
    mayWait: true,
    ...(section !== undefined && { section }),
    ...(language !== undefined && { language }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    markdown: {
      article,
      get text() {
        return source.text;
      },
      media,
      ...(digest !== undefined && { digest }),
    },
  };
}

type WithoutSource<Kind> = Omit<Kind, "file" | "tags" | "mayWait">;

function articleCandidate(
  article: Article,
  published: string | null,
): WithoutSource<ArticleCandidate> | null {
  if (article.title === null || article.paragraphs.length === 0) return null;
  return {
    kind: "article",
    lineNumber: article.lineNumber,
    title: article.title,
    titleDerived: article.titleDerived,
    byline: article.byline,
    dateline: article.dateline,
    paragraphs: article.paragraphs,
    markdown: null,
    ...(published === null ? {} : { published }),
    ...(article.updated === undefined ? {} : { updated: article.updated }),
  };
}

function headlineCandidate(headline: Headline, published: string | null): WithoutSource<HeadlineCandidate> {
  return {
    kind: "headline",
    lineNumber: headline.lineNumber,
    title: headline.title,
    ...(headline.url === undefined ? {} : { address: headline.url }),
    ...(published === null ? {} : { published }),
  };
}
