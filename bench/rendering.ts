// How fast documents are rendered, side by side with plain strings and with others: npm run bench -- rendering
// ITEMS and TURNS say how many. In each turn everybody renders a few times, one after the other; each is compared with the plain
// strings of the same turn. Nothing is compared that is not complete: the plain strings are byte for byte our document, and
// an independent parser finds the title and the text of every item in everybody else's.
import type { Channel } from "../src/edition/edition.ts";
import { readXml } from "../tests/documents/read-xml.ts";
import { type Contender, contendersFor, type FormatName } from "./rendering/contenders.ts";
import { sampleEdition } from "./rendering/sample.ts";

const ITEMS = Number(process.env.ITEMS ?? 1000);
const TURNS = Number(process.env.TURNS ?? 25);
const WARM_UP_TURNS = 3;
const MEASURED_MS_MIN = 50;
const WORDS = 350;
const FORMATS: readonly FormatName[] = ["RSS", "Atom", "JSON Feed"];

type Found = { readonly titles: readonly string[]; readonly bodies: readonly string[] };
type JsonItem = { readonly title: string; readonly content_html?: string };

for (const words of [WORDS, 0]) {
  console.log(`\n${ITEMS} ${words === 0 ? "headlines" : `articles of about ${words} words`}, ${TURNS} turns`);
  console.log(`${"".padEnd(26)} ${"ms".padStart(7)}  times plain strings: median (middle half)`);
  for (const format of FORMATS) printFormat(format, words);
}

function printFormat(format: FormatName, words: number): void {
  const edition = sampleEdition(ITEMS, words);
  const [channel] = edition.channels;
  if (channel === undefined) throw new Error("Cannot render: the sample has no channel");
  const contenders = contendersFor(format);
  checkComplete(
    contenders.map(({ name, render }) => [name, render(channel, edition)]),
    format,
    channel,
  );
  const work = contenders.map(
    ({ render }) =>
      () =>
        render(channel, edition),
  );
  for (let turn = 0; turn < WARM_UP_TURNS; turn += 1) work.forEach(time);
  const turns = Array.from({ length: TURNS }, (_, turn) => timeInTurn(work, turn));
  contenders.forEach(({ name }, index) => {
    const ms = turns.map((times) => times[index] ?? Number.NaN);
    const ratios = turns.map((times) => (times[index] ?? Number.NaN) / (times[0] ?? Number.NaN));
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(ratios, share).toFixed(2));
    const columns = `${format.padEnd(10)} ${name.padEnd(15)} ${quantile(ms, 0.5).toFixed(2).padStart(7)}`;
    console.log(`${columns}  ${middle} (${low} to ${high})`);
  });
}

/** Another one begins in each turn. */
function timeInTurn(work: readonly (() => string)[], turn: number): readonly number[] {
  const times = work.map(() => 0);
  for (let i = 0; i < work.length; i += 1) {
    const next = (turn + i) % work.length;
    const run = work[next];
    if (run !== undefined) times[next] = time(run);
  }
  return times;
}

/** Milliseconds of processor time for one run, of this process and the threads that tidy up its memory: others may be busy, too. */
function time(run: () => string): number {
  globalThis.gc?.();
  const start = process.cpuUsage();
  let runs = 0;
  let ms = 0;
  while (ms < MEASURED_MS_MIN) {
    const text = run();
    // Strings that were put together become one when a character of them is asked for.
    text.charCodeAt(text.length - 1);
    runs += 1;
    const { user, system } = process.cpuUsage(start);
    ms = (user + system) / 1000;
  }
  return ms / runs;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

function checkComplete(
  texts: readonly (readonly [name: Contender["name"], text: string])[],
  format: FormatName,
  { items }: Channel,
): void {
  const expected = JSON.stringify({
    titles: items.map(({ title }) => title),
    bodies: items.flatMap((item) => (item.kind === "article" ? (item.html ?? []) : [])),
  });
  const [plain, ours] = texts;
  if (plain?.[1] !== ours?.[1]) throw new Error(`Cannot compare: plain ${format} is not our document`);
  for (const [name, text] of texts) {
    if (JSON.stringify(read(text, format)) !== expected)
      throw new Error(`Cannot compare: the ${format} of ${name} is not complete`);
  }
}

function read(text: string, format: FormatName): Found {
  if (format === "JSON Feed") return readJson(text);
  const [titles = [], bodies = []] =
    format === "RSS"
      ? readXml(text, "//item/title", "//item/content:encoded")
      : readXml(text, "//atom:entry/atom:title", "//atom:entry/atom:content");
  // `feedsmith` puts line ends around what it writes as CDATA.
  return { titles: titles.map((text) => text.trim()), bodies: bodies.map((text) => text.trim()) };
}

function readJson(text: string): Found {
  const items: readonly JsonItem[] = JSON.parse(text).items;
  return {
    titles: items.map(({ title }) => title),
    bodies: items.flatMap(({ content_html: html }) => html ?? []),
  };
}
