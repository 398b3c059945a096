import { isHeadlineLike } from "./is-headline-like.ts";
import { isListLabel } from "./list-label.ts";
import { parseByline } from "./parse-byline.ts";
import { type DateLine, parseDateLine } from "./parse-date-line.ts";
import { parseHeadline } from "./parse-headline.ts";
import { type NewswireProblem, problemAt } from "./problem.ts";
import type { Line } from "./split-lines.ts";

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

/** What one line of a header says. `|`, `•`, `·` and `;` divide a byline from a date. */
type HeaderLine = { readonly byline: string | null; readonly dates: readonly DateLine[] };

const DIVIDER =
  /\s[|•·;]\s|;\s|,\s(?=(?:last\s+)?(?:updated|mis(?:e)? à jour|aktualisiert|actualizado|atualizado)(?!\p{L}))/iu;
const READING_TIME = /^\d+ min(?:ute)?s?(?: read)?$/i;
const HEADER_CHARS_MAX = 200;

/**
 * Takes the header off a part: from the top, bylines, date lines and one title, in any order, blank lines or not.
 * A title is the first line that is no paragraph and stands alone, or has a byline, a date line or a deck under it. Behind the
 * header, a line that is nothing but `Updated: ...` with a readable date still says when.
 */
export function readHeader(lines: readonly Line[]): Header {
  const collected = new Collected();
  let title: Line | null = null;
  let deck: readonly Line[] = [];
  let at = 0;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const said = readHeaderLine(line.text, title !== null);
    if (said) collected.add(line, said);
    else if (title === null && isTitle(line, lines[at + 1])) title = line;
    else if (title === null && hasDeck(lines, at)) {
      title = line;
      deck = lines.slice(at + 1, at + 2);
      at++;
    } else break;
  }
  const rest = [...deck, ...lines.slice(at).filter((line) => !collected.addLabelledDate(line))];
  return { title, ...collected.facts(), rest };
}

function isTitle(line: Line, next: Line | undefined): boolean {
  if (!isHeadlineLike(line.text)) return false;
  const { address, mark } = parseHeadline(line.text, true);
  if (address || mark === "bullet" || mark === "label") return false;
  if (!next) return true;
  if (isListLabel(line.text) && isHeadlineLike(next.text)) return false;
  return next.blanksBefore > 0 || readHeaderLine(next.text, true) !== null;
}

/** A title and a second, smaller one right under it, which stays as the first paragraph; three such lines would be a list. */
function hasDeck(lines: readonly Line[], at: number): boolean {
  const [title, deck, next] = lines.slice(at, at + 3);
  if (!title || !deck || !next || deck.blanksBefore > 0 || next.blanksBefore === 0) return false;
  const isPlain = ({ text }: Line) => {
    const { address, mark } = parseHeadline(text, true);
    return isHeadlineLike(text) && !address && mark === null;
  };
  return isPlain(title) && isPlain(deck) && /^\P{Ll}/u.test(deck.text);
}

/** `sure`: a title stands above, so that `Updated last night` is meant as a date line. */
function readHeaderLine(text: string, sure: boolean): HeaderLine | null {
  const pieces = text.length <= HEADER_CHARS_MAX ? text.split(DIVIDER) : [text];
  const byline = parseByline(text);
  if (byline !== null && pieces.length === 1) return { byline, dates: [] };
  const date = parseDateLine(text, sure);
  if (date && date.kind !== "unreadable") return { byline: null, dates: [date] };
  const divided = pieces.length > 1 ? readPieces(pieces) : null;
  if (divided) return divided;
  return byline === null ? date && { byline, dates: [date] } : { byline, dates: [] };
}

/** `By Ana Silva | Jan 16, 2026`; null if any piece is neither a byline nor a readable date. */
function readPieces(pieces: readonly string[]): HeaderLine | null {
  let byline: string | null = null;
  const dates: DateLine[] = [];
  for (const piece of pieces) {
    if (READING_TIME.test(piece)) continue;
    const names = parseByline(piece);
    const date = names === null ? parseDateLine(piece, false) : null;
    if (names !== null) byline ??= names;
    else if (date && date.kind !== "unreadable") dates.push(date);
    else return null;
  }
  return { byline, dates };
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
        this.#problems.push(problemAt("unparsed-date", lineNumber, text));
        continue;
      }
      if (!date.zoned) this.#problems.push(problemAt("no-time-zone", lineNumber, text));
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
