import type { Ledger } from "../edition/ledger.ts";

const SAMPLE_NAMESPACE = "02cd7a4d-a8fe-417f-b840-6087dfafdfb2";

/** Whether this is the ledger of the sample that comes with the program: everybody has it, so nobody may publish with it. */
export function isSample({ namespace }: Ledger): boolean {
  return namespace === SAMPLE_NAMESPACE;
}
