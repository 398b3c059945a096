import { monthNumber } from "./month-number.ts";
import { parseDate } from "./parse-date.ts";
import { endsWithFullStop } from "./sentence.ts";

/** What a date line says; `unreadable` when it means to say a date and none can be read. */
export type DateLine =
  | { readonly kind: "published" | "updated"; readonly date: string; readonly zoned: boolean }
  | { readonly kind: "unreadable" };

const UPDATED =
  /^(?:last\s+)?(?:updated?|modified|revised|corrected|aktualisiert|zuletzt aktualisiert|stand|geändert|mis(?:e)? à jour|actualisé|modifié|actualizado|actualizada|última actualización|modificado|atualizado|atualizada|última atualização|aggiornato|bijgewerkt|обновлено)(?!\p{L})\s*/iu;
const PUBLISHED =
  /^(?:(?:first|originally)\s+)?(?:published|posted|issued|released|filed|created|dated?|publication date|release date|veröffentlicht|erschienen|datum|publiée?|paru|date|publicado|publicada|fecha|data|postado|pubblicato|gepubliceerd|опубликовано|дата)(?!\p{L})\s*/iu;
/** `Updated:`, `Updated on`, `Published -` */
const LINK = /^(?:[:：–—-]|(?:on|at|am|le|el|em|il|op)(?=\s))\s*(?:(?:on|am|le|el|em)\s+)?/iu;
const DATE_LINE_CHARS_MAX = 160;
const WORDS_MAX = 12;

/**
 * Reads a line as a date line: `Updated ...`, `Published ...`, `Posted ...`, or a bare date.
 *
 * @param sure whether a line that only begins with such a word and holds no readable date is one all the same
 * @returns null if it is none
 */
export function parseDateLine(text: string, sure: boolean): DateLine | null {
  if (text.length > DATE_LINE_CHARS_MAX) return null;
  const bare = parseDate(text);
  if (bare) return { kind: "published", ...bare };
  const updated = UPDATED.exec(text);
  const label = updated ?? PUBLISHED.exec(text);
  if (!label) return looksLikeDate(text) ? { kind: "unreadable" } : null;
  const behind = text.slice(label[0].length);
  const link = LINK.exec(behind);
  const rest = behind.slice(link?.[0].length ?? 0);
  const parsed = parseDate(rest);
  if (parsed) return { kind: updated ? "updated" : "published", ...parsed };
  return meansDate(rest, link !== null && /^[:：]/.test(link[0]), sure && SURE_LABEL.test(text))
    ? { kind: "unreadable" }
    : null;
}

/** Words that a title rarely begins with; `Data breach hits millions` and `Released after 20 years` are titles. */
const SURE_LABEL =
  /^(?:last\s+)?(?:updated|published|posted|aktualisiert|veröffentlicht|mis(?:e)? à jour|publiée?|actualizado|publicado|atualizado)(?!\p{L})/iu;
const UNREADABLE_WORDS_MAX = 5;

/**
 * Whether what stands behind a date line's word is meant as a date, though none can be read: it begins with what dates
 * begin with, or, behind a colon or under a title, it is a few words. `UPDATED: Crane collapse closes basins` is a title.
 */
function meansDate(rest: string, colon: boolean, sure: boolean): boolean {
  const words = rest.split(" ");
  const first = (words[0] ?? "").replace(/[,.]$/, "");
  const dated = /^\d{1,4}(?:st|nd|rd|th|[./:-]\d.*)?$/.test(first) || monthNumber(first) !== null;
  const yeared = words.length <= UNREADABLE_WORDS_MAX && /(?<!\d)\d{4}$/.test(rest);
  if (dated && colon) return words.length <= WORDS_MAX;
  if (dated || yeared) return words.length <= UNREADABLE_WORDS_MAX && (sure || yeared || words.length < 3);
  if (!/\p{L}/u.test(rest)) return true;
  if (words.length > UNREADABLE_WORDS_MAX || (words.length > 3 && endsWithFullStop(rest))) return false;
  return (colon || sure) && (/^\P{Lu}/u.test(rest) || DAY_WORD.test(first));
}

/** Capitalised words that tell a day all the same. */
const DAY_WORD =
  /^(?:today|yesterday|tonight|now|last|this|early|late|just|recently|mon|tues?|wed|thu|fri|sat|sun|heute|gestern|aujourd|hier|hoy|ayer|hoje|ontem)/i;

/** Nothing but what dates are made of, and yet no date: `31 February 2026`, `16.13.2026`, `2026-02-30`. */
function looksLikeDate(text: string): boolean {
  return (
    /^(?:\d{4}-\d\d-\d\d(?:[T ][\d:.+Z-]*)?|\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}\/\d{1,2}\/\d{1,2})$/.test(
      text,
    ) ||
    (/^(?:\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \p{L}{3,9}\.? \d{4})$/u.test(text) &&
      /jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|o[ck]t|nov|de[cz]/i.test(text))
  );
}
