import { z } from "zod";
import {
  addressField,
  dateField,
  fieldByShape,
  languageField,
  namesField,
  textField,
} from "../yaml/fields.ts";
import { cleanLine } from "./clean-text.ts";
import type { ItemSource } from "./filing.ts";
import type { PageFrontMatter } from "./page.ts";

export const PAGE_KEYS = ["source", "date", "section", "tags", "language"];

/** The keys that a page's front matter may have. */
export function pageKeys([key]: readonly PropertyKey[]): readonly string[] {
  return key === "source" ? ["name", "url"] : PAGE_KEYS;
}

const name = textField(cleanLine);
const group: z.ZodType<ItemSource> = z.strictObject(
  { name, url: addressField.exactOptional() },
  { error: "a name, or a group with name and url" },
);
const onlyName = name.transform((name): ItemSource => ({ name }));

/** What the front matter of a newswire page may say. */
export const pageSchema: z.ZodType<PageFrontMatter> = z
  .strictObject(
    {
      source: fieldByShape((value) => (typeof value === "string" ? onlyName : group)).exactOptional(),
      date: dateField.exactOptional(),
      section: name.exactOptional(),
      tags: namesField(cleanLine).default([]),
      language: languageField.exactOptional(),
    },
    { error: "keys with values, such as section: Economy" },
  )
  .transform(({ date, ...said }) => ({ ...said, ...(date !== undefined && { published: date }) }));
