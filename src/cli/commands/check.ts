// npm run check    reads what the build made and says what a feed validator would object to

import { DeliveryError } from "../../delivery/delivery-error.ts";
import type { PackedDocument } from "../../delivery/list-documents.ts";
import { DocumentCheck } from "../check/document-check.ts";
import { describeObjection } from "../check/objection.ts";
import { DIST, typedPath } from "../paths.ts";
import { readBuilt } from "../read-built.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";

await runCommand(async () => {
  const { values } = readArguments(
    { options: { out: { type: "string", default: DIST } } },
    "npm run check [-- --out FOLDER]",
  );
  const { documents, otherPaths, siteUrl } = await readBuilt(typedPath(values.out));
  const check = new DocumentCheck(siteUrl);
  const count = checkAll(documents, check);
  const objections = check.finish(otherPaths);
  if (objections.length > 0) throw new CommandError(objections.map(describeObjection).join("\n"), 1);
  console.log(`${count} documents, no objections`);
});

/** @returns how many there are */
function checkAll(documents: Iterable<PackedDocument>, check: DocumentCheck): number {
  let count = 0;
  try {
    for (const document of documents) {
      check.add(document);
      count += 1;
    }
  } catch (error) {
    if (error instanceof DeliveryError) throw new CommandError(error.message, 1);
    throw error;
  }
  return count;
}
