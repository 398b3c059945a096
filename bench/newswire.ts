// How long reading newswire pages takes, and how much memory: npm run bench -- newswire
// Each page is read in a process of its own, so that one leaves no warm code and no memory behind for the next.
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readNewswire } from "../src/newswire/read-newswire.ts";

const PAGE_BYTES = 10_000_000;
const HEADLINES = 100_000;

const WORDS =
  "harbour council river bridge ferry market school winter budget strike museum tide grain valley rail court vote fever union coast".split(
    " ",
  );

type Shape = { readonly name: string; readonly pieces: () => Iterable<string> };
type Reading = { readonly ms: number; readonly memoryBytes: number };

const shapes: readonly Shape[] = [
  { name: "paragraphs, then headlines", pieces: paragraphsThenHeadlines },
  { name: "a single line", pieces: () => filled((i) => `${sentence(i)} `) },
  {
    name: "100,000 headlines",
    pieces: () => Array.from({ length: HEADLINES }, (_, i) => `${headline(i)}\n`),
  },
  { name: "hard-wrapped paragraphs", pieces: () => filled(wrappedParagraph) },
  {
    name: "one hard-wrapped block",
    pieces: () => filled((i) => `${words(i, 9)}\n`, "The end came at noon.\n"),
  },
  {
    name: "hostile: a letter a line",
    pieces: () => filled((i) => `${String.fromCharCode(97 + (i % 26))}\n`),
  },
  { name: "hostile: empty bullets", pieces: () => filled(() => "- \n") },
  { name: "hostile: numbered letters", pieces: () => filled(() => "1. a\n") },
  { name: "hostile: small articles", pieces: () => filled(() => "T\n\nThe end came.\n\n---\n") },
  { name: "hostile: labels over a body", pieces: () => filled(() => "Read more:\nHe left.\n") },
];

const [file] = process.argv.slice(2);
if (file === undefined) printTable();
else process.stdout.write(JSON.stringify(read(file)));

function printTable(): void {
  const folder = mkdtempSync(join(tmpdir(), "newswire-bench-"));
  console.log(`${"input".padEnd(28)} ${"MB".padStart(6)} ${"ms".padStart(6)} ${"memory".padStart(7)}`);
  try {
    for (const { name, pieces } of shapes) {
      const path = join(folder, "page.txt");
      const bytes = writePieces(path, pieces());
      const { ms, memoryBytes } = readInOwnProcess(path);
      const columns = [(bytes / 1e6).toFixed(1).padStart(6), ms.toFixed(0).padStart(6)];
      console.log(
        `${name.padEnd(28)} ${columns.join(" ")} ${`${(memoryBytes / bytes).toFixed(1)} x`.padStart(7)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log("memory: the most that the process had more than before, the page's own bytes included");
}

/** Piece by piece: a process begins with its parent's peak in its books (Linux), so this one stays small. */
function writePieces(path: string, pieces: Iterable<string>): number {
  const out = openSync(path, "w");
  let bytes = 0;
  for (const piece of pieces) bytes += writeSync(out, piece);
  closeSync(out);
  return bytes;
}

function readInOwnProcess(path: string): Reading {
  const { status, stdout } = spawnSync(process.execPath, [import.meta.filename, path], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error(`Cannot measure: the reading process ended with ${status}`);
  return JSON.parse(stdout);
}

function read(path: string): Reading {
  const before = process.memoryUsage.rss();
  const bytes = readFileSync(path);
  const start = performance.now();
  readNewswire(bytes);
  const ms = performance.now() - start;
  return { ms, memoryBytes: process.resourceUsage().maxRSS * 1024 - before };
}

function* filled(piece: (i: number) => string, last = ""): Generator<string> {
  let text = "";
  for (let i = 0, chars = 0; chars < PAGE_BYTES; i++) {
    const next = piece(i);
    chars += next.length;
    text += next;
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  yield text + last;
}

function* paragraphsThenHeadlines(): Generator<string> {
  yield "Ferries stop as winter comes early\n\n";
  yield* filled((i) => `${sentence(7 * i)} ${sentence(7 * i + 3)} ${sentence(7 * i + 5)}\n\n`);
  yield "\n";
  for (let i = 0; i < HEADLINES / 10; i++) yield `${headline(i)}\n`;
}

/** Lines of nine words, broken off as a mail program does. */
function wrappedParagraph(i: number): string {
  const lines = Array.from({ length: 6 }, (_, k) => words(i + k, 9));
  return `${capitalised(lines.join("\n"))}.\n\n`;
}

function headline(i: number): string {
  return `${capitalised(words(i, 5))} in ${capitalised(words(i >> 3, 2))} number ${i}`;
}

function sentence(i: number): string {
  return `${capitalised(words(i, 12))}, the ${words(i * 7, 4)} said.`;
}

/** As many words, others for every `i`. */
function words(i: number, count: number): string {
  return Array.from({ length: count }, (_, k) => WORDS[(i * (k + 3) + k * k) % WORDS.length]).join(" ");
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
