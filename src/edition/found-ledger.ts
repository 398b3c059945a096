import { formatInstant } from "./instant.ts";
import type { Ledger } from "./ledger.ts";

/**
 * The ledger of a publication that has published nothing yet.
 *
 * @param namespace a random UUID, the publication's own
 */
export function foundLedger(namespace: string, now: Date): Ledger {
  return { version: 1, namespace, founded: formatInstant(now), items: [], channels: [], documents: [] };
}
