import { type Document, isCollection, isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { cleanLine } from "../newswire/clean-text.ts";
import { EditionError, type Mistake } from "./edition-error.ts";
import { mistakesOf } from "./mistakes-of.ts";
import type { Site } from "./site.ts";
import { knownKeys, siteSchema, toSite } from "./site-schema.ts";

/**
 * Reads `data/site.yaml` (YAML 1.2, core schema): who publishes.
 *
 * @throws {EditionError} `site-unusable` with everything that is wrong at once, each with its key, its value, what is
 *   expected and its line
 */
export function parseSite(yaml: string): Site {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { schema: "core", lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw unusable(
      document.errors.map(({ message, pos: [offset] }) => {
        return { where: "", lineNumber: lines.linePos(offset).line, found: message, expected: "YAML" };
      }),
    );
  }
  const value = toValue(document);
  const read = siteSchema(cleanLine).safeParse(value);
  if (read.success) return toSite(read.data);
  throw unusable(
    mistakesOf(read.error, value, knownKeys).map(({ path, ...mistake }) => {
      return { ...mistake, ...lineOf(document, path, lines) };
    }),
  );
}

function toValue(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw unusable([{ where: "", found, expected: "YAML without so many aliases" }]);
  }
}

/** The line of the value at a path, or of the nearest thing around it that is there. */
function lineOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  lines: LineCounter,
): { lineNumber?: number } {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsetOf(document, path.slice(0, length));
    if (offset !== undefined) return { lineNumber: lines.linePos(offset).line };
  }
  return {};
}

/** Where the key stands, for what has one; else where the value stands. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number | undefined {
  const key = path.at(-1);
  const around = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(around)) {
    const named = around.items.map((pair) => pair.key).find((name) => isScalar(name) && name.value === key);
    return isScalar(named) ? named.range?.[0] : undefined;
  }
  const value = isCollection(around) ? around.get(key, true) : undefined;
  return isScalar(value) || isCollection(value) ? value.range?.[0] : undefined;
}

function unusable(mistakes: readonly Mistake[]): EditionError {
  return new EditionError({ reason: "site-unusable", mistakes });
}
