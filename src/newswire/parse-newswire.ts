import { cleanText } from "./clean-text.ts";
import { dividePage } from "./divide-page.ts";
import { countListBefore, findList, makeUnits, type Unit } from "./find-list.ts";
import { joinWrapped } from "./join-wrapped.ts";
import { type Line, splitLines } from "./line.ts";
import { listHeadlines, sameness } from "./list-headlines.ts";
import { makeTitle } from "./make-title.ts";
import type { Article, NewswirePage } from "./page.ts";
import { parseHeadline } from "./parse-headline.ts";
import type { NewswireProblem, NewswireProblemKind } from "./problem.ts";
import { type Header, readHeader } from "./read-header.ts";
import { splitDateline } from "./split-dateline.ts";

/** A part of the page, read as far as it can be alone. */
type Part = {
  readonly header: Header;
  readonly body: readonly Unit[];
  readonly list: readonly Unit[];
  readonly lineNumber: number;
};

/**
 * Reads a newswire page. Total and linear: any text is a page, and what is odd about it is a problem beside what could
 * be read. Line ends may be of any kind.
 */
export function parseNewswire(text: string): NewswirePage {
  const clean = cleanText(text);
  const problems: NewswireProblem[] = [...clean.problems];
  const parts = joinTitles(dividePage(splitLines(clean.text))).map((lines) => readPart(lines, problems));
  const articles = gatherLists(parts, problems).map((part) => makeArticle(part, problems));
  const [first = EMPTY, ...others] = articles;
  const second = others[0];
  if (second) problems.push({ kind: "several-articles", lineNumber: second.lineNumber, value: "" });
  if (first.paragraphs.length === 0) {
    problems.push({
      kind: first.headlines.length > 0 ? "no-body" : "empty-input",
      lineNumber: first.lineNumber,
      value: "",
    });
  }
  problems.sort((a, b) => a.lineNumber - b.lineNumber);
  return { articles: [first, ...others], problems };
}

const EMPTY: Article = {
  title: null,
  titleDerived: false,
  byline: null,
  dateline: null,
  paragraphs: [],
  headlines: [],
  lineNumber: 1,
};

/** A line alone with a rule right under it is the title of what follows. */
function joinTitles(parts: ReturnType<typeof dividePage>): readonly (readonly Line[])[] {
  return parts.flatMap(({ lines, underlined }, i) => {
    if (underlined && i + 1 < parts.length) return [];
    const title = parts[i - 1]?.underlined ? (parts[i - 1]?.lines ?? []) : [];
    const [first, ...rest] = lines;
    return first && title.length > 0 ? [[...title, { ...first, blanksBefore: 1 }, ...rest]] : [lines];
  });
}

function readPart(lines: readonly Line[], problems: NewswireProblem[]): Part {
  const lineNumber = lines[0]?.lineNumber ?? 1;
  const above = readHeader(lines);
  const units = makeUnits(readBlocks(above.rest, problems));
  const { body, list, ambiguous } = findList(units);
  for (const problem of above.problems) problems.push(problem);
  if (!body.some(isTold)) {
    // Without a body there is no title: what looked like one is the first headline.
    const title = above.title ? makeUnits([{ lines: [above.title], wrapped: false }]) : [];
    return { header: { ...above, title: null }, body: [], list: [...title, ...units], lineNumber };
  }
  const [firstListed] = list;
  if (ambiguous && firstListed) addProblem(problems, "ambiguous-split", firstListed);
  const before = above.title === null ? countListBefore(body) : 0;
  const [firstBefore] = body;
  if (before === 0 || !firstBefore) return { header: above, body, list, lineNumber };
  addProblem(problems, "headlines-before-body", firstBefore);
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

function isTold({ address, label, headlineLike }: Unit): boolean {
  return !address && !label && !headlineLike;
}

/** Blocks are lines without a blank one between; the hard-wrapped ones are joined. */
function readBlocks(lines: readonly Line[], problems: NewswireProblem[]): ReturnType<typeof joinWrapped>[] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    if (block && line.blanksBefore === 0) block.push(line);
    else blocks.push([line]);
  }
  const joined = blocks.flatMap(splitMarked).map(joinWrapped);
  const wrapped = joined.find((block) => block.wrapped)?.lines[0];
  if (wrapped) problems.push({ kind: "hard-wrapped", lineNumber: wrapped.lineNumber, value: "" });
  return joined;
}

/** A block whose last lines all are marked as a list's: what stands before them may be hard-wrapped by itself. */
function splitMarked(block: readonly Line[]): readonly (readonly Line[])[] {
  let start = block.length;
  for (let line = block[start - 1]; line && parseHeadline(line, true).mark !== null; line = block[start - 1])
    start--;
  return start === 0 || start === block.length ? [block] : [block.slice(0, start), block.slice(start)];
}

/** A part that is only a list belongs to the article before it, or, at the top, to the one that follows. */
function gatherLists(parts: readonly Part[], problems: NewswireProblem[]): readonly Part[] {
  const articles: (Part & { readonly list: Unit[] })[] = [];
  let waiting: Unit[] = [];
  for (const part of parts) {
    if (part.body.length > 0) {
      const [first] = waiting;
      if (first) addProblem(problems, "headlines-before-body", first);
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
  const [first, ...rest] = paragraphsOf(body, title?.text ?? null);
  const facts = {
    byline,
    headlines,
    lineNumber,
    ...(published && { published }),
    ...(updated && { updated }),
  };
  if (first === undefined) return { ...EMPTY, ...facts };
  const { dateline, text } = splitDateline(first);
  if (!title)
    problems.push({
      kind: "title-derived",
      lineNumber: body[0]?.line.lineNumber ?? lineNumber,
      value: makeTitle(text),
    });
  return {
    ...facts,
    title: title?.text ?? makeTitle(text),
    titleDerived: !title,
    dateline,
    paragraphs: [text, ...rest],
  };
}

/** A first paragraph that only says the title again is left out, unless it is all there is. */
function paragraphsOf(body: readonly Unit[], title: string | null): readonly string[] {
  const paragraphs = body.map(({ line }) => line.text);
  const [first, ...rest] = paragraphs;
  const repeats =
    title !== null && first !== undefined && rest.length > 0 && sameness(first) === sameness(title);
  return repeats ? rest : paragraphs;
}

function addProblem(problems: NewswireProblem[], kind: NewswireProblemKind, { line }: Unit): void {
  problems.push({ kind, lineNumber: line.lineNumber, value: line.text.slice(0, 200) });
}
