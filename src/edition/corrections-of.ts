import { type Candidate, correctionsIn } from "./candidate.ts";
import { formatInstant } from "./instant.ts";
import { toInstant } from "./to-instant.ts";

/** A correction as a text says it. */
export type SaidCorrection = {
  /** Tells it apart from the article's others, also when its note is mended: its instant and, where two have the same one, a number. */
  readonly key: string;
  /** As the ledger writes it. */
  readonly date: string;
  /** Plain text. */
  readonly note: string;
};

/** What a text says of its own mistakes, oldest first. */
export function correctionsOf(candidate: Candidate, timeZone: string): readonly SaidCorrection[] {
  const dated = correctionsIn(candidate).flatMap(({ date, note }) => {
    const instant = toInstant(date, timeZone);
    return instant === null ? [] : [{ date: formatInstant(instant), note }];
  });
  const counts = new Map<string, number>();
  return dated
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
    .map(({ date, note }) => {
      const count = (counts.get(date) ?? 0) + 1;
      counts.set(date, count);
      return { key: count === 1 ? date : `${date}\n${count}`, date, note };
    });
}
