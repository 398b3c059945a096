import { expect, test } from "vitest";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import { goldenEdition } from "./golden-edition.ts";
import { sampleScripts } from "./sample-scripts.ts";

test("feeds come first, then archives, then everything else, each under a path of its own", () => {
  const documents = [...renderDocuments(goldenEdition, sampleScripts)];
  const kinds = documents.map(({ kind }) => (kind === "feed" || kind === "archive" ? kind : "else"));
  const order = ["feed", "archive", "else"];
  expect(kinds).toEqual(kinds.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  expect([...new Set(kinds)]).toEqual(order);
  expect(new Set(documents.map(({ path }) => path)).size).toBe(documents.length);
});
