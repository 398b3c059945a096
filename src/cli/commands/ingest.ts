// npm run ingest [-- --check]    gives what is new in data/ its ids and dates, and writes data/ledger.json
import { join } from "node:path";
import { type Change, describeChange } from "../../edition/change.ts";
import { formatLedger } from "../../edition/format-ledger.ts";
import { compileEdition } from "../compile-edition.ts";
import { DATA, typedPath } from "../paths.ts";
import { describeFileProblem, readData } from "../read-data.ts";
import { requireCurrentLedger, requireLedger } from "../require-ledger.ts";
import { readArguments, runCommand } from "../run-command.ts";
import { writeWhole } from "../write-whole.ts";

await runCommand(async () => {
  const { values } = readArguments(
    { options: { data: { type: "string", default: DATA }, check: { type: "boolean" } } },
    "npm run ingest [-- --check] [--data FOLDER]",
  );
  const folder = typedPath(values.data);
  const data = await readData(folder);
  const ledger = requireLedger(data.ledger, folder);
  const compiled = compileEdition({ ...data, ledger }, new Date());
  for (const problem of compiled.problems) console.error(describeFileProblem(problem));
  if (values.check) {
    requireCurrentLedger(compiled);
    console.log("The ledger is up to date");
    return;
  }
  for (const change of compiled.changes) console.log(describeChange(change));
  if (!compiled.ledgerIsBehind) {
    console.log("Nothing is new: the ledger stays as it is");
    return;
  }
  await writeWhole(join(folder, "ledger.json"), formatLedger(compiled.ledger));
  console.log(`${countChanges(compiled.changes)}
Wrote ${join(folder, "ledger.json")}; commit it together with the texts`);
});

/** `18 new, 1 edited`, in the order in which they were said. */
function countChanges(changes: readonly Change[]): string {
  if (changes.length === 0) return "No item changed, but what the feeds say of them did";
  const counts = Map.groupBy(changes, ({ kind }) => kind);
  return [...counts].map(([kind, { length }]) => `${length} ${kind.replace("-", " ")}`).join(", ");
}
