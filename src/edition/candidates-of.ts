import { isValid, parseISO } from "date-fns";
import type { Article, Headline, NewswirePage } from "../newswire/page.ts";
import type { ArticleCandidate, Candidate, HeadlineCandidate } from "./candidate.ts";

/**
 * What a newswire page wants to publish, in the page's order: an article, its headlines, the next article. A date at the
 * start of the file's name is the date of everything on the page; the article's own date line beats it for the article.
 *
 * @param file path below `data/`, `/` as divider
 */
export function candidatesOf(file: string, page: NewswirePage): readonly Candidate[] {
  const published = dateInName(file);
  return page.articles.flatMap((article) => {
    const headlines = article.headlines.map((headline) => headlineCandidate(file, headline, published));
    const body = articleCandidate(file, article, published);
    return body === null ? headlines : [body, ...headlines];
  });
}

function articleCandidate(file: string, article: Article, fileDate: string | null): ArticleCandidate | null {
  if (article.title === null || article.paragraphs.length === 0) return null;
  const published = article.published ?? fileDate;
  return {
    kind: "article",
    file,
    lineNumber: article.lineNumber,
    title: article.title,
    titleDerived: article.titleDerived,
    byline: article.byline,
    dateline: article.dateline,
    paragraphs: article.paragraphs,
    ...(published === null ? {} : { published }),
    ...(article.updated === undefined ? {} : { updated: article.updated }),
  };
}

function headlineCandidate(file: string, headline: Headline, fileDate: string | null): HeadlineCandidate {
  return {
    kind: "headline",
    file,
    lineNumber: headline.lineNumber,
    title: headline.title,
    ...(headline.url === undefined ? {} : { address: headline.url }),
    ...(fileDate === null ? {} : { published: fileDate }),
  };
}

const NAME_DATE = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:T(\d{2})[-.]?(\d{2})(?:[-.]?(\d{2}))?(Z?))?(?!\d)/;

/** `2026-01-16-evening.txt`, `20260116.txt`, `2026-01-16T0930-x.txt` and the like; null if no date starts the name. */
function dateInName(file: string): string | null {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const found = NAME_DATE.exec(name);
  if (found === null) return null;
  const [, year, , month, day, hours, minutes, seconds = "00", zone] = found;
  const date = `${year}-${month}-${day}`;
  if (!isValid(parseISO(`${date}T00:00:00Z`))) return null;
  const time = `${date}T${hours}:${minutes}:${seconds}${zone}`;
  return hours !== undefined && isValid(parseISO(zone === "Z" ? time : `${time}Z`)) ? time : date;
}
