import { expect, test } from "vitest";
import { oneAtATime } from "../../src/cli/one-at-a-time.ts";

test("What is asked for while work is being done is done once more, however often it was asked for", async () => {
  const ends: (() => void)[] = [];
  let started = Promise.withResolvers<void>();
  const ask = oneAtATime(() => {
    started.resolve();
    return new Promise((resolve) => {
      ends.push(resolve);
    });
  });
  ask();
  await started.promise;
  started = Promise.withResolvers();
  for (let i = 0; i < 5; i += 1) ask();
  expect(ends).toHaveLength(1);
  ends[0]?.();
  await started.promise;
  started = Promise.withResolvers();
  ask();
  ends[1]?.();
  await started.promise;
  expect(ends).toHaveLength(3);
});
