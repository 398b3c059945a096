import { describe, expect, test } from "vitest";
import { describeSizes } from "../../src/cli/platform-limits.ts";
import { CommandError } from "../../src/cli/run-command.ts";

const MIB = 1024 * 1024;
const none = { script: 1000, representations: 1000, packs: [] };
const packs = (count: number, bytes = 1) => Array.from({ length: count }, () => bytes);

test("A build says what it takes, and of how much", () => {
  expect(describeSizes({ ...none, representations: 2 * MIB }, "free")).toBe("Worker 2.01 MiB of 64.00 MiB");
  expect(describeSizes({ ...none, packs: [300_000, 4 * MIB, 1000] }, "free")).toBe(
    "Worker 0.01 MiB of 64.00 MiB, 3 of 20000 packs with 4.29 MiB, the largest 4.00 MiB of 25.00 MiB",
  );
});

describe("A build is as large as Cloudflare takes it, and no larger", () => {
  test.each([
    [{ ...none, script: 0, representations: 64 * MIB }, "free"],
    [{ ...none, packs: packs(20_000) }, "free"],
    [{ ...none, packs: packs(100_000) }, "paid"],
    [{ ...none, packs: packs(1, 25 * MIB) }, "free"],
  ] as const)("%#: fits", (sizes, plan) => {
    expect(describeSizes(sizes, plan)).toContain(" of ");
  });

  test.each([
    [
      { ...none, script: 1, representations: 64 * MIB },
      "free",
      "the Worker has 64.01 MiB, Cloudflare takes 64.00 MiB",
    ],
    [
      { ...none, packs: packs(20_001) },
      "free",
      "it has 20001 packs, Cloudflare takes 20000 files; a paid plan takes 100000: build and deploy with --paid",
    ],
    [{ ...none, packs: packs(100_001) }, "paid", "it has 100001 packs, Cloudflare takes 100000 files"],
    [
      { ...none, packs: packs(1, 25 * MIB + 1) },
      "paid",
      "a pack has 25.01 MiB, Cloudflare takes files of 25.00 MiB",
    ],
  ] as const)("%#: does not", (sizes, plan, why) => {
    expect(() => describeSizes(sizes, plan)).toThrow(new CommandError(`Cannot publish this: ${why}`, 1));
  });
});
