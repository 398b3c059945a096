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
  [
    "types of what runs in browsers",
    join(modules, "typescript/bin/tsc"),
    "--noEmit",
    "-p",
    join(ROOT, "src/browser"),
  ],
  [
    "types of the tests in a browser",
    join(modules, "typescript/bin/tsc"),
    "--noEmit",
    "-p",
    join(ROOT, "tests/browser"),
  ],
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

const { passed, failed: failedTests, skipped, skippedGroups } = countTests();
for (const group of skippedGroups) console.log(`\nSkipped: ${group}`);
console.log(`\n${passed} passed, ${failedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);

type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Their names say why. */
  readonly skippedGroups: readonly string[];
};

/** The runner's own counts; a file of tests that could not even be loaded is one failure. */
function countTests(): Counts {
  // Without a report the runner itself did not run, which the step has said.
  if (!existsSync(REPORT)) return { passed: 0, failed: 0, skipped: 0, skippedGroups: [] };
  const test = z.object({ status: z.string(), ancestorTitles: z.array(z.string()), title: z.string() });
  const report = z
    .object({
      numPassedTests: z.int(),
      numFailedTests: z.int(),
      numPendingTests: z.int(),
      testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(test) })),
    })
    .parse(JSON.parse(readFileSync(REPORT, "utf8")));
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const skipped = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "skipped" || status === "pending");
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests,
    skippedGroups: [...new Set(skipped.map(({ ancestorTitles: [group], title }) => group ?? title))],
  };
}
