import { z } from "zod";
import {
  addressField,
  type Clean,
  dateField,
  fieldByShape,
  languageField,
  namesField,
  slugField,
  textField,
  yesNoField,
} from "../yaml/fields.ts";
import type { ArticleCorrection, ArticleEnclosure, ArticleImage } from "./article.ts";
import type { Author } from "./author.ts";
import { AUTHOR_KEYS, authorField } from "./author-field.ts";
import { enclosureField } from "./enclosure-field.ts";
import { licenceField } from "./licence-field.ts";
import { sourceField, type TypedSource } from "./source-field.ts";

/** What the front matter of a Markdown file says, cleaned. What it does not say is absent, or an empty list. */
export type ArticleFrontMatter = {
  readonly title?: string;
  readonly slug?: string;
  /** `2026-01-16`, `2026-01-16T09:30:00` (no zone said) or `2026-01-16T09:30:00Z`. */
  readonly published?: string;
  /** Like `published`. */
  readonly updated?: string;
  readonly authors: readonly Author[];
  readonly section?: string;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly language?: string;
  readonly summary?: string;
  readonly image?: TypedSource<ArticleImage>;
  readonly enclosures: readonly TypedSource<ArticleEnclosure>[];
  readonly canonical?: string;
  readonly link?: string;
  readonly licence?: string;
  /** Oldest first. */
  readonly corrections: readonly ArticleCorrection[];
  readonly silent: boolean;
  /** Of a draft nothing else is read. */
  readonly isDraft: boolean;
};

const KEYS =
  "title slug date published updated author authors section tags language summary description image enclosures canonical link draft licence corrections silent".split(
    " ",
  );
/** Two words for one thing. */
const TWINS = [
  ["published", "date"],
  ["authors", "author"],
  ["summary", "description"],
] as const;

const DRAFT: ArticleFrontMatter = {
  authors: [],
  tags: [],
  enclosures: [],
  corrections: [],
  silent: false,
  isDraft: true,
};

/** The keys that an article's front matter may have. */
export function articleKeys([key]: readonly PropertyKey[]): readonly string[] {
  switch (key) {
    case "author":
    case "authors":
      return AUTHOR_KEYS;
    case "image":
      return ["src", "alt", "credit"];
    case "enclosures":
      return ["src", "url", "type", "length", "title", "duration"];
    case "corrections":
      return ["date", "note"];
    default:
      return KEYS;
  }
}

/** Front matter of a Markdown file. A draft is one whatever else is wrong. */
export function articleSchema(clean: Clean): z.ZodType<ArticleFrontMatter> {
  const whole = wholeSchema(clean);
  const draft = z.unknown().transform(() => DRAFT);
  return fieldByShape((value): z.ZodType<ArticleFrontMatter> => (isDraft(value) ? draft : whole));
}

function isDraft(value: unknown): boolean {
  return typeof value === "object" && value !== null && "draft" in value && value.draft === true;
}

function wholeSchema(clean: Clean): z.ZodType<ArticleFrontMatter> {
  const text = textField(clean).exactOptional();
  const date = dateField.exactOptional();
  const authors = authorsField(clean).exactOptional();
  return z
    .strictObject(
      {
        title: text,
        slug: slugField.exactOptional(),
        date,
        published: date,
        updated: date,
        author: authors,
        authors,
        section: text,
        tags: namesField(clean).default([]),
        language: languageField.exactOptional(),
        summary: text,
        description: text,
        image: imageField(clean).exactOptional(),
        enclosures: z
          .array(enclosureField(clean), { error: "a list of enclosures, each with src" })
          .default([]),
        canonical: addressField.exactOptional(),
        link: addressField.exactOptional(),
        draft: yesNoField.default(false),
        licence: licenceField.exactOptional(),
        corrections: correctionsField(clean).default([]),
        silent: yesNoField.default(false),
      },
      { error: "keys with values, such as title: The weir opens" },
    )
    .check(({ value, issues }) => {
      for (const [key, twin] of TWINS) {
        if (value[key] === undefined || value[twin] === undefined) continue;
        issues.push({
          code: "custom",
          path: [twin],
          message: `none beside ${key}, which says the same`,
          input: value,
        });
      }
    })
    .transform(({ date, author, description, draft, ...said }) => ({
      ...said,
      ...(date !== undefined && { published: date }),
      authors: said.authors ?? author ?? [],
      ...(description !== undefined && { summary: description }),
      isDraft: draft,
    }));
}

/** A name, a list of names, or who they are. */
function authorsField(clean: Clean) {
  const name = textField(clean).transform((name): Author => ({ name }));
  const group: z.ZodType<Author> = authorField(clean);
  const one = fieldByShape((value) => (typeof value === "string" ? name : group));
  const list: z.ZodType<readonly Author[]> = z.array(one);
  const only = one.transform((author): readonly Author[] => [author]);
  return fieldByShape((value) => (Array.isArray(value) ? list : only));
}

function imageField(clean: Clean) {
  const text = textField(clean).exactOptional();
  const group: z.ZodType<TypedSource<ArticleImage>> = z.strictObject(
    { src: sourceField, alt: text, credit: text },
    { error: "an address, the path of a file, or a group with src, alt and credit" },
  );
  const shorthand = sourceField.transform((src): TypedSource<ArticleImage> => ({ src }));
  return fieldByShape((value) => (typeof value === "string" ? shorthand : group));
}

function correctionsField(clean: Clean) {
  const correction = z.strictObject(
    { date: dateField, note: textField(clean) },
    { error: "a correction with date and note" },
  );
  return z
    .array(correction, { error: "a list of corrections, each with date and note" })
    .transform((list): readonly ArticleCorrection[] =>
      list.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    );
}
