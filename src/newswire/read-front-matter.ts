import { editDistance } from "../yaml/edit-distance.ts";
import { describeMistake, type Mistake } from "../yaml/mistake.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import { checkYaml } from "../yaml/read-yaml.ts";
import { cleanLine } from "./clean-text.ts";
import type { PageFrontMatter } from "./page.ts";
import { PAGE_KEYS, pageKeys, pageSchema } from "./page-front-matter-schema.ts";
import { type NewswireProblem, problemAt } from "./problem.ts";

/** Front matter and what follows it. */
export type FrontMatterSplit = {
  /** What stands between the two lines, with line feeds as its only line ends. */
  readonly yaml: string;
  /** 1-based line of the file that `yaml` begins on. */
  readonly lineNumber: number;
  /** The file with as many blank lines in place of its front matter: line numbers stay. */
  readonly rest: string;
};

const OPENING = /^\ufeff?---[ \t]*(?=[\n\r\u0085\u2028\u2029])/;
const CLOSING = /(?:\r\n|[\n\r\u0085\u2028\u2029])(?:---|\.\.\.)[ \t]*(?=$|[\n\r\u0085\u2028\u2029])/g;
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g;

/** Parts a file that begins with a line `---` from what follows the next line `---` or `...`; null if there is none of either. */
export function splitFrontMatter(text: string): FrontMatterSplit | null {
  const opening = OPENING.exec(text)?.[0];
  if (opening === undefined) return null;
  const closings = new RegExp(CLOSING);
  closings.lastIndex = opening.length;
  const closing = closings.exec(text);
  if (closing === null) return null;
  const lines = text.slice(opening.length, closing.index).replace(LINE_END, "\n");
  const blank = `${lines}\n`.replace(/[^\n]+/g, "");
  return { yaml: lines.slice(1), lineNumber: 2, rest: blank + text.slice(closing.index + closing[0].length) };
}

/** How a newswire page is filed, and the page without that. */
type Filed = {
  readonly frontMatter: PageFrontMatter | null;
  readonly rest: string;
  readonly problems: readonly NewswireProblem[];
};

/** Front matter of a newswire page is short; a page that only begins with a rule line may be long. */
const CHARS_MAX = 20_000;
const NOTHING: PageFrontMatter = { tags: [] };

/**
 * Reads the front matter of a newswire page. It is some only if every key is one of ours, or nearly so: all else that
 * begins with a rule line is text. What can't be used is a problem and left out.
 *
 * @param text clean
 */
export function readFrontMatter(text: string): Filed {
  const split = splitFrontMatter(text);
  const filing = split === null || split.yaml.length > CHARS_MAX ? null : readFiling(split);
  if (split === null || filing === null) return { frontMatter: null, rest: text, problems: [] };
  const problems = filing.mistakes.map((mistake) => {
    const { lineNumber = split.lineNumber, ...what } = mistake;
    return problemAt("bad-front-matter", lineNumber, cleanLine(describeMistake(what)));
  });
  return { frontMatter: filing.frontMatter, rest: split.rest, problems };
}

type Reading = { readonly frontMatter: PageFrontMatter; readonly mistakes: readonly Mistake[] };

function readFiling({ yaml, lineNumber }: FrontMatterSplit): Reading | null {
  const parsed = parseYaml(yaml, lineNumber);
  if ("mistakes" in parsed)
    return looksLikeOurs(yaml) ? { frontMatter: NOTHING, mistakes: parsed.mistakes } : null;
  const { value, lineOf } = parsed;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const keys = Object.keys(value);
  if (keys.length === 0 || !keys.every(isNearlyOurs)) return null;
  const read = checkYaml(parsed, pageSchema, pageKeys);
  if (!("mistakes" in read)) return { frontMatter: read.value, mistakes: read.unknown };
  const mistakes = [...read.unknown, ...read.mistakes];
  const wrong = new Set(read.mistakes.map(({ where }) => /^\w*/.exec(where)?.[0]));
  const good = Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)));
  const kept = checkYaml({ value: good, lineOf }, pageSchema, pageKeys);
  return { frontMatter: "value" in kept ? kept.value : NOTHING, mistakes };
}

function isNearlyOurs(key: string): boolean {
  return PAGE_KEYS.some((ours) => editDistance(key, ours) <= (ours.length < 6 ? 1 : 2));
}

/** Whether broken YAML was meant as front matter: it has no lines but those that begin with our keys, and what hangs on them. */
function looksLikeOurs(yaml: string): boolean {
  const lines = yaml.split("\n").filter((line) => !/^\s*(?:#|$)/.test(line));
  return (
    PAGE_KEYS.some((key) => lines[0]?.startsWith(`${key}:`)) &&
    lines.every((line) => /^(?:(?:source|date|section|tags|language):|[\s\]}-])/.test(line))
  );
}
