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
  const saysDate =
    sure || (link !== null && /^[:：]/.test(link[0])) || /\d/.test(rest) || !/\p{L}/u.test(rest);
  const words = rest.split(" ").length;
  if (!saysDate || words > WORDS_MAX || (words > 3 && endsWithFullStop(rest))) return null;
  return { kind: "unreadable" };
}

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
