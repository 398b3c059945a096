import { isHeadlineLike } from "./is-headline-like.ts";
import type { Line } from "./line.ts";

const RULE = /^[-=*_~#–—―─━═•·\s]+$/u;
const RULE_CHARS_MIN = 3;
const END_MARK = /^(?:[-–—]\s?30\s?[-–—]|# ?# ?#|[-–—*([\s]*(?:END|ENDS|Ends?)[-–—*)\]\s]*)$/;
const MARK_CHARS_MAX = 200;

/** Lines between two rules or end marks, at least one. `underlined`: a rule right under its only line, which could be a title. */
export type PagePart = { readonly lines: readonly Line[]; readonly underlined: boolean };

/** Divides a page where a line of three or more `-`, `=`, `*`, `_`, `~` or `#` stands, and where an end mark ends a body. */
export function dividePage(lines: readonly Line[]): readonly PagePart[] {
  const parts: PagePart[] = [];
  let part: Line[] = [];
  for (const line of lines) {
    if (!isDivider(line.text)) {
      part.push(line);
      continue;
    }
    if (part.length > 0)
      parts.push({
        lines: part,
        underlined:
          part.length === 1 &&
          line.blanksBefore === 0 &&
          !isEndMark(line.text) &&
          part.every(({ text }) => isHeadlineLike(text)),
      });
    part = [];
  }
  if (part.length > 0) parts.push({ lines: part, underlined: false });
  return parts;
}

function isDivider(text: string): boolean {
  if (text.length > MARK_CHARS_MAX && !RULE.test(text.slice(0, MARK_CHARS_MAX))) return false;
  return isEndMark(text) || (RULE.test(text) && text.replaceAll(" ", "").length >= RULE_CHARS_MIN);
}

function isEndMark(text: string): boolean {
  return text.length <= MARK_CHARS_MAX && END_MARK.test(text);
}
