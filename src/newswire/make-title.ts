import { firstSentence, withoutFullStop } from "./sentence.ts";

const TITLE_CHARS_MAX = 90;

/**
 * Makes a title for a text that has none: its first sentence without the full stop; if that is over 90 characters, as
 * many whole words of it as fit, and an ellipsis.
 *
 * @param paragraph the first paragraph, without its dateline
 */
export function makeTitle(paragraph: string): string {
  const sentence = withoutFullStop(firstSentence(paragraph)).trim() || paragraph;
  // Counted in characters, so that no pair of surrogates is cut; three times as many code units hold them all.
  const characters = [...sentence.slice(0, 3 * TITLE_CHARS_MAX)];
  if (characters.length <= TITLE_CHARS_MAX) return sentence;
  const start = characters.slice(0, TITLE_CHARS_MAX - 1).join("");
  const space = start.lastIndexOf(" ");
  return `${space > 0 ? start.slice(0, space) : start}…`;
}
