// npm run build [-- --now INSTANT] [--paid]    makes the Worker that can be deployed in dist/, unless a document in it would be broken
import { toInstant } from "../../edition/to-instant.ts";
import { buildWorker } from "../build-worker.ts";
import { DATA, DIST, typedPath } from "../paths.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";

await runCommand(async () => {
  const { values } = readArguments(
    {
      options: {
        data: { type: "string", default: DATA },
        out: { type: "string", default: DIST },
        now: { type: "string" },
        paid: { type: "boolean", default: false },
      },
    },
    "npm run build [-- --now INSTANT] [--paid] [--data FOLDER] [--out FOLDER]",
  );
  const plan = values.paid ? "paid" : "free";
  await buildWorker(typedPath(values.data), typedPath(values.out), readInstant(values.now), plan);
});

/** The clock's, if none was typed. */
function readInstant(typed: string | undefined): Date {
  if (typed === undefined) return new Date();
  const instant = toInstant(typed, "UTC");
  if (instant !== null) return instant;
  throw new CommandError(
    `Cannot build for --now ${JSON.stringify(typed)}; expected an instant such as 2026-01-16T09:30:00Z`,
  );
}
