import { type Document, isCollection, isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { ALIASES_MAX, findFaults } from "./find-faults.ts";
import { isTooDeep, LEVELS_MAX } from "./is-too-deep.ts";
import type { Mistake } from "./mistake.ts";

/** What YAML text says, and where it says it. */
export type ParsedYaml = {
  readonly value: unknown;
  /** 1-based line of what a path leads to, or of the nearest thing around it that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | undefined;
};

/** Code units. More than this is not written by hand. */
const CHARS_MAX = 1_000_000;
const ERRORS_MAX = 20;

type Mistaken = { readonly mistakes: readonly Mistake[] };

/**
 * Reads YAML 1.2 (core schema: dates stay text). Takes no text that would make more of itself: nothing longer than a
 * million code units or nested deeper than 50, few aliases and none of aliases, each key once.
 *
 * @param firstLine what line of the file the text begins on
 */
export function parseYaml(yaml: string, firstLine: number): ParsedYaml | Mistaken {
  if (yaml.length > CHARS_MAX) return wrong(`${yaml.length} characters`, `at most ${CHARS_MAX}`);
  if (isTooDeep(yaml)) return wrong("lists or groups deep inside each other", `at most ${LEVELS_MAX} levels`);
  const lines = new LineCounter();
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const document = parseDocument(yaml, {
    schema: "core",
    lineCounter: lines,
    prettyErrors: false,
    // The library compares each key with all others: for many keys that takes minutes. `findFaults` looks for the same.
    uniqueKeys: false,
    logLevel: "error",
  });
  const errors = document.errors.slice(0, ERRORS_MAX).map(({ message, pos: [offset] }): Mistake => {
    return { where: "", lineNumber: lineAt(offset), found: message, expected: "YAML" };
  });
  const mistakes = errors.length > 0 ? errors : findFaults(document, lineAt).slice(0, ERRORS_MAX);
  if (mistakes.length > 0) return { mistakes };
  try {
    const value: unknown = document.toJS({ maxAliasCount: ALIASES_MAX });
    return { value, lineOf: (path) => lineOf(document, path, lineAt) };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error), "YAML without so many aliases");
  }
}

function wrong(found: string, expected: string): Mistaken {
  return { mistakes: [{ where: "", found, expected }] };
}

function lineOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  lineAt: (offset: number) => number,
): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return lineAt(offset);
  }
  return undefined;
}

/** Where the key stands, for what has one; else where the value stands. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const key = path.at(-1);
  const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(around)) {
    const named = around.items
      .map((pair) => pair.key)
      .find((name) => isScalar(name) && String(name.value) === String(key));
    return isScalar(named) ? named.range?.[0] : undefined;
  }
  const value = isCollection(around) ? around.get(key, true) : undefined;
  return isScalar(value) || isCollection(value) ? value.range?.[0] : undefined;
}
