import { expect, test } from "vitest";
import { REALISTIC } from "./newsroom.ts";
import { playHistories } from "./play-histories.ts";

test("1,000 random histories give no id to two stories, and a new id to fewer than one edited story in a hundred", () => {
  const figures = playHistories(1000, 3, { ...REALISTIC, pages: 3, storiesPerPage: 10 }, 1);
  expect(figures.histories).toBe(1000);
  expect(figures.edits).toBeGreaterThan(5000);
  expect(figures.faults.filter((fault) => fault.includes("false merge in"))).toEqual([]);
  expect(figures.falseMerges).toBe(0);
  expect(figures.restless).toBe(0);
  expect(figures.falselyNew / figures.edits).toBeLessThan(0.01);
}, 240_000);
