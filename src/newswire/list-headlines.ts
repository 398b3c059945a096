import type { Headline } from "./page.ts";
import { type NewswireProblem, problemAt } from "./problem.ts";
import type { Unit } from "./read-units.ts";

/** The headlines of a list, each once, and what was left out. */
export type ListedHeadlines = {
  readonly headlines: readonly Headline[];
  readonly problems: readonly NewswireProblem[];
};

/**
 * Reads a list: labels are no headlines, an address alone goes to the headline before it, the same headline again and
 * one that repeats the title are left out.
 *
 * @param title the article's own, null where it has none or a derived one
 */
export function listHeadlines(units: readonly Unit[], title: string | null): ListedHeadlines {
  const problems: NewswireProblem[] = [];
  const found = new Map<string, Headline>();
  const titleKey = title === null ? null : sameness(title);
  /** The headline that an address on the next line belongs to. */
  let last: string | null = null;
  for (const [i, unit] of units.entries()) {
    const { line: { lineNumber }, headline: { title, address } } = unit; // biome-ignore format: two lines of what it has
    if (isLabel(unit, units[i + 1])) continue;
    if (address && !address.usable) problems.push(problemAt("unsafe-url-dropped", lineNumber, address.text));
    const url = address?.usable ? address.text : undefined;
    const key: string | null = unit.look === "address" ? last : sameness(title);
    if (key === null) {
      // An address that no headline stands over is all that is said of its story.
      if (url !== undefined) found.set(url, { title: url, url, lineNumber });
      continue;
    }
    const first = found.get(key);
    // What only an address line or a repetition says is kept.
    if (first && first.url === undefined && url !== undefined) found.set(key, { ...first, url });
    if (unit.look === "address") continue;
    if (first) problems.push(problemAt("duplicate-headline", lineNumber, title));
    else if (key === titleKey) problems.push(problemAt("headline-repeats-title", lineNumber, title));
    else found.set(key, url === undefined ? { title, lineNumber } : { title, url, lineNumber });
    last = found.has(key) ? key : null;
  }
  return { headlines: [...found.values()], problems };
}

/** A label's word may be a headline where nothing follows it: `Elsewhere`. */
function isLabel({ look, line }: Unit, next: Unit | undefined): boolean {
  return look === "label" && (next !== undefined || line.text.endsWith(":"));
}

/** Letters and digits, case-folded: what makes two headlines the same. Marks belong to their letters. */
export function sameness(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "") || title;
}
