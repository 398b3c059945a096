// npm test    lint, types, the build of data/ and every test; ends with the runner's counts
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ROOT } from "../paths.ts";

const REPORT = join(ROOT, ".vitest.json");

const modules = join(ROOT, "node_modules");
const steps: readonly (readonly [name: string, ...command: string[]])[] = [
  ["lint", join(modules, "@biomejs/biome/bin/biome"), "ci", "."],
  ["types", join(modules, "typescript/bin/tsc"), "--noEmit"],
  ["build", join(ROOT, "src/cli/commands/build.ts")],
  ["check", join(ROOT, "src/cli/commands/check.ts")],
  ["tests", join(modules, "vitest/vitest.mjs"), "run", ...process.argv.slice(2)],
];

rmSync(REPORT, { force: true });
// Every step is run, whatever became of the one before: one look shows all that is wrong.
const failed = steps.filter(([name, ...command]) => {
  console.log(`\n== ${name}`);
  return spawnSync(process.execPath, command, { cwd: ROOT, stdio: "inherit" }).status !== 0;
});
if (failed.length > 0) console.error(`\nNot in order: ${failed.map(([name]) => name).join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;

const { passed, failed: failedTests, skipped } = countTests();
console.log(`\n${passed} passed, ${failedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);

/** The runner's own counts; a file of tests that could not even be loaded is one failure. */
function countTests(): { readonly passed: number; readonly failed: number; readonly skipped: number } {
  // Without a report the runner itself did not run, which the step has said.
  if (!existsSync(REPORT)) return { passed: 0, failed: 0, skipped: 0 };
  const report = z
    .object({
      numPassedTests: z.int(),
      numFailedTests: z.int(),
      numPendingTests: z.int(),
      testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
    })
    .parse(JSON.parse(readFileSync(REPORT, "utf8")));
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests,
  };
}
