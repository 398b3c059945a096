/** One thing that is wrong in a file that a person typed. */
export type Mistake = {
  /** `items[3].slug`, `feed.itemsMax`; empty for the file as a whole. */
  readonly where: string;
  /** 1-based, where it is known. */
  readonly lineNumber?: number;
  /** What stands there, short; absent when nothing does. */
  readonly found?: string;
  /** `a whole number, at least 1` */
  readonly expected: string;
};

const FOUND_CHARS_MAX = 80;

/** `line 3, feed.itemsMax: found "many", expected a whole number, at least 1` */
export function describeMistake({ where, lineNumber, found, expected }: Mistake): string {
  const line = lineNumber === undefined ? "" : `line ${lineNumber}, `;
  const value = found === undefined ? "nothing" : shorten(found);
  return `${line}${where === "" ? "the file" : where}: found ${value}, expected ${expected}`;
}

function shorten(text: string): string {
  const chars = Array.from(text.slice(0, 2 * FOUND_CHARS_MAX + 2));
  return chars.length > FOUND_CHARS_MAX ? `${chars.slice(0, FOUND_CHARS_MAX).join("")}…` : text;
}
