import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CheckedDocument } from "../../../src/cli/check/checked-document.ts";
import { DocumentCheck } from "../../../src/cli/check/document-check.ts";
import { type Learned, NOTHING_LEARNED } from "../../../src/cli/check/document-reading.ts";
import { openLearned, storeLearned } from "../../../src/cli/check/store-learned.ts";
import { readChecked, writeChecked } from "../../../src/cli/checked-memory.ts";
import { digestBytes } from "../../../src/cli/open-file.ts";
import { goldenEdition } from "../../documents/golden-edition.ts";
import { temporaryFolder } from "../run-cli.ts";
import { goldenDocuments, spoil } from "./spoiled-documents.ts";

const { site, media, moves, at } = goldenEdition;
const otherPaths = [...media.map(({ path }) => path), ...moves.map(({ from }) => from)];

function withTags(documents: readonly CheckedDocument[]): readonly CheckedDocument[] {
  return documents.map((document) => {
    const { mediaType, parts, status } = document;
    return { ...document, version: digestBytes(Buffer.from(`${status} ${mediaType}\n${parts.join("")}`)) };
  });
}

function check(documents: readonly CheckedDocument[], before: Learned, now = at) {
  const check = new DocumentCheck(site.url, now, before);
  for (const document of withTags(documents)) check.add(document);
  return { objections: check.finish(otherPaths), check };
}

/** What was learned of the documents that nothing is wrong with, stored and opened again. */
const learned = openLearned(
  structuredClone(storeLearned(check(goldenDocuments, NOTHING_LEARNED).check.learned)),
);

function textAt(path: string): string {
  return goldenDocuments.find((document) => document.path === path)?.parts.join("") ?? "";
}

/** The same with memory and without. */
function objectionsTo(documents: readonly CheckedDocument[], now = at) {
  const { objections } = check(documents, NOTHING_LEARNED, now);
  expect(check(documents, learned, now).objections).toEqual(objections);
  return objections.map(({ path, rule }) => `${path} ${rule}`);
}

test("what nothing was said against is remembered, and is not read again", () => {
  const feedsAndPages = goldenDocuments.filter(({ mediaType }) => /html|rss|atom|feed\+json/.test(mediaType));
  expect([...learned.documents.keys()].sort()).toEqual(feedsAndPages.map(({ path }) => path).sort());
  const unreadable = withTags(goldenDocuments).map((document) => {
    return learned.documents.has(document.path) ? { ...document, parts: ["unreadable"] } : document;
  });
  const again = new DocumentCheck(site.url, at, learned);
  for (const document of unreadable) again.add(document);
  expect(again.finish(otherPaths)).toEqual([]);
  expect(again.learnedNothing).toBe(true);
});

test("what is remembered is judged anew beside the other documents", () => {
  const link = /\/articles\/[^<"]+/.exec(textAt("/rss.xml"))?.[0];
  const gone = goldenDocuments.map((document) =>
    document.path === link ? { ...document, status: 410 } : document,
  );
  expect(objectionsTo(gone)).toContain("/rss.xml What is published leads to a page that is there");
  const missing = goldenDocuments.filter(({ path }) => path !== link);
  expect(objectionsTo(missing)).toContain("/rss.xml A link to the site leads to one of its documents");
  const alone = goldenDocuments.filter(({ path }) => path !== "/atom.xml");
  expect(objectionsTo(alone)).toContain("/rss.xml A channel can be read in each format");
});

test("a feed that is remembered is compared with one that has changed", () => {
  const changed = spoil("/atom.xml", ">Fish prices fall<", ">Fish prices rise<");
  expect(objectionsTo(changed)).toContainEqual(
    expect.stringMatching(/^\/atom\.xml The title of item \d+ is that of/),
  );
});

test("what is dated after the moment of the build is objected to, though it was not when it was read", () => {
  expect(objectionsTo(goldenDocuments, new Date(at.getTime() - 86_400_000 * 365 * 50))).toContain(
    "/rss.xml Nothing is dated in the future",
  );
});

test("what was objected to is not remembered", () => {
  const spoiled = spoil("/rss.xml", "<pubDate>", "<pubDate>x");
  const { check: once } = check(spoiled, learned);
  expect(once.learned.documents.has("/rss.xml")).toBe(false);
  expect(check(spoiled, once.learned).objections).toEqual(check(spoiled, NOTHING_LEARNED).objections);
});

test("however documents are spoiled, memory hides no objection", () => {
  const spoiling = fc.record({
    document: fc.nat(goldenDocuments.length - 1),
    at: fc.nat(),
    length: fc.nat(40),
    text: fc.constantFrom("", "x", "<", "&", "</p>", "2", " "),
    everywhere: fc.boolean(),
  });
  const property = fc.property(fc.array(spoiling, { minLength: 1, maxLength: 2 }), (spoilings) => {
    const documents = spoilings.reduce<readonly CheckedDocument[]>((all, spoiling) => {
      const { document, at, length, text, everywhere } = spoiling;
      const { path, parts = [] } = all[document] ?? {};
      const part = parts[at % parts.length] ?? "";
      const start = at % (part.length + 1);
      const made = part.slice(0, start) + text + part.slice(start + length);
      return all.map((other) =>
        everywhere || other.path === path
          ? { ...other, parts: other.parts.map((one) => (one === part ? made : one)) }
          : other,
      );
    }, goldenDocuments);
    objectionsTo(documents);
  });
  fc.assert(property, { numRuns: 25, seed: 20260116 });
}, 60_000);

test.each([
  ["is damaged", (file: Buffer) => Buffer.from([...file.subarray(0, -1), 7])],
  ["is cut", (file: Buffer) => file.subarray(0, -1)],
  ["is empty", () => Buffer.alloc(0)],
  ["came from other code", (file: Buffer) => Buffer.from([(file[0] ?? 0) ^ 1, ...file.subarray(1)])],
])("a memory that %s is not used", async (_, spoilFile) => {
  const folder = temporaryFolder();
  await writeChecked(folder, site.url, learned);
  expect((await readChecked(folder, site.url)).documents.size).toBe(learned.documents.size);
  const file = join(folder, "checked.bin");
  writeFileSync(file, spoilFile(readFileSync(file)));
  expect(await readChecked(folder, site.url)).toEqual(NOTHING_LEARNED);
});

test("a memory of another site is not used", async () => {
  const out = temporaryFolder();
  await writeChecked(out, site.url, learned);
  expect(await readChecked(out, "https://other.example")).toEqual(NOTHING_LEARNED);
});
