// npm run bench [-- NAME...]    runs bench/NAME.ts, or all of them, one after the other
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";

await runCommand(async () => {
  const folder = join(ROOT, "bench");
  const all = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  const { positionals } = readArguments(
    { allowPositionals: true, options: {} },
    "npm run bench [-- NAME...]",
  );
  const unknown = positionals.find((name) => !all.includes(name));
  if (unknown !== undefined)
    throw new CommandError(`Cannot run ${JSON.stringify(unknown)}; expected ${all.join(", ")}`);
  for (const name of positionals.length > 0 ? positionals : all) {
    console.log(`\n== ${name}`);
    const { status } = spawnSync(process.execPath, ["--expose-gc", join(folder, `${name}.ts`)], {
      cwd: ROOT,
      stdio: "inherit",
    });
    if (status !== 0) process.exitCode = 1;
  }
});
