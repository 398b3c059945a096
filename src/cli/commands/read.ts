// npm run --silent read -- FILE...    prints what a newswire page says, one JSON line a file
import { readFile } from "node:fs/promises";
import { describePage } from "../../newswire/describe-page.ts";
import { readNewswire } from "../../newswire/read-newswire.ts";
import { typedPath } from "../paths.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";
import { describeSystemError } from "../system-error.ts";

const USAGE = "npm run --silent read -- FILE...";

await runCommand(async () => {
  const { positionals } = readArguments({ allowPositionals: true, options: {} }, USAGE);
  if (positionals.length === 0) throw new CommandError(`No file was named\nUsage: ${USAGE}`);
  for (const file of positionals) {
    try {
      console.log(JSON.stringify(describePage(readNewswire(await readFile(typedPath(file))))));
    } catch (error) {
      // One file that can't be opened keeps nobody from the others.
      console.error(`Cannot read ${file}: ${describeSystemError(error)}`);
      process.exitCode = 2;
    }
  }
});
