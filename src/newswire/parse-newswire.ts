import { cleanText } from "./clean-text.ts";
import { dividePage } from "./divide-page.ts";
import { countListBefore, findList } from "./find-list.ts";
import { isHeadlineLike } from "./is-headline-like.ts";
import { listHeadlines, sameness } from "./list-headlines.ts";
import { makeTitle } from "./make-title.ts";
import type { Article, NewswirePage } from "./page.ts";
import { type NewswireProblem, problemAt } from "./problem.ts";
import { readBlocks } from "./read-blocks.ts";
import { readFrontMatter } from "./read-front-matter.ts";
import { type Header, readHeader } from "./read-header.ts";
import { isTold, readUnits, type Unit } from "./read-units.ts";
import { splitDateline } from "./split-dateline.ts";
import { type Line, splitLines } from "./split-lines.ts";

/** A part of the page, read as far as it can be alone. */
type Part = {
  readonly header: Header;
  readonly body: readonly Unit[];
  readonly list: readonly Unit[];
  readonly lineNumber: number;
};

const EMPTY: Article = {
  title: null,
  titleDerived: false,
  byline: null,
  dateline: null,
  paragraphs: [],
  headlines: [],
  lineNumber: 1,
};

/**
 * Reads a newswire page. Total and linear: any text is a page, and what is odd about it is a problem beside what could
 * be read. Line ends may be of any kind.
 */
export function parseNewswire(text: string): NewswirePage {
  const clean = cleanText(text);
  const { frontMatter, rest, problems: filed } = readFrontMatter(clean.text);
  const problems: NewswireProblem[] = [...clean.problems, ...filed];
  const parts = dividePage(splitLines(rest)).map((lines) => readPart(lines, problems));
  const articles = gatherLists(parts, problems).map((part) => makeArticle(part, problems));
  const [first = EMPTY, ...others] = articles;
  const [second] = others;
  if (second) problems.push(problemAt("several-articles", second.lineNumber));
  if (first.paragraphs.length === 0)
    problems.push(problemAt(first.headlines.length > 0 ? "no-body" : "empty-input", first.lineNumber));
  problems.sort((a, b) => a.lineNumber - b.lineNumber);
  return { articles: [first, ...others], frontMatter, problems };
}

function readPart(lines: readonly Line[], problems: NewswireProblem[]): Part {
  const lineNumber = lines[0]?.lineNumber ?? 1;
  const above = readHeader(lines);
  for (const problem of above.problems) problems.push(problem);
  const blocks = readBlocks(above.rest);
  const wrapped = blocks.find((block) => block.wrapped)?.lines[0];
  if (wrapped) problems.push(problemAt("hard-wrapped", wrapped.lineNumber));
  const units = readUnits(blocks);
  const { body, list, ambiguous } = findList(units);
  if (!body.some(isTold)) {
    // Without a body there is no title: what looked like one is the first headline.
    const title = above.title ? readUnits([{ lines: [above.title], wrapped: false }]) : [];
    return { header: { ...above, title: null }, body: [], list: [...title, ...units], lineNumber };
  }
  if (ambiguous) addProblem(problems, "ambiguous-split", list);
  const before = above.title ? 0 : countListBefore(body);
  if (before === 0) return { header: above, body, list, lineNumber };
  addProblem(problems, "headlines-before-body", body);
  const rest = body.slice(before);
  const below = readHeader(rest.map(({ line }) => line));
  for (const problem of below.problems) problems.push(problem);
  const kept = new Set(below.rest);
  return {
    header: { ...above, ...below, byline: below.byline ?? above.byline },
    body: rest.filter(({ line }) => kept.has(line)),
    list: [...body.slice(0, before), ...list],
    lineNumber,
  };
}

/** A part that is only a list belongs to the article before it, or, at the top, to the one that follows. */
function gatherLists(parts: readonly Part[], problems: NewswireProblem[]): readonly Part[] {
  const articles: (Part & { readonly list: Unit[] })[] = [];
  let waiting: Unit[] = [];
  for (const part of parts) {
    if (part.body.length > 0) {
      if (waiting.length > 0) addProblem(problems, "headlines-before-body", waiting);
      articles.push({ ...part, list: waiting });
      waiting = [];
    }
    const list = articles.at(-1)?.list ?? waiting;
    for (const unit of part.list) list.push(unit);
  }
  const [only] = parts;
  return articles.length === 0 && only ? [{ ...only, list: waiting }] : articles;
}

function makeArticle({ header, body, list, lineNumber }: Part, problems: NewswireProblem[]): Article {
  const { title, byline, published, updated } = header;
  const { headlines, problems: listed } = listHeadlines(list, title?.text ?? null);
  for (const problem of listed) problems.push(problem);
  const facts = {
    byline,
    headlines,
    lineNumber,
    ...(published && { published }),
    ...(updated && { updated }),
  };
  const paragraphs = paragraphsOf(body, title?.text ?? null);
  const [first] = body;
  if (!first) return { ...EMPTY, ...facts };
  // A deck may stand between the title and the paragraph that begins with the dateline.
  const [top = "", below] = paragraphs;
  const atTop = splitDateline(top);
  const hasDeck = title !== null && below !== undefined && atTop.dateline === null && isHeadlineLike(top);
  const { dateline, text } = hasDeck ? splitDateline(below) : atTop;
  paragraphs[hasDeck ? 1 : 0] = text;
  if (!title) problems.push(problemAt("title-derived", first.line.lineNumber, makeTitle(text)));
  return { ...facts, title: title?.text ?? makeTitle(text), titleDerived: !title, dateline, paragraphs };
}

/** A first paragraph that only says the title again is left out, unless it is all there is. */
function paragraphsOf(body: readonly Unit[], title: string | null): string[] {
  const paragraphs = body.map(({ line }) => line.text);
  const [first = ""] = paragraphs;
  const repeats = title !== null && paragraphs.length > 1 && sameness(first) === sameness(title);
  return repeats ? paragraphs.slice(1) : paragraphs;
}

function addProblem(
  problems: NewswireProblem[],
  kind: "ambiguous-split" | "headlines-before-body",
  [first]: readonly Unit[],
): void {
  if (first) problems.push(problemAt(kind, first.line.lineNumber, first.line.text));
}
