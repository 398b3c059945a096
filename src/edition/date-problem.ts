import type { Owner } from "./pairing.ts";
import { toInstant } from "./to-instant.ts";

/** An explicit date that could not be used; the item is dated as if it had none. */
export type DateProblem = {
  readonly kind: "date-in-future" | "unreadable-date";
  readonly file: string;
  /** 1-based. */
  readonly lineNumber: number;
  readonly value: string;
};

/** The dates of new items that were not used; a page's date once for the whole page. */
export function dateProblems(owners: readonly Owner[]): readonly DateProblem[] {
  const problems = new Map<string, DateProblem>();
  for (const { record, seen } of owners) {
    if (record !== null) continue;
    for (const { sighting } of seen.values()) {
      const { file, lineNumber, published, updated } = sighting.candidate;
      const unused = [
        sighting.publishedMs === null ? published : undefined,
        sighting.updatedMs === null ? updated : undefined,
      ];
      for (const value of unused) {
        if (value === undefined || problems.has(`${file}\n${value}`)) continue;
        problems.set(`${file}\n${value}`, { kind: kindOf(value), file, lineNumber, value });
      }
    }
  }
  return [...problems.values()];
}

function kindOf(value: string): DateProblem["kind"] {
  return toInstant(value, "UTC") === null ? "unreadable-date" : "date-in-future";
}
