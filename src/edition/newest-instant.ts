import type { LedgerItem } from "./ledger.ts";
import { turningPoints } from "./status-of.ts";

/**
 * When any of the items last came, changed, went or came back, as the ledger writes it; null if there are none.
 *
 * @param until what lies after it has not happened yet
 */
export function newestInstant(items: readonly LedgerItem[], until: string): string | null {
  let newest: string | null = null;
  for (const item of items) {
    for (const instant of [item.firstSeen, ...turningPoints(item)])
      if (instant <= until && (newest === null || instant > newest)) newest = instant;
  }
  return newest;
}
