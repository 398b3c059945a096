/** One picture of several: its address as written, and `2x` or `640w`, or nothing. */
export type SrcsetCandidate = { readonly url: string; readonly descriptor: string };

/** A picture in more sizes than this helps nobody. */
const CANDIDATES_MAX = 32;

const DIVIDERS = /[\t\n\f\r ,]*/y;
const URL_CHARS = /[^\t\n\f\r ]*/y;
const NO_BRACKET_OR_COMMA = /[^(,]*/y;
const TO_CLOSING_BRACKET = /[^)]*/y;
const DESCRIPTOR = /^(?:[1-9]\d{0,5}w|\d{1,3}(?:\.\d{1,3})?x)?$/;

/** Reads the attribute as HTML says ("Parsing a srcset attribute"). A candidate whose descriptor says nothing is left out. */
export function parseSrcset(value: string): readonly SrcsetCandidate[] {
  const candidates: SrcsetCandidate[] = [];
  let at = endOf(DIVIDERS, value, 0);
  while (at < value.length && candidates.length < CANDIDATES_MAX) {
    const urlEnd = endOf(URL_CHARS, value, at);
    const url = withoutCommas(value.slice(at, urlEnd));
    // A comma at the end of the address ends the candidate, too.
    const end = url.length < urlEnd - at ? urlEnd : descriptorsEnd(value, urlEnd);
    const descriptor = value.slice(urlEnd, end).trim();
    if (DESCRIPTOR.test(descriptor)) candidates.push({ url, descriptor });
    at = endOf(DIVIDERS, value, end);
  }
  return candidates;
}

function withoutCommas(url: string): string {
  let end = url.length;
  while (url[end - 1] === ",") end--;
  return url.slice(0, end);
}

/** Where the comma stands that ends the candidate; one in brackets does not. */
function descriptorsEnd(value: string, start: number): number {
  let at = endOf(NO_BRACKET_OR_COMMA, value, start);
  while (value[at] === "(") at = endOf(NO_BRACKET_OR_COMMA, value, endOf(TO_CLOSING_BRACKET, value, at));
  return at;
}

function endOf(pattern: RegExp, value: string, start: number): number {
  pattern.lastIndex = start;
  return start + (pattern.exec(value)?.[0].length ?? 0);
}
