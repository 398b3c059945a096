import { cleanLine } from "../newswire/clean-text.ts";
import type { Mistake } from "../yaml/mistake.ts";
import { parseYaml } from "../yaml/parse-yaml.ts";
import { checkYaml } from "../yaml/read-yaml.ts";
import { EditionError } from "./edition-error.ts";
import type { Site } from "./site.ts";
import { knownKeys, siteSchema } from "./site-schema.ts";
import { findUnquotedColours, findWrongWords } from "./theme-schema.ts";

const schema = siteSchema(cleanLine);

/**
 * Reads `data/site.yaml` (YAML 1.2, core schema): who publishes.
 *
 * @param words the short texts of pages by their keys, each of which `theme.words` may replace; null where nobody asks for words
 * @throws {EditionError} `site-unusable` with everything that is wrong at once, each with its key, its value, what is
 *   expected and its line. A key that nobody knows is wrong, too
 */
export function parseSite(yaml: string, words: Readonly<Record<string, string>> | null = null): Site {
  const parsed = parseYaml(yaml, 1);
  if ("mistakes" in parsed) throw unusable(parsed.mistakes);
  const wrong = [...findUnquotedColours(parsed), ...(words === null ? [] : findWrongWords(parsed, words))];
  const read = checkYaml(parsed, schema, knownKeys);
  if (!("mistakes" in read) && read.unknown.length === 0 && wrong.length === 0) return read.value;
  throw unusable([...wrong, ...read.unknown, ...("mistakes" in read ? read.mistakes : [])]);
}

function unusable(mistakes: readonly Mistake[]): EditionError {
  const inOrder = mistakes.toSorted((a, b) => (a.lineNumber ?? 0) - (b.lineNumber ?? 0));
  return new EditionError({ reason: "site-unusable", mistakes: inOrder });
}
