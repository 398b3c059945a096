import { z } from "zod";
import { readDate } from "./read-date.ts";

const TEXT = "a text (in quotes, if YAML takes it for a number or a date)";
const ADDRESS = "an address such as https://wire.example/about";
const LANGUAGE = "a language tag such as en or pt-BR";
const EMAIL = "an e-mail address";
const DATE = "a date that exists, such as 2026-01-16 or 2026-01-16T09:30:00Z";
const SLUG_CHARS_MAX = 80;
const SLUG = `lower-case letters and digits with single hyphens between them, at most ${SLUG_CHARS_MAX}`;

/** Takes out of a text what no feed may carry; `""` where nothing is left. */
export type Clean = (text: string) => string;

/** One line of text, never empty. */
export function textField(clean: Clean) {
  return z
    .string({ error: TEXT })
    .transform(clean)
    .refine((line) => line !== "", { error: "a text that is not empty" });
}

/** Absolute http(s) address without a password in it, written as URLs are. */
export const addressField = fieldOf(ADDRESS, readAddress);

/** BCP 47 tag in its canonical form. */
export const languageField = fieldOf(LANGUAGE, readLanguage);

/** One of the three forms of {@link readDate}. */
export const dateField = fieldOf(DATE, readDate);

/** Last part of an address, in any script (NFC). */
export const slugField = fieldOf(SLUG, readSlug);

export const emailField = z
  .string({ error: EMAIL })
  .regex(/^[^\s\p{C}@<>"]+@[^\s\p{C}@<>"]+$/u, { error: EMAIL });

export const yesNoField = z.boolean({ error: "true or false" });

/** Text that `read` can make something of. */
export function fieldOf<T>(expected: string, read: (text: string) => T | null) {
  return z.string({ error: expected }).transform((text, context): T => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });
}

/** What may have several shapes. Only the schema for the one it has is asked, so that its mistakes are about that one. */
export function fieldByShape<T>(choose: (value: unknown) => z.ZodType<T>) {
  return z.unknown().transform((value, context): T => {
    const read = choose(value).safeParse(value);
    if (read.success) return read.data;
    for (const issue of read.error.issues) {
      const { path, message } = issue;
      context.addIssue(
        issue.code === "unrecognized_keys"
          ? { code: issue.code, keys: issue.keys, path, message, input: {} }
          : { code: "custom", path, message },
      );
    }
    return z.NEVER;
  });
}

/** Several names as a list, or as one text with commas between them; each once. */
export function namesField(clean: Clean) {
  const name = textField(clean);
  const list = z.array(name, { error: "a list of texts, or one text with commas" });
  const line = z.string().transform((text) =>
    text
      .split(",")
      .map(clean)
      .filter((part) => part !== ""),
  );
  return fieldByShape((value): z.ZodType<string[]> => (typeof value === "string" ? line : list)).transform(
    (names): readonly string[] => [...new Set(names)],
  );
}

/** An http(s) address as URLs are written; null for anything else, also one with a name or password in it. */
export function readAddress(text: string): string | null {
  const url = /^\s*https?:\/\//i.test(text) ? URL.parse(text) : null;
  return url !== null && url.username === "" && url.password === "" ? url.href : null;
}

function readLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

function readSlug(text: string): string | null {
  const slug = text.normalize("NFC");
  if (slug.length > 2 * SLUG_CHARS_MAX || Array.from(slug).length > SLUG_CHARS_MAX) return null;
  const isMade = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:-[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u.test(slug);
  return isMade && slug === slug.toLowerCase().normalize("NFC") ? slug : null;
}
