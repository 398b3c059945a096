import { cleanLine } from "../newswire/clean-text.ts";
import { readYaml } from "../yaml/read-yaml.ts";
import { EditionError } from "./edition-error.ts";
import type { Site } from "./site.ts";
import { knownKeys, siteSchema } from "./site-schema.ts";

const schema = siteSchema(cleanLine);

/**
 * Reads `data/site.yaml` (YAML 1.2, core schema): who publishes.
 *
 * @throws {EditionError} `site-unusable` with everything that is wrong at once, each with its key, its value, what is
 *   expected and its line. A key that nobody knows is wrong, too
 */
export function parseSite(yaml: string): Site {
  const read = readYaml(yaml, schema, knownKeys);
  if (!("mistakes" in read) && read.unknown.length === 0) return read.value;
  const mistakes = [...read.unknown, ...("mistakes" in read ? read.mistakes : [])];
  mistakes.sort((a, b) => (a.lineNumber ?? 0) - (b.lineNumber ?? 0));
  throw new EditionError({ reason: "site-unusable", mistakes });
}
