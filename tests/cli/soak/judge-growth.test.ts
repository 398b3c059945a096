import { expect, test } from "vitest";
import { judgeGrowth } from "../../../src/cli/soak/judge-growth.ts";
import { SeededRandom } from "../../edition/seeded-random.ts";

const MB = 1024 * 1024;

/** A look a second at a server that answers 600 requests a second. */
function looks(seconds: number, memoryBytes: (asked: number) => number) {
  return Array.from({ length: seconds }, (_, second) => ({
    asked: second * 600,
    memoryBytes: memoryBytes(second * 600),
    openFiles: 10,
  }));
}

const random = new SeededRandom(1);
const filling = (asked: number) => 10 * MB + Math.min(asked * 10_000, 130 * MB);

test.each([
  [
    "a heap that fills and is then collected now and then",
    (asked: number) => filling(asked) - (asked % 7000) * 2000,
    false,
  ],
  ["what goes up and down by chance", (asked: number) => filling(asked) + random.next() * 15 * MB, false],
  ["what shrinks", (asked: number) => 300 * MB - asked * 1000, false],
  ["a leak of 500 bytes a request", (asked: number) => filling(asked) + asked * 500, true],
  [
    "a leak of 1 kB a request below much that comes and goes",
    (asked: number) => filling(asked) + asked * 1000 + random.next() * 30 * MB,
    true,
  ],
])("judgeGrowth() of %s", (_, memoryBytes, isGrowing) => {
  expect(judgeGrowth(looks(120, memoryBytes))?.isGrowing).toBe(isGrowing);
});

test("judgeGrowth() says how small a leak it would have noticed", () => {
  expect(judgeGrowth(looks(120, filling))?.leakPerRequest).toBeLessThan(500);
});

test("judgeGrowth() does not judge a run that ended before the heap was full", () => {
  expect(judgeGrowth(looks(40, (asked) => asked * 10_000))).toBeNull();
});
