/** Whatever a terminal could take for a command, or a person could not see. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** One line that is safe to show, whoever wrote it. */
export function printable(text: string): string {
  return text.replace(INVISIBLE, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}

const SHOWN_CHARS_MAX = 100;

/** A value from outside, short enough to stand in a sentence. */
export function shorten(value: string): string {
  return value.length > SHOWN_CHARS_MAX ? `${value.slice(0, SHOWN_CHARS_MAX)}…` : value;
}
