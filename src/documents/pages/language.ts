import { html } from "hono/html";
import type { Html } from "./layout.ts";

/** Tags of languages and scripts that are written from right to left. */
const RIGHT_TO_LEFT =
  /^(?:ar|arc|ckb|dv|fa|he|ks|nqo|pnb|ps|sd|syr|ug|ur|yi)(?![a-z])(?!-Latn)|-(?:Adlm|Arab|Hebr|Nkoo|Syrc|Thaa)(?![a-z])/i;

/** Whether a language, a BCP 47 tag, is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return RIGHT_TO_LEFT.test(language);
}

/** Of the scripts that these tags stand for. */
const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * The value of `dir` for a text in a language. `auto` goes by the first letter: what is written from right to left may begin with a
 * Latin name, and must not be turned round by it.
 */
export function directionOf(text: string, language: string): "auto" | "rtl" {
  return isRightToLeft(language) && RIGHT_TO_LEFT_LETTER.test(text) ? "rtl" : "auto";
}

/** Whether a language's writing says with a sign what others say with some letters. */
export function isWrittenDensely(language: string): boolean {
  return /^(?:ja|ko|yue|zh)(?![a-z])/i.test(language);
}

/** The attribute that names the language of a part, with a space before it; nothing if it is that of the page around it. */
export function langIfOther(language: string, page: string): Html | false {
  return language.toLowerCase() !== page.toLowerCase() && html` lang="${language}"`;
}
