import { addHours } from "date-fns/addHours";
import { compareText } from "./compare-text.ts";
import { formatInstant, instantMs } from "./instant.ts";
import type { LedgerItem } from "./ledger.ts";

/**
 * What becomes of an item at one moment. `waiting`: its time has not come. `notice`: it was withdrawn, and the reason stands
 * in its place. `gone`: it was published and is no more. `unheard`: it went before its time came, so nobody is told.
 */
export type ItemStatus = "waiting" | "published" | "notice" | "gone" | "unheard";

/** For so long the reason stands in the place of a withdrawn item: readers that poll once a week replace their copy. */
const NOTICE_DAYS = 7;

export function statusOf(record: LedgerItem, at: Date): ItemStatus {
  return statusAt(record, formatInstant(at));
}

/** @param instant as the ledger writes it: written once for many items */
export function statusAt(record: LedgerItem, instant: string): ItemStatus {
  const { removed } = record;
  // At an instant before it was withdrawn nobody knew.
  const withdrawn = (record.withdrawn?.at ?? "") <= instant ? record.withdrawn : undefined;
  const from = visibleFrom(record);
  const ended = withdrawn?.at ?? removed;
  // Who withdraws something in the very second in which it came has heard of it.
  if (ended !== undefined && (withdrawn === undefined ? from >= ended : from > ended)) return "unheard";
  if (withdrawn !== undefined) return instant < noticeEnd(withdrawn.at) ? "notice" : "gone";
  if (removed !== undefined) return "gone";
  return (record.published ?? record.firstSeen) > instant ? "waiting" : "published";
}

/** When readers could first hear of it. */
export function visibleFrom({ firstSeen, published = firstSeen }: LedgerItem): string {
  return published > firstSeen ? published : firstSeen;
}

/** When the item was last heard of as something that is there; undefined as long as it is. */
export function goneSince({ removed, withdrawn }: LedgerItem): string | undefined {
  return withdrawn === undefined ? removed : noticeEnd(withdrawn.at);
}

/** When an item that is there was last changed, or brought back; as long as neither happened, its date. */
export function changedAt({
  firstSeen,
  published = firstSeen,
  changed = "",
  returned = "",
}: LedgerItem): string {
  return [published, changed, returned].sort(compareText).at(-1) ?? "";
}

/** Every instant at which readers hear something else of the item; also such as lie ahead. */
export function turningPoints(record: LedgerItem): readonly string[] {
  const { updated, changed, removed, returned, withdrawn } = record;
  const points = [visibleFrom(record), updated, changed, removed, returned];
  if (withdrawn !== undefined) points.push(withdrawn.at, noticeEnd(withdrawn.at));
  return points.filter((point) => point !== undefined);
}

function noticeEnd(withdrawnAt: string): string {
  return formatInstant(addHours(new Date(instantMs(withdrawnAt)), 24 * NOTICE_DAYS));
}
