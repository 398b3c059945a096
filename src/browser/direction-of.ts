/** Tags of languages and scripts that are written from right to left: as our pages know them, see `isRightToLeft`. */
const RIGHT_TO_LEFT =
  /^(?:ar|arc|ckb|dv|fa|he|ks|nqo|pnb|ps|sd|syr|ug|ur|yi)(?![a-z])(?!-Latn)|-(?:Adlm|Arab|Hebr|Nkoo|Syrc|Thaa)(?![a-z])/i;

/** The blocks of the scripts that these tags stand for. */
const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{1e900}-\u{1e95f}]/u;

/** Whether a language, a BCP 47 tag, is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return RIGHT_TO_LEFT.test(language);
}

/** The value of `dir` for a text: `auto` goes by the first letter, which may be that of a Latin name. */
export function directionOf(text: string, language: string): "auto" | "rtl" {
  return isRightToLeft(language) && RIGHT_TO_LEFT_LETTER.test(text) ? "rtl" : "auto";
}
