import type { LedgerItem } from "./ledger.ts";

/** When any of the items last came, changed, went or came back, as the ledger writes it; null if there are none. */
export function newestInstant(items: readonly LedgerItem[]): string | null {
  let newest: string | null = null;
  for (const { firstSeen, updated, removed = "", returned = "" } of items) {
    for (const instant of [firstSeen, updated, removed, returned])
      if (newest === null || instant > newest) newest = instant;
  }
  return newest;
}
