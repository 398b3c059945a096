import { isHeadlineLike } from "./is-headline-like.ts";
import type { Line } from "./split-lines.ts";

const RULE = /^[-=*_~#–—―─━═•·\s]+$/u;
const RULE_CHARS_MIN = 3;
const END_MARK = /^(?:[-–—]\s?30\s?[-–—]|# ?# ?#|[-–—*([\s]*(?:END|ENDS|Ends?)[-–—*)\]\s]*)$/;

/**
 * Divides a page where a line of three or more `-`, `=`, `*`, `_`, `~` or `#` stands, and where an end mark ends a body.
 * A line alone with a rule right under it is no part but the title of the part that follows.
 */
export function dividePage(lines: readonly Line[]): readonly (readonly Line[])[] {
  const parts: (readonly Line[])[] = [];
  let title: Line | null = null;
  let part: Line[] = [];
  for (const line of lines) {
    if (!isDivider(line.text)) {
      part.push(line);
      continue;
    }
    const [first] = part;
    if (!first) continue;
    if (part.length === 1 && isUnderlined(first, line)) {
      if (title) parts.push([title]);
      title = first;
    } else {
      parts.push(withTitle(title, part));
      title = null;
    }
    part = [];
  }
  const last = withTitle(title, part);
  return last.length > 0 ? [...parts, last] : parts;
}

function isDivider(text: string): boolean {
  return isEndMark(text) || (RULE.test(text) && text.replaceAll(" ", "").length >= RULE_CHARS_MIN);
}

function isEndMark(text: string): boolean {
  return END_MARK.test(text);
}

function isUnderlined({ text }: Line, rule: Line): boolean {
  return rule.blanksBefore === 0 && !isEndMark(rule.text) && isHeadlineLike(text);
}

/** What stood under the rule no longer hangs on the title. */
function withTitle(title: Line | null, part: readonly Line[]): readonly Line[] {
  if (!title) return part;
  const [first, ...rest] = part;
  return first ? [title, { ...first, blanksBefore: 1 }, ...rest] : [title];
}
