import type { Item } from "../../edition/edition.ts";
import { formatDay } from "../format-day.ts";

/** The items that were published in one month, by the calendar of the publication. */
export type Month = {
  /** `2026-01`. */
  readonly name: string;
  /** At least one, oldest first. */
  readonly items: readonly Item[];
};

/** @param items newest first @returns newest first */
export function monthsOf(items: readonly Item[], timeZone: string): readonly Month[] {
  const monthAt = (at: number) => {
    const item = items[at];
    return item === undefined ? "" : formatDay(item.published, timeZone).slice(0, "2026-01".length);
  };
  const months: Month[] = [];
  let start = 0;
  while (start < items.length) {
    const name = monthAt(start);
    const end = firstAfter(start, items.length, (at) => monthAt(at) === name);
    months.push({ name, items: items.slice(start, end).toReversed() });
    start = end;
  }
  return months;
}

/** The first place that does not belong to those from `start` on, which stand together: few are looked at. */
function firstAfter(start: number, end: number, belongs: (at: number) => boolean): number {
  let [low, high] = [start + 1, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (belongs(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
