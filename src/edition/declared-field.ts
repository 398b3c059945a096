import { z } from "zod";
import { type Clean, fieldByShape, slugField, textField } from "../yaml/fields.ts";
import { foldName } from "./fold-name.ts";
import { isReserved } from "./make-slug.ts";
import type { DeclaredChannel } from "./site.ts";

export const DECLARED_KEYS = ["name", "title", "description", "slug", "aliases"];

/** What can be said of a channel that has a name. @param name what its name and its other names may be */
export function declaredShape(clean: Clean, name: z.ZodType<string>) {
  const text = textField(clean).nullable().default(null);
  return {
    name,
    title: text,
    description: text,
    slug: slugField
      .refine((slug) => !isReserved(slug), {
        error: "a slug that is no word the program needs, such as archive or feed",
      })
      .nullable()
      .default(null),
    aliases: z.array(name, { error: "a list of other names" }).default([]),
  };
}

/** Sections, tags or languages: a list of names, or of groups with a name. */
export function declaredField(clean: Clean, name: z.ZodType<string>): z.ZodType<readonly DeclaredChannel[]> {
  const group = z.strictObject(declaredShape(clean, name), { error: "a name, or a group with a name" });
  const only = name.transform((name): DeclaredChannel => {
    return { name, title: null, description: null, slug: null, aliases: [] };
  });
  const entry = fieldByShape(
    (typed): z.ZodType<DeclaredChannel> => (typeof typed === "string" ? only : group),
  );
  return distinct(z.array(entry, { error: "a list of names, or of groups with a name" }));
}

/** A list in which no two have a slug, a name or another name in common. */
export function distinct<T extends DeclaredChannel>(list: z.ZodType<T[]>): z.ZodType<readonly T[]> {
  return fieldByShape((typed) =>
    list.check(({ value, issues }) => {
      for (const { path, message } of findClashes(value)) {
        const [at] = path;
        // Of an entry that is only a name nothing stands deeper.
        const isName = Array.isArray(typed) && typeof typed[at] === "string";
        issues.push({ code: "custom", path: isName ? [at] : [...path], message, input: value });
      }
    }),
  );
}

type Clash = { readonly path: readonly [number, ...PropertyKey[]]; readonly message: string };

function findClashes(channels: readonly DeclaredChannel[]): readonly Clash[] {
  const clashes: Clash[] = [];
  const slugs = new Map<string, string>();
  const owners = new Map<string, number>();
  for (const [i, { name, slug, aliases }] of channels.entries()) {
    const holder = slug === null ? undefined : slugs.get(slug);
    if (holder !== undefined)
      clashes.push({ path: [i, "slug"], message: `a slug that "${holder}" does not have` });
    if (slug !== null) slugs.set(slug, name);
    for (const [j, label] of [name, ...aliases].entries()) {
      const owner = owners.get(foldName(label)) ?? i;
      const path: Clash["path"] = j === 0 ? [i, "name"] : [i, "aliases", j - 1];
      if (owner !== i)
        clashes.push({ path, message: `a name that does not stand for "${channels[owner]?.name}", too` });
      owners.set(foldName(label), owner);
    }
  }
  return clashes;
}
