// npm run release-embed -- 1.0.1    keeps the script for other sites, as its source is now, under a version of its own
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { bundleScript, RELEASED } from "../bundle-scripts.ts";
import { ROOT, typedPath } from "../paths.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";

const USAGE = "npm run release-embed -- VERSION [--out FOLDER]";

await runCommand(async () => {
  const options = { out: { type: "string", default: RELEASED } } as const;
  const { positionals, values } = readArguments({ allowPositionals: true, options }, USAGE);
  const [version = "", ...others] = positionals;
  if (!/^\d+\.\d+\.\d+$/.test(version) || others.length > 0) {
    throw new CommandError(
      `Expected a version such as 1.0.1, got ${JSON.stringify(positionals.join(" "))}\nUsage: ${USAGE}`,
    );
  }
  const file = join(typedPath(values.out), `embed-${version}.js`);
  const text = await bundleScript("embed");
  // Somebody's page may hold a release to its bytes.
  await writeFile(file, text, { flag: "wx" }).catch(() => {
    throw new CommandError(`Cannot write ${file}; a release that is there stays as it is`);
  });
  console.log(`Wrote ${relative(ROOT, file)}; put its digest into tests/cli/embed-releases.test.ts`);
});
