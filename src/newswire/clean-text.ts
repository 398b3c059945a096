import { type NewswireProblem, type NewswireProblemKind, problemAt } from "./problem.ts";

/** CRLF, CR, NEL, LS and PS end a line, too. */
const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g;

/** What is taken out of every text. ZWJ, ZWNJ, isolates, LRM and RLM shape text and stay. */
const REMOVED: readonly (readonly [kind: NewswireProblemKind, pattern: RegExp])[] = [
  ["zero-width-removed", /[\u200b\u2060\ufeff]/g],
  ["bidi-controls-removed", /[\u202a-\u202e]/g],
  // The controls but for tab, line feed and form feed, and what XML 1.0 has no way to write (§2.2): half a surrogate pair, U+FFFE, U+FFFF.
  [
    "control-characters-removed",
    // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
    /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
  ],
];

/** Text with line feeds as its only line ends and without what no feed may carry; what was removed, where it first stood. */
export function cleanText(text: string): {
  readonly text: string;
  readonly problems: readonly NewswireProblem[];
} {
  let clean = text.replace(LINE_ENDS, "\n");
  const problems: NewswireProblem[] = [];
  // A mark at the start says how the text was stored: nothing that was lost.
  if (clean.startsWith("\ufeff")) clean = clean.slice(1);
  for (const [kind, pattern] of REMOVED) {
    const first = clean.search(pattern);
    if (first === -1) continue;
    problems.push(problemAt(kind, countLineFeeds(clean, first) + 1, codePoint(clean, first)));
    clean = clean.replace(pattern, "");
  }
  return { text: clean, problems };
}

/** One line of clean text: every run of white space is one space, none at the ends. For titles, names and settings. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .text.replace(/[ \t\n\f]+/g, " ")
    .trim();
}

function countLineFeeds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function codePoint(text: string, at: number): string {
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`;
}
