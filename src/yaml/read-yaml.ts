import type { z } from "zod";
import type { Mistake } from "./mistake.ts";
import { mistakesOf } from "./mistakes-of.ts";
import { type ParsedYaml, parseYaml } from "./parse-yaml.ts";
import { valueAt } from "./value-at.ts";

/**
 * What was read. `unknown` are the keys that nobody knows: whether they matter is for the caller to say. All else that
 * is wrong makes the value unusable.
 */
export type YamlReading<T> =
  | { readonly value: T; readonly unknown: readonly Mistake[] }
  | { readonly mistakes: readonly Mistake[]; readonly unknown: readonly Mistake[] };

/** The keys that an object at a path may have. */
export type KnownKeys = (path: readonly PropertyKey[]) => readonly string[];

/**
 * Reads YAML and checks it. A key without a value says nothing, as if it were not there.
 *
 * @param schema its messages must say what is expected, nothing else; its objects are strict
 * @param firstLine what line of the file the text begins on
 */
export function readYaml<T>(
  yaml: string,
  schema: z.ZodType<T>,
  knownKeys: KnownKeys,
  firstLine = 1,
): YamlReading<T> {
  const parsed = parseYaml(yaml, firstLine);
  return "mistakes" in parsed ? { ...parsed, unknown: [] } : checkYaml(parsed, schema, knownKeys);
}

/** The second half of {@link readYaml}. Takes what says nothing and what nobody knows out of the parsed value. */
export function checkYaml<T>(
  { value, lineOf }: ParsedYaml,
  schema: z.ZodType<T>,
  knownKeys: KnownKeys,
): YamlReading<T> {
  const locate = (issues: readonly z.core.$ZodIssue[]) =>
    mistakesOf({ issues }, value, knownKeys).map(({ path, ...mistake }) => {
      const lineNumber = lineOf(path);
      return lineNumber === undefined ? mistake : { ...mistake, lineNumber };
    });
  removeEmptyKeys(value);
  const first = schema.safeParse(value);
  if (first.success) return { value: first.data, unknown: [] };
  const strangers = first.error.issues.filter((issue) => issue.code === "unrecognized_keys");
  const unknown = locate(strangers);
  for (const { path, keys } of strangers) {
    const around = valueAt(value, path);
    if (typeof around !== "object" || around === null) continue;
    for (const key of keys) Reflect.deleteProperty(around, key);
  }
  // Some checks wait until every key is known.
  const second = schema.safeParse(value);
  return second.success
    ? { value: second.data, unknown }
    : { mistakes: locate(second.error.issues), unknown };
}

function removeEmptyKeys(value: unknown): void {
  const seen = new Set<unknown>();
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    for (const [key, inside] of Object.entries(next)) {
      if (inside === null && !Array.isArray(next)) Reflect.deleteProperty(next, key);
      else open.push(inside);
    }
  }
}
