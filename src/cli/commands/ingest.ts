// npm run ingest [-- --check | --remove]    gives what is new in data/ its ids and dates, and writes data/ledger.json
import { compileEdition } from "../compile-edition.ts";
import { ingestData, requireNoneHeld } from "../ingest-data.ts";
import { DATA, typedPath } from "../paths.ts";
import { describeFileProblem, readData } from "../read-data.ts";
import { requireCurrentLedger, requireLedger } from "../require-ledger.ts";
import { readArguments, runCommand } from "../run-command.ts";

await runCommand(async () => {
  const { values } = readArguments(
    {
      options: {
        data: { type: "string", default: DATA },
        check: { type: "boolean", default: false },
        remove: { type: "boolean", default: false },
      },
    },
    "npm run ingest [-- --check | --remove] [--data FOLDER]",
  );
  const folder = typedPath(values.data);
  const read = await readData(folder);
  const data = { ...read, ledger: requireLedger(read.ledger, folder) };
  if (!values.check) {
    await ingestData(folder, data, data.ledger, values.remove);
    return;
  }
  const compiled = compileEdition(data, new Date(), "build");
  for (const problem of compiled.problems) console.error(describeFileProblem(problem));
  requireCurrentLedger(compiled);
  requireNoneHeld(data.held);
  console.log("The ledger is up to date");
});
