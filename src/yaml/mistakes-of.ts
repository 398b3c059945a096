import type { z } from "zod";
import { editDistance } from "./edit-distance.ts";
import type { Mistake } from "./mistake.ts";
import { valueAt } from "./value-at.ts";

/**
 * Turns what zod objects to into mistakes. A schema's messages must say what is expected, nothing else.
 *
 * @param value what was checked
 * @param known keys an object at a path may have, to suggest the nearest for one that is unknown
 */
export function mistakesOf(
  { issues }: { readonly issues: readonly z.core.$ZodIssue[] },
  value: unknown,
  known: (path: readonly PropertyKey[]) => readonly string[],
): readonly (Mistake & { readonly path: readonly PropertyKey[] })[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") {
      const found = showValue(valueAt(value, issue.path));
      return [{ path: issue.path, where: showPath(issue.path), found, expected: issue.message }];
    }
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const expected = expectedKey(key, known(issue.path));
      return { path, where: showPath(path), found: "a key nobody knows", expected };
    });
  });
}

/** What to say of a key that nobody knows. @param known the keys that there are */
export function expectedKey(key: string, known: readonly string[]): string {
  const nearest = known
    .map((name) => ({ name, edits: editDistance(key.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits)[0];
  const close = nearest !== undefined && nearest.edits <= Math.max(2, nearest.name.length / 3);
  return close ? `perhaps "${nearest.name}"` : `one of ${known.join(", ")}`;
}

function showValue(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "a group of keys";
  return JSON.stringify(value);
}

/** `items[3].slug` */
function showPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === "number" ? `[${key}]` : `${i === 0 ? "" : "."}${String(key)}`))
    .join("");
}
