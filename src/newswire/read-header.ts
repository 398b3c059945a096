import { isHeadlineLike } from "./is-headline-like.ts";
import type { Line } from "./line.ts";
import { isListLabel } from "./list-label.ts";
import { parseByline } from "./parse-byline.ts";
import { type DateLine, parseDateLine } from "./parse-date-line.ts";
import { parseAddressLine, parseHeadline } from "./parse-headline.ts";
import type { NewswireProblem } from "./problem.ts";

/** What stands above a body: a title, who wrote it and when. */
export type Header = {
  readonly title: Line | null;
  readonly byline: string | null;
  readonly published?: string;
  readonly updated?: string;
  readonly problems: readonly NewswireProblem[];
  /** The lines that are left. */
  readonly rest: readonly Line[];
};

/** What one line of a header says. `|`, `•` and `·` divide a byline from a date. */
type HeaderLine = { readonly byline: string | null; readonly dates: readonly DateLine[] };

const DIVIDER = /\s[|•·]\s/;

/**
 * Takes the header off a part: from the top, bylines, date lines and one title, in any order, blank lines or not.
 * A title is the first line that is no paragraph and stands alone, or has a byline or a date line under it. Behind the
 * header, a line that is nothing but `Updated: ...` with a readable date still says when.
 */
export function readHeader(lines: readonly Line[]): Header {
  const collected = new Collected();
  let title: Line | null = null;
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const said = readHeaderLine(line.text, title !== null);
    if (said) collected.add(line, said);
    else if (title === null && isTitle(line, lines[at + 1])) title = line;
    else break;
  }
  const rest = lines.slice(at).filter((line) => !collected.addLabelledDate(line));
  return { title, ...collected.facts(), rest };
}

function isTitle(line: Line, next: Line | undefined): boolean {
  if (!isHeadlineLike(line.text) || parseAddressLine(line.text)) return false;
  const { url, unsafeUrl, mark } = parseHeadline(line, true);
  if (url !== undefined || unsafeUrl !== undefined || mark === "bullet") return false;
  if (!next) return true;
  if (isListLabel(line.text) && isHeadlineLike(next.text)) return false;
  return next.blanksBefore > 0 || readHeaderLine(next.text, true) !== null;
}

/** `sure`: a title stands above, so that `Updated last night` is meant as a date line. */
function readHeaderLine(text: string, sure: boolean): HeaderLine | null {
  const byline = parseByline(text);
  if (byline !== null && !DIVIDER.test(text)) return { byline, dates: [] };
  const date = parseDateLine(text, sure);
  if (date && date.kind !== "unreadable") return { byline: null, dates: [date] };
  const pieces = text.length <= 200 ? text.split(/\s[|•·;]\s|;\s/) : [];
  const read = pieces.map((piece) => ({ byline: parseByline(piece), date: parseDateLine(piece, false) }));
  if (
    pieces.length > 1 &&
    read.every((piece) => piece.byline !== null || (piece.date && piece.date.kind !== "unreadable"))
  ) {
    return {
      byline: read.find((piece) => piece.byline !== null)?.byline ?? null,
      dates: read.flatMap((piece) => piece.date ?? []),
    };
  }
  if (byline !== null) return { byline, dates: [] };
  return date && { byline: null, dates: [date] };
}

/** The facts as they come, the first of each kind. */
class Collected {
  #byline: string | null = null;
  readonly #dates = new Map<"published" | "updated", string>();
  readonly #problems: NewswireProblem[] = [];

  add({ text, lineNumber }: Line, { byline, dates }: HeaderLine): void {
    if (byline !== null) this.#byline = this.#byline === null ? byline : `${this.#byline} and ${byline}`;
    for (const date of dates) {
      if (date.kind === "unreadable") {
        this.#problems.push({ kind: "unparsed-date", lineNumber, value: text.slice(0, 200) });
        continue;
      }
      if (!date.zoned) this.#problems.push({ kind: "no-time-zone", lineNumber, value: text.slice(0, 200) });
      if (!this.#dates.has(date.kind)) this.#dates.set(date.kind, date.date);
    }
  }

  /** Whether the line was one, of a kind that nothing said before. */
  addLabelledDate(line: Line): boolean {
    if (!/^\p{L}[^:：]{0,40}[:：]|^(?:last )?updated? /iu.test(line.text)) return false;
    const date = parseDateLine(line.text, false);
    if (!date || date.kind === "unreadable" || this.#dates.has(date.kind)) return false;
    this.add(line, { byline: null, dates: [date] });
    return true;
  }

  facts(): Omit<Header, "title" | "rest"> {
    return { byline: this.#byline, ...Object.fromEntries(this.#dates), problems: this.#problems };
  }
}
