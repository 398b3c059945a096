import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { type Change, describeChange } from "../edition/change.ts";
import { formatLedger } from "../edition/format-ledger.ts";
import type { Ledger } from "../edition/ledger.ts";
import { ingestedAt } from "../edition/newest-events.ts";
import { type CompiledEdition, compileEdition } from "./compile-edition.ts";
import { type Data, describeFileProblem } from "./read-data.ts";
import { CommandError } from "./run-command.ts";
import { writeWhole } from "./write-whole.ts";

/** A ledger may be some seconds ahead: what is ingested twice within one is dated one after the other. */
const CLOCK_BEHIND_MS_MAX = 60_000;

/** More than these don't vanish without being asked for: a lost folder must not empty a feed. */
const REMOVED_UNASKED_MAX = 5;

/**
 * Compares `data/` with the ledger, says what is new and writes the ledger.
 *
 * @param folder the publication's
 * @param mayRemove whether it was said that many items may vanish
 * @throws {CommandError} when many would and nobody said so, or the clock is wrong; then nothing is written
 */
export async function ingestData(
  folder: string,
  data: Data & { readonly ledger: Ledger },
  committed: Ledger,
  mayRemove: boolean,
): Promise<void> {
  const now = new Date();
  requireClock(now, ingestedAt(committed));
  const compiled = compileEdition(data, now, "ingest");
  for (const problem of compiled.problems) console.error(describeFileProblem(problem));
  for (const change of compiled.changes) console.log(describeChange(change));
  if (!mayRemove) await requireFewRemoved(compiled);
  if (formatLedger(compiled.ledger) === formatLedger(committed)) {
    console.log("Nothing is new: the ledger stays as it is");
  } else {
    await writeWhole(join(folder, "ledger.json"), formatLedger(compiled.ledger));
    console.log(`${countChanges(compiled.changes)}
Wrote ${join(folder, "ledger.json")}; commit it together with the texts`);
  }
  requireNoneHeld(data.held);
}

/** @throws {CommandError} What is dated before what readers have been told already would be lost on them. */
function requireClock(now: Date, written: Date): void {
  if (written.getTime() - now.getTime() <= CLOCK_BEHIND_MS_MAX) return;
  throw new CommandError(
    `Cannot ingest: this computer's clock says ${now.toISOString()}, but the ledger was written at ${written.toISOString()}; expected a later time: set the clock`,
    1,
  );
}

/** @throws {CommandError} naming the files that are not published as they are */
export function requireNoneHeld(held: Iterable<string>): void {
  const files = [...held];
  if (files.length === 0) return;
  throw new CommandError(
    `Not published as they are now, see above: ${files.join(", ")}\nWhat was published from them before stays in the ledger`,
    1,
  );
}

async function requireFewRemoved({ changes }: CompiledEdition): Promise<void> {
  const { length } = changes.filter(({ kind }) => kind === "removed");
  if (length <= REMOVED_UNASKED_MAX) return;
  if (
    process.stdin.isTTY &&
    (await isConfirmed(`${length} items would vanish from the feeds. Remove them? (y/N) `))
  )
    return;
  throw new CommandError(
    `Nothing was written: ${length} items would vanish from the feeds. If that is meant: npm run ingest -- --remove`,
    1,
  );
}

async function isConfirmed(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(question)).trim());
  } finally {
    terminal.close();
  }
}

/** `18 new, 1 edited`, in the order in which they were said. */
function countChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return "No item changed, but what the feeds say of them did";
  const counts = Map.groupBy(changes, ({ kind }) => kind);
  return [...counts].map(([kind, { length }]) => `${length} ${kind.replace("-", " ")}`).join(", ");
}
