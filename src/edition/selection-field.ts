import { z } from "zod";
import { type Clean, languageField, textField } from "../yaml/fields.ts";
import { declaredShape } from "./declared-field.ts";
import type { Selection } from "./site.ts";

export const CRITERIA_KEYS = ["sections", "tags", "authors", "languages", "kinds"];

const KINDS = { articles: "article", headlines: "headline" } as const;
const KIND = "articles or headlines";
const ITEMS_MAX = "a whole number, at least 1";

/** A channel that the publisher puts together: what an item must be, what it must not be, and how much of it is shown. */
export function selectionField(clean: Clean): z.ZodType<Selection> {
  const criteria = criteriaField(clean);
  return z.strictObject(
    {
      ...declaredShape(clean, textField(clean)),
      include: criteria.prefault({}),
      exclude: criteria.prefault({}),
      content: z.enum(["full", "summary"], { error: "full or summary" }).default("full"),
      itemsMax: z.int({ error: ITEMS_MAX }).min(1, { error: ITEMS_MAX }).nullable().default(null),
    },
    { error: "a group with a name, and include or exclude" },
  );
}

function criteriaField(clean: Clean) {
  const names = z.array(textField(clean), { error: "a list of names" }).default([]);
  const kind = z.enum(["articles", "headlines"], { error: KIND }).transform((plural) => KINDS[plural]);
  return z.strictObject(
    {
      sections: names,
      tags: names,
      authors: names,
      languages: z.array(languageField, { error: "a list of language tags" }).default([]),
      kinds: z.array(kind, { error: `a list: ${KIND}` }).default([]),
    },
    { error: `a group of lists: ${CRITERIA_KEYS.join(", ")}` },
  );
}
