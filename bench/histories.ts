/**
 * How well identity lasts, and how long it takes: `node bench/histories.ts [HISTORIES]` plays random histories (1,000
 * of each kind if nothing else is said) and reconciles large ledgers.
 */
import type { Candidate } from "../src/edition/candidate.ts";
import { foundLedger } from "../src/edition/found-ledger.ts";
import { reconcile } from "../src/edition/reconcile.ts";
import { type Habits, NASTY, REALISTIC } from "../tests/edition/newsroom.ts";
import { playHistories } from "../tests/edition/play-histories.ts";
import { SeededRandom } from "../tests/edition/seeded-random.ts";
import { editTitle, writeTitle } from "../tests/edition/write-titles.ts";

const STEPS = 8;
const NAMESPACE = "6ba7b810-9dad-41d1-80b4-00c04fd430c8";

printFigures("realistic", REALISTIC);
printFigures("nasty", NASTY);
for (const count of [30_000, 100_000]) printTimes(count);

function printFigures(name: string, habits: Habits): void {
  const histories = Number(process.argv[2] ?? 1000);
  const { edits, survivals, falseMerges, falselyNew, faults } = playHistories(histories, STEPS, habits, 1);
  const share = (of: number) => `${((100 * falselyNew) / of).toFixed(2)} %`;
  console.log(`${name}: ${histories} histories, ${edits} edits, ${falseMerges} false merges`);
  console.log(
    `  falsely new: ${falselyNew}, that is ${share(edits)} of edits, ${share(survivals)} of stories that stayed`,
  );
  for (const fault of faults.filter((text) => text.includes("false merge in"))) console.log(`  ${fault}`);
}

function printTimes(count: number): void {
  const random = new SeededRandom(1);
  const style = { vocabulary: 600, templates: 0.05, titleCase: 1 };
  const day = new Date("2026-01-01T00:00:00Z");
  const titles = Array.from({ length: count }, () => writeTitle(random, style));
  const edited = titles.map((title) => (random.chance(0.1) ? editTitle(title, random, style) : title));
  const pages = (list: readonly string[], file: (i: number) => string) =>
    list.map(
      (title, i): Candidate => ({
        kind: "headline",
        file: file(i),
        lineNumber: i + 1,
        title,
        tags: [],
        mayWait: false,
      }),
    );
  const byDay = (i: number) => `newswire/${Math.floor(i / 30)}.txt`;
  const first = time(`${count} new`, () =>
    reconcile(foundLedger(NAMESPACE, day), pages(titles, byDay), day, "UTC"),
  );
  time(`${count} unchanged`, () => reconcile(first.ledger, pages(titles, byDay), day, "UTC"));
  time(`${count}, one in ten edited`, () => reconcile(first.ledger, pages(edited, byDay), day, "UTC"));
  const renamed = (i: number) => `newswire/new-${Math.floor(i / 30)}.txt`;
  time(`${count}, one in ten edited, all pages renamed`, () =>
    reconcile(first.ledger, pages(edited, renamed), day, "UTC"),
  );
}

function time<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${what}: ${Math.round(performance.now() - start)} ms`);
  return result;
}
