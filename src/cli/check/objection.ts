/** What a feed validator, or a reader, would object to in a document. */
export type Objection = {
  /** Decoded URL path of the document. */
  readonly path: string;
  /** The rule that is broken, as a sentence. */
  readonly rule: string;
  /** What stands there; empty when nothing does. */
  readonly found: string;
  readonly expected: string;
};

/** Notes an objection to the document that is being checked. */
export type Objector = (rule: string, found: string, expected: string) => void;

const FOUND_CHARS_MAX = 200;

/** The objection for people: `Cannot publish /rss.xml: ...`. */
export function describeObjection({ path, rule, found, expected }: Objection): string {
  const shown = found.length > FOUND_CHARS_MAX ? `${found.slice(0, FOUND_CHARS_MAX)}…` : found;
  return `Cannot publish ${path}: ${rule}: found ${JSON.stringify(shown)}, expected ${expected}`;
}
