import slugify from "slugify";
import type { ItemKind } from "./ledger.ts";

const SLUG_CHARS_MAX = 80;
/** More of a title than this cannot reach the slug. */
const TITLE_CHARS_MAX = 1000;
/** Of a title's letters and digits, what slugify must keep for its slug to stand for the title. */
const KEPT_SHARE_MIN = 0.75;

/** What routes below `/articles/` and `/headlines/` are called, or may be called one day. */
const RESERVED =
  "about admin all api archive archives articles atom author authors delete edit embed feed feeds headlines id index json latest list login logout new next null page pages previous raw robots rss search section sections sitemap static tag tags undefined".split(
    " ",
  );

/** Whether an address may not end in it, because a route is called so or may be one day. */
export function isReserved(slug: string): boolean {
  return RESERVED.includes(slug);
}

/** Gives each item a slug that no other has or had. */
export type SlugMinter = (title: string, kind: ItemKind, id: string) => string;

/**
 * @param taken slugs and aliases of everything that was ever published
 * @returns a function that mints: at most 80 characters (code points), a number at the end where the slug was taken
 */
export function slugMinter(taken: Iterable<string>): SlugMinter {
  const used = new Set(RESERVED);
  for (const slug of taken) used.add(slug);
  const nextNumber = new Map<string, number>();
  return (title, kind, id) => {
    const base = slugOf(title) || `${kind}-${id.replace("urn:uuid:", "").slice(0, 8)}`;
    for (let number = nextNumber.get(base) ?? 1; ; number += 1) {
      const slug = number === 1 ? base : `${cut(base, SLUG_CHARS_MAX - `-${number}`.length)}-${number}`;
      if (used.has(slug)) continue;
      used.add(slug);
      nextNumber.set(base, number + 1);
      return slug;
    }
  };
}

/** Whether a slug is the one that was asked for, perhaps with the number that kept it apart from others. */
export function isSlugFor(slug: string, wanted: string): boolean {
  const base = slugOf(wanted);
  return slug === base || (slug.startsWith(`${base}-`) && /^\d+$/.test(slug.slice(base.length + 1)));
}

/** A title's slug as far as the title alone decides it; empty if it has neither letter nor digit. */
export function slugOf(title: string): string {
  // slugify has words for these, which nobody reads in them, or drops them without a gap.
  const start = title
    .slice(0, TITLE_CHARS_MAX)
    .toWellFormed()
    .replace(/[<>|/\\]/g, " ");
  const latin = slugify(start, { lower: true, strict: true });
  const own = ownSlug(start);
  // Of "日本銀行 50 元" slugify keeps "50-yuan": a slug, but nobody would know the title by it.
  const kept = letterCount(latin) >= KEPT_SHARE_MIN * letterCount(own);
  return cut(latin !== "" && kept ? latin : own, SLUG_CHARS_MAX);
}

function ownSlug(title: string): string {
  const words = title
    .toLowerCase()
    .normalize("NFC")
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  return (words ?? []).join("-");
}

function letterCount(slug: string): number {
  return slug.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** Cuts at the end of a word if there is one, else at a character, never between a letter and its marks. */
function cut(slug: string, charsMax: number): string {
  const chars = Array.from(slug);
  if (chars.length <= charsMax) return slug;
  const wordEnd = chars.lastIndexOf("-", charsMax);
  if (wordEnd > 0) return chars.slice(0, wordEnd).join("");
  let end = charsMax;
  while (end > 1 && /\p{M}/u.test(chars[end] ?? "")) end -= 1;
  return chars.slice(0, end).join("");
}
