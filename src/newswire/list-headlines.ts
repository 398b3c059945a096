import type { Unit } from "./find-list.ts";
import type { Headline } from "./page.ts";
import { parseAddressLine } from "./parse-headline.ts";
import type { NewswireProblem } from "./problem.ts";

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
  let last: string | null = null;
  for (const [i, { line, label, address, headline }] of units.entries()) {
    const { lineNumber } = line;
    if (label && units[i + 1]) continue;
    const alone = address ? parseAddressLine(line.text) : null;
    const unsafeUrl = alone ? alone.unsafeUrl : headline.unsafeUrl;
    if (unsafeUrl !== undefined)
      problems.push({ kind: "unsafe-url-dropped", lineNumber, value: unsafeUrl.slice(0, 200) });
    if (alone) {
      const owner: Headline | undefined = last === null ? undefined : found.get(last);
      if (last !== null && owner && owner.url === undefined && alone.url !== undefined)
        found.set(last, { ...owner, url: alone.url });
      continue;
    }
    const key = sameness(headline.title);
    const first = found.get(key);
    if (key === titleKey || first) {
      problems.push({
        kind: first ? "duplicate-headline" : "headline-repeats-title",
        lineNumber,
        value: headline.title.slice(0, 200),
      });
      // What only the repetition says is kept.
      if (first && first.url === undefined && headline.url !== undefined)
        found.set(key, { ...first, url: headline.url });
      last = first ? key : null;
      continue;
    }
    found.set(key, {
      title: headline.title,
      ...(headline.url !== undefined && { url: headline.url }),
      lineNumber,
    });
    last = key;
  }
  return { headlines: [...found.values()], problems };
}

/** Letters and digits, case-folded: what makes two headlines the same. Marks belong to their letters. */
export function sameness(title: string): string {
  return title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "") || title;
}
