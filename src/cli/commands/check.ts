// npm run check    reads what the build made and says what a feed validator would object to
import { checkDocuments, describeObjection } from "../check/check-documents.ts";
import { DIST, typedPath } from "../paths.ts";
import { readBuilt } from "../read-built.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";

await runCommand(async () => {
  const { values } = readArguments(
    { options: { out: { type: "string", default: DIST } } },
    "npm run check [-- --out FOLDER]",
  );
  const { documents, siteUrl } = await readBuilt(typedPath(values.out));
  const objections = checkDocuments(documents, siteUrl);
  if (objections.length > 0) throw new CommandError(objections.map(describeObjection).join("\n"), 1);
  console.log(`${documents.length} documents, no objections`);
});
