// npm run check    reads what the build made and says what a feed validator would object to
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkDocuments, describeObjection } from "../check/check-documents.ts";
import { DIST, typedPath } from "../paths.ts";
import { readBuilt } from "../read-built.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";

await runCommand(async () => {
  const { values } = readArguments({ options: { out: { type: "string", default: DIST } } }, "npm run check [-- --out FOLDER]");
  const out = typedPath(values.out);
  const { documents, siteUrl } = await readBuilt(out);
});
