import { monthNumber } from "./month-number.ts";

/** Where and for whom a story was written, `LISBON, Jan 16 (Reuters)`, and the text behind its dash. */
export type SplitDateline = { readonly dateline: string | null; readonly text: string };

/** A month's name by its shape; which words are one is looked up. */
const MONTH = "(?:\\p{L}{3,10}\\.?)";
const MONTH_DAY = `(?:${MONTH} \\d{1,2}(?:, \\d{4})?|\\d{1,2}(?:\\.|er|º)?(?: de)? ${MONTH}(?: \\d{4})?)`;
const WORD = "[\\p{Lu}\\p{Lt}][\\p{L}\\p{M}.'’-]*";
const SMALL = "(?:de|da|do|del|des|la|le|of|on|upon|sur|am|an|der|al|el)";
const PLACE = `${WORD}(?:[ /-](?:${SMALL} )*${WORD}){0,5}`;
const REGION = `(?:, ${PLACE}){0,2}`;
const AGENCY = "\\([\\p{L}][\\p{L}\\p{M}\\p{N}&/.' -]{0,40}\\)";
const DASH = "(?:\\s*(?:--?|[–—―])\\s|[—―])";
const CAPITALS = "[\\p{Lu}\\p{M}.'’ /-]{3,60}[\\p{Lu}\\p{M}.]";

/** `PLACE[, Region][, Mon D] (AGENCY) -`, `PLACE, Mon D -`, and capitals before a spaced long dash. */
const FORMS = [
  new RegExp(`^(${PLACE}${REGION}(?:, ${MONTH_DAY})? ${AGENCY})${DASH}\\s*`, "u"),
  new RegExp(`^(${PLACE}${REGION}, ${MONTH_DAY})${DASH}\\s*`, "u"),
  new RegExp(`^(${CAPITALS}${REGION})\\s(?:--|[–—―])\\s+`, "u"),
];
const SENTENCE_START = /^["“'‘«„(¿¡[]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
const LETTERS_MIN = 4;
/** A dateline stands in the first characters, or there is none. */
const DATELINE_CHARS_MAX = 160;

/** Takes the dateline out of a first paragraph. */
export function splitDateline(paragraph: string): SplitDateline {
  const start = paragraph.slice(0, DATELINE_CHARS_MAX);
  for (const form of FORMS) {
    const match = form.exec(start);
    const dateline = match?.[1];
    if (!match || dateline === undefined) continue;
    const text = paragraph.slice(match[0].length);
    if (!SENTENCE_START.test(text.slice(0, 8)) || !hasCapitals(dateline) || !hasMonth(dateline)) continue;
    return { dateline, text };
  }
  return { dateline: null, text: paragraph };
}

/** Where there is a day, there is a month. */
function hasMonth(dateline: string): boolean {
  if (!/\d/.test(dateline.replace(/\(.*\)/, ""))) return true;
  return dateline.split(/[\s,]+/).some((word) => monthNumber(word) !== null);
}

/** The place is in capitals, or an agency or a date says all the same what the line is. */
function hasCapitals(dateline: string): boolean {
  if (/\)$|\d$/.test(dateline)) return true;
  const place = dateline.split(",")[0] ?? "";
  return (place.match(/\p{Lu}/gu) ?? []).length >= LETTERS_MIN;
}
