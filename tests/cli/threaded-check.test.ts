import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { checkDocuments } from "../../src/cli/check/check-documents.ts";
import { readChecked } from "../../src/cli/checked-memory.ts";
import { ThreadedCheck } from "../../src/cli/threaded-check.ts";
import { documentStatus } from "../../src/delivery/document-status.ts";
import type { Document } from "../../src/documents/document.ts";
import { renderDocuments } from "../../src/documents/render-documents.ts";
import { goldenEdition } from "../documents/golden-edition.ts";
import { sampleScripts } from "../documents/sample-scripts.ts";
import { temporaryFolder } from "./run-cli.ts";

const { site, media, moves, at } = goldenEdition;
const otherPaths = [...media.map(({ path }) => path), ...moves.map(({ from }) => from)];
const documents = [...renderDocuments(goldenEdition, sampleScripts)];

async function checkInThread(documents: Iterable<Document>, out: string) {
  const check = new ThreadedCheck();
  onTestFinished(() => check.stop());
  await check.begin(out, site.url, at);
  for (const document of documents) check.add(document);
  const objections = await check.finish(otherPaths);
  await check.end();
  return objections;
}

function checkHere(documents: readonly Document[]) {
  const checked = documents.map((document) => ({ ...document, status: documentStatus(document) }));
  return checkDocuments(checked, site.url, otherPaths, at);
}

/** In every document that has it: parts are shared. */
function spoilEverywhere(from: string, to: string): readonly Document[] {
  return documents.map((document) => ({
    ...document,
    parts: document.parts.map((part) => part.replace(from, to)),
  }));
}

test("a thread objects to what would be objected to here, also where it remembers what it read before", async () => {
  const out = temporaryFolder();
  expect(await checkInThread(documents, out)).toEqual([]);
  expect((await readChecked(out, site.url)).documents.size).toBeGreaterThan(50);
  expect(await checkInThread(documents, out)).toEqual([]);
  for (const spoiled of [
    spoilEverywhere("Fish prices fall", "Fish & prices fall"),
    documents.filter(({ path }) => !path.startsWith("/articles/")),
    documents.toSpliced(0, 1),
    // The same text, answered with 200.
    documents.map((document) =>
      document.kind === "gone" ? { ...document, kind: "page" as const } : document,
    ),
  ]) {
    const objections = checkHere(spoiled);
    expect(objections).not.toEqual([]);
    expect(await checkInThread(spoiled, out)).toEqual(objections);
  }
});

test("the failure of a thread is that of the build", async () => {
  const out = join(temporaryFolder(), "out");
  mkdirSync(join(out, "checked.bin/not-a-file"), { recursive: true });
  writeFileSync(join(out, "checked.bin/not-a-file/it"), "");
  await expect(checkInThread(documents, out)).rejects.toThrow(/EISDIR|ENOTEMPTY|EPERM|EEXIST/);
});
