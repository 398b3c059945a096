import { cleanLine } from "../newswire/clean-text.ts";
import { splitFrontMatter } from "../newswire/read-front-matter.ts";
import { editDistance } from "../yaml/edit-distance.ts";
import { describeMistake, type Mistake } from "../yaml/mistake.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { type ArticleProblem, articleProblem } from "./article-problem.ts";
import { type ArticleFrontMatter, articleKeys, articleSchema } from "./article-schema.ts";

export type ReadFrontMatter = {
  /** Null if it has a mistake. */
  readonly frontMatter: ArticleFrontMatter | null;
  /** The text with blank lines in its place: line numbers stay. */
  readonly rest: string;
  readonly problems: readonly ArticleProblem[];
};

const schema = articleSchema(cleanLine);
const NOTHING: ArticleFrontMatter = {
  authors: [],
  tags: [],
  enclosures: [],
  corrections: [],
  silent: false,
  isDraft: false,
};
/** Of a draft that is half written not even the YAML need be right. */
const DRAFT_LINE = /^draft:[ \t]*true[ \t]*$/m;
/** By these other programs keep a text back; here a date in the future and `draft` do. */
const KEEPING_BACK = new Set([
  "embargo",
  "embargoed",
  "hidden",
  "private",
  "publishdate",
  "publish_date",
  "pubdate",
]);
/** Levenshtein's distance up to which one key was meant for another: a letter wrong, or two swapped. */
const TYPO_EDITS_MAX = 2;

/** Reads the front matter of a Markdown file, which may have none. @param text clean */
export function readArticleFrontMatter(text: string): ReadFrontMatter {
  const split = splitFrontMatter(text);
  if (split === null) {
    const unread = findUnread(text);
    return { frontMatter: unread ? null : NOTHING, rest: text, problems: unread ? [unread] : [] };
  }
  const { yaml, lineNumber, rest } = split;
  if (yaml.trim() === "") return { frontMatter: NOTHING, rest, problems: [] };
  const reading = readYaml(yaml, schema, articleKeys, lineNumber);
  if ("value" in reading ? reading.value.isDraft : DRAFT_LINE.test(yaml)) {
    return { frontMatter: { ...NOTHING, isDraft: true }, rest, problems: [] };
  }
  const strangers = reading.unknown.map((mistake) => mistakeProblem(strangerKind(mistake), mistake));
  const mistakes = "value" in reading ? [] : reading.mistakes;
  const problems = [
    ...strangers,
    ...mistakes.map((mistake) => mistakeProblem("front-matter-mistake", mistake)),
  ].sort((a, b) => a.lineNumber - b.lineNumber);
  const isUsable = "value" in reading && !problems.some(({ isMistake }) => isMistake);
  return { frontMatter: isUsable ? reading.value : null, rest, problems };
}

function mistakeProblem(
  kind: "front-matter-mistake" | "unknown-key",
  { lineNumber = 1, ...mistake }: Mistake,
): ArticleProblem {
  return articleProblem(kind, lineNumber, describeMistake(mistake));
}

/** Another program's key (`layout`) does no harm. One that was meant for ours does: `drfat: true` would publish a draft. */
function strangerKind({ where }: Mistake): "front-matter-mistake" | "unknown-key" {
  const key = where.toLowerCase();
  const isTypo = articleKeys([]).some(
    (known) => known.charAt(0) === key.charAt(0) && editDistance(key, known.toLowerCase()) <= TYPO_EDITS_MAX,
  );
  return isTypo || KEEPING_BACK.has(key) ? "front-matter-mistake" : "unknown-key";
}

/** Front matter that was begun but is none, so that its keys would be published as text. */
function findUnread(text: string): ArticleProblem | null {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const lineNumber = text.slice(0, start).split("\n").length;
  const [, fence, key = ""] =
    /^(---|\+\+\+)[ \t]*\n(\w+)[ \t]*[:=]/.exec(text.slice(start, start + 500)) ?? [];
  if (fence === undefined || !articleKeys([]).includes(key)) return null;
  const mistake = {
    where: "",
    found: `${fence} over "${key}"`,
    expected: "YAML between two lines ---, the first at the top",
  };
  return articleProblem("front-matter-mistake", lineNumber, describeMistake(mistake));
}
