// npm run build    makes the Worker that can be deployed in dist/, unless a document in it would be broken
import { buildWorker } from "../build-worker.ts";
import { DATA, DIST, typedPath } from "../paths.ts";
import { readArguments, runCommand } from "../run-command.ts";

await runCommand(async () => {
  const { values } = readArguments(
    { options: { data: { type: "string", default: DATA }, out: { type: "string", default: DIST } } },
    "npm run build [-- --data FOLDER] [--out FOLDER]",
  );
  await buildWorker(typedPath(values.data), typedPath(values.out));
});
