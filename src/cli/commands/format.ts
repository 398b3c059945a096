// npm run format    formats the code and mends what the linter can mend
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../paths.ts";

const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
process.exitCode =
  spawnSync(process.execPath, [biome, "check", "--write", "."], { cwd: ROOT, stdio: "inherit" }).status ?? 1;
