import { cleanLine, cleanText } from "../newswire/clean-text.ts";
import { dateInName } from "../newswire/date-in-name.ts";
import { makeTitle } from "../newswire/make-title.ts";
import { AddressReader, lineOf } from "./address-reader.ts";
import type { Article } from "./article.ts";
import { articleName, idPrefix } from "./article-name.ts";
import { type ArticleProblem, articleProblem } from "./article-problem.ts";
import type { ArticleFrontMatter } from "./article-schema.ts";
import { cleanHtml } from "./clean-html.ts";
import { readArticleFrontMatter } from "./read-article-front-matter.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { unsafeHtmlProblems } from "./unsafe-html-problems.ts";

export type ParsedArticle = {
  /** Null for a draft, and for a file with a mistake, which is among the problems. */
  readonly article: Article | null;
  readonly isDraft: boolean;
  /** In the order of their lines. */
  readonly problems: readonly ArticleProblem[];
};

/**
 * Reads a Markdown file. Total and linear: whatever is wrong is a problem, and what would be published wrong because of it
 * is no article.
 *
 * @param text decoded; line ends may be of any kind
 * @param file path below `data/`, `/` as divider: `articles/harbour/crane.md`
 * @param siteUrl origin that everything is served from, for addresses that begin with `/`
 */
export function parseArticle(text: string, file: string, siteUrl: string): ParsedArticle {
  const clean = cleanText(text);
  const { frontMatter, rest, problems: found } = readArticleFrontMatter(clean.text);
  if (frontMatter?.isDraft) return { article: null, isDraft: true, problems: [] };
  const characters = clean.problems.map(({ kind, lineNumber, value }) =>
    articleProblem(kind, lineNumber, value),
  );
  const made = frontMatter && makeArticle({ frontMatter, text: clean.text, markdown: rest, file, siteUrl });
  const problems = [...characters, ...found, ...(made?.problems ?? [])];
  const isUsable = made !== null && !problems.some(({ isMistake }) => isMistake);
  return {
    article: isUsable ? made.article : null,
    isDraft: false,
    problems: problems.sort((a, b) => a.lineNumber - b.lineNumber),
  };
}

type Source = {
  readonly frontMatter: ArticleFrontMatter;
  /** The whole file. */
  readonly text: string;
  /** Below the front matter, which blank lines stand for. */
  readonly markdown: string;
  readonly file: string;
  readonly siteUrl: string;
};

function makeArticle({ frontMatter, text, markdown, file, siteUrl }: Source): {
  readonly article: Article;
  readonly problems: readonly ArticleProblem[];
} {
  const { title: said, isDraft, image, enclosures, ...facts } = frontMatter;
  const base = `${siteUrl}/`;
  const addresses = new AddressReader(file, base);
  const rendered = renderMarkdown(markdown, (heading) => isTitle(cleanLine(heading), said));
  const { html, blocks, files } = cleanHtml(rendered.html, {
    base,
    idPrefix: idPrefix(file),
    fileOf: (address) => addresses.fileOf(address),
  });
  const typed = said ?? (rendered.title === null ? undefined : cleanLine(rendered.title));
  const title = typed ?? makeTitle(blocks[0] ?? "");
  const published = facts.published ?? dateInName(articleName(file));
  const article: Article = {
    ...facts,
    title,
    titleDerived: typed === undefined,
    ...(published !== null && { published }),
    ...(image !== undefined && { image: { ...image, src: addresses.media(image.src) } }),
    enclosures: enclosures.map((enclosure) => ({ ...enclosure, src: addresses.media(enclosure.src) })),
    body: html,
    bodyFiles: files.map(({ file }) => file),
    paragraphs: blocks,
  };
  const problems = [...unsafeHtmlProblems(rendered.typedHtml), ...addresses.problems(text)];
  if (rendered.tooDeepAt !== null) problems.push(articleProblem("nested-too-deep", rendered.tooDeepAt));
  const gaps = gapProblems(article, firstLine(markdown));
  return { article, problems: [...problems, ...gaps, ...enclosureProblems(frontMatter, addresses, text)] };
}

/** A heading is the title if nothing else is, and it repeats the title if it says the same. */
function isTitle(heading: string, said: string | undefined): boolean {
  return heading !== "" && (said === undefined || heading === said);
}

/** What is missing in an article, or was made up for. */
function gapProblems(article: Article, lineNumber: number): readonly ArticleProblem[] {
  const { title, titleDerived, body, image, enclosures, link } = article;
  const isEmpty = body.every((piece) => typeof piece === "string" && piece.trim() === "");
  if (isEmpty && image === undefined && enclosures.length === 0 && link === undefined) {
    return [articleProblem("no-text", lineNumber)];
  }
  if (title === "") {
    return [
      articleProblem(
        "front-matter-mistake",
        lineNumber,
        "title: found nothing, and no text to make one from",
      ),
    ];
  }
  return titleDerived ? [articleProblem("title-derived", lineNumber, title)] : [];
}

/** Enclosures whose path leads to no file, so that nobody knows their type and length. */
function enclosureProblems(
  { enclosures }: ArticleFrontMatter,
  addresses: AddressReader,
  text: string,
): readonly ArticleProblem[] {
  return enclosures.flatMap(({ src, type, length }) => {
    const isKnown = typeof addresses.media(src) !== "string" || (type !== undefined && length !== undefined);
    if (isKnown) return [];
    const value = `enclosures: found ${src}, expected a file below data/articles, or type and length beside it`;
    return [articleProblem("front-matter-mistake", lineOf(src, text), value)];
  });
}

/** 1-based line that the text begins on; the first one if there is none. */
function firstLine(markdown: string): number {
  return lineOf(/\S/.exec(markdown)?.[0] ?? "", markdown);
}
