// What a delta saves of a poll in which one item is new, and what deltas cost the ledger: npm run bench -- deltas
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { compileEdition } from "../src/cli/compile-edition.ts";
import { gzipBytesOf } from "../src/delivery/compose-gzip.ts";
import { deflatedPart } from "../src/delivery/compress.ts";
import type { Document } from "../src/documents/document.ts";
import { renderFeeds } from "../src/documents/render-channel.ts";
import { OVERLAP_EDITIONS } from "../src/documents/select-deltas.ts";
import type { Candidate } from "../src/edition/candidate.ts";
import { formatLedger } from "../src/edition/format-ledger.ts";
import { foundLedger } from "../src/edition/found-ledger.ts";
import type { Ledger } from "../src/edition/ledger.ts";
import { parseSite } from "../src/edition/parse-site.ts";
import { article, headline } from "../tests/edition/make-candidates.ts";
import { SeededRandom } from "../tests/edition/seeded-random.ts";
import { writeTitle } from "../tests/edition/write-titles.ts";

const EDITIONS = 50;
const STYLE = { vocabulary: 600, templates: 0.05, titleCase: 0 };
const PARAGRAPHS = 6;

const rows = (["headlines", "articles"] as const).flatMap((kind) =>
  [18, 25, 40, 60, 100, 200].map((items) => measure(kind, items)),
);
console.table(rows);

/** Publishes items one by one until the documents are full, and weighs the last step. */
function measure(kind: "headlines" | "articles", items: number) {
  const site = parseSite(`title: The Delta Wire
url: https://delta.wire.test
feed: { itemsMax: ${items}, itemsMin: ${items}, bytesMax: 100000000 }
`);
  const random = new SeededRandom(items);
  const pages: Candidate[] = Array.from({ length: items }, (_, i) => write(kind, i, random));
  let ledger: Ledger = foundLedger("2b1f3c58-3a50-4f0e-9c1b-5f3c7a1d9e02", new Date("2026-01-01T00:00:00Z"));
  let compiled = publish(0);
  for (let edition = 1; edition <= EDITIONS; edition += 1) {
    pages.push(write(kind, items + edition, random));
    compiled = publish(edition);
  }

  function publish(day: number) {
    const data = { site, ledger, candidates: pages, media: new Map(), held: new Set<string>(), problems: [] };
    const made = compileEdition(data, new Date(Date.UTC(2026, 1, 1 + day)), "ingest");
    ledger = made.ledger;
    return made;
  }

  const documents = renderFeeds(compiled.edition);
  const counted = formatLedger(ledger);
  const uncounted = counted.replace(/,"(?:parts|left)":"[^"]*"/g, "");
  return {
    kind,
    items,
    ...weigh("RSS", at(documents, "/rss.xml"), compiled.deltasOf),
    ...weigh("Atom", at(documents, "/atom.xml"), compiled.deltasOf),
    "ledger kB": Math.round(uncounted.length / 1000),
    "ledger +%": percent(counted.length - uncounted.length, uncounted.length),
  };
}

function write(kind: "headlines" | "articles", number: number, random: SeededRandom): Candidate {
  const title = `${writeTitle(random, STYLE)} ${number}`;
  if (kind === "headlines") return headline(`newswire/${number}.txt`, title);
  const sentences = () => Array.from({ length: 6 }, () => writeTitle(random, STYLE)).join(". ");
  return article(`newswire/${number}.txt`, title, Array.from({ length: PARAGRAPHS }, sentences));
}

/** Bytes of the whole, of what is new with the overlap before it, and whether the build makes that delta. */
function weigh(name: string, document: Document, deltasOf: (document: Document) => readonly unknown[]) {
  const encoder = new TextEncoder();
  const text = encoder.encode(document.parts.join(""));
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const newest = document.parts.slice(1, 1 + 1 + OVERLAP_EDITIONS);
  const parts = [document.parts[0] ?? "", ...newest, document.parts.at(-1) ?? ""];
  const delta = gzipBytesOf(parts.map((part) => deflatedPart(encoder.encode(part))));
  return {
    [`${name} raw`]: text.length,
    [`${name} gzip`]: gzipSync(text, { level: 9 }).length,
    [`${name} br`]: brotli,
    [`${name} delta`]: delta,
    [`${name} saved %`]: percent(brotli - delta, brotli),
    [`${name} made`]: deltasOf(document).length,
  };
}

function at(documents: readonly Document[], path: string): Document {
  const document = documents.find((one) => one.path === path);
  if (document === undefined) throw new RangeError(`no document at ${path}`);
  return document;
}

function percent(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}
