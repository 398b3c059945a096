import { join } from "node:path";
import { describeChange } from "../edition/change.ts";
import type { Ledger } from "../edition/ledger.ts";
import type { CompiledEdition } from "./compile-edition.ts";
import { CommandError } from "./run-command.ts";

const CHANGES_SHOWN_MAX = 10;

/** @throws {CommandError} where there is no ledger: a new one would give every item a new id, and every reader everything twice */
export function requireLedger(ledger: Ledger | null, folder: string): Ledger {
  if (ledger !== null) return ledger;
  throw new CommandError(
    `Cannot find ${join(folder, "ledger.json")}, which holds the ids of all that was published; bring it back from version control, or start a new publication with: npm run init`,
  );
}

/** @throws {CommandError} when the ledger does not hold what `data/` says, naming the command that mends it */
export function requireCurrentLedger({ ledgerIsBehind, changes }: CompiledEdition): void {
  if (!ledgerIsBehind) return;
  const shown = changes.slice(0, CHANGES_SHOWN_MAX).map((change) => `  ${describeChange(change)}`);
  if (changes.length > shown.length) shown.push(`  and ${changes.length - shown.length} more`);
  if (shown.length === 0)
    shown.push("  documents look different now (data/site.yaml or the program changed)");
  throw new CommandError(
    `The ledger is behind data/:\n${shown.join("\n")}\nMend it with: npm run ingest, then commit data/ledger.json`,
    1,
  );
}
