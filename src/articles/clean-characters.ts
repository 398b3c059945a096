import { cleanText } from "../newswire/clean-text.ts";

/** Plain text without any character that a parser of HTML or of XML 1.0 complains of. Line feeds stay. */
export function cleanCharacters(text: string): string {
  return cleanText(text)
    .text.replaceAll("\f", " ")
    .replace(/\p{Noncharacter_Code_Point}/gu, "");
}
