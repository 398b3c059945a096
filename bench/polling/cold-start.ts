import { join } from "node:path";
import { startWorkerd } from "../../src/cli/start-workerd.ts";
import { bundleWorker, writeWorker } from "../../src/cli/write-worker.ts";
import { packEdition } from "../../src/delivery/pack-edition.ts";
import type { Document } from "../../src/documents/document.ts";
import { ask, requestText } from "./ask.ts";
import { spread } from "./spread.ts";
import { buildPeer } from "./start-peer.ts";

const ROUNDS = 9;
/** So many make about 1 MB, and about 20 MB: the first feeds are stored in three encodings, the others compressed alone. */
const FEEDS = [17, 1170];
const FEED_WORDS = 4000;

type Start = { readonly name: string; readonly built: string; readonly path: string };

/** In milliseconds: until the process listens, then until its first answer is there. */
type Times = readonly [untilListening: number, firstAnswer: number];

/** How long a Worker takes that has only just been started. */
export async function printColdStarts(folder: string): Promise<void> {
  const starts = await makeStarts(folder);
  const rounds: (readonly Times[])[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: Times[] = [];
    for (const start of starts) times.push(await startOnce(start));
    rounds.push(times);
  }
  console.log(
    `\nCold start: median of ${ROUNDS} rounds in milliseconds; ratio to the first line of the same round, and its quartiles\n`,
  );
  const header = ["", "from start to listening", "ratio", "from first request to answer", "ratio"];
  const lines = starts.map(({ name }, place) => [
    name,
    ...cellsOf(rounds, place, 0),
    ...cellsOf(rounds, place, 1),
  ]);
  for (const cells of [header, header.map(() => "---"), ...lines]) console.log(`| ${cells.join(" | ")} |`);
}

function cellsOf(rounds: readonly (readonly Times[])[], place: number, which: 0 | 1): readonly string[] {
  const times = rounds.map((round) => round[place]?.[which] ?? Number.NaN);
  const ratio = spread(times.map((time, round) => time / (rounds[round]?.[0]?.[which] ?? Number.NaN)));
  return [
    spread(times).median.toFixed(1),
    `${ratio.median.toFixed(2)} (${ratio.low.toFixed(2)}-${ratio.high.toFixed(2)})`,
  ];
}

async function makeStarts(folder: string): Promise<readonly Start[]> {
  const script = await bundleWorker();
  const starts: Start[] = [];
  for (const count of FEEDS) {
    const built = join(folder, `cold-${count}`);
    const { pieces, byteLength } = await packEdition(
      { documents: feeds(count), media: [], moves: [] },
      { lastModifiedOf: () => new Date(0), brotliQuality: 4 },
    );
    await writeWorker(built, script, pieces);
    const size = `${(byteLength / 1e6).toFixed(1)} MB`;
    starts.push({ name: `Teleprinter, ${size}`, built, path: "/0/rss.xml" });
    const hello = join(folder, `cold-hello-${count}`);
    await buildPeer("hello", hello, new Uint8Array(byteLength));
    starts.push({ name: `Hono hello with ${size} that it does not read`, built: hello, path: "/" });
  }
  const hello = join(folder, "cold-hello");
  await buildPeer("hello", hello, new Uint8Array());
  return [{ name: "Hono hello", built: hello, path: "/" }, ...starts];
}

async function startOnce({ built, path }: Start): Promise<Times> {
  const started = performance.now();
  const { port, stop } = await startWorkerd(built);
  try {
    const listening = performance.now();
    const { status } = await ask(port, requestText("GET", path, {}));
    const answered = performance.now();
    if (status !== 200) throw new Error(`Cannot measure a cold start: ${path} was answered with ${status}`);
    return [listening - started, answered - listening];
  } finally {
    await stop();
  }
}

/** Each is another text, that compresses as prose does. */
function* feeds(count: number): Generator<Document> {
  for (let number = 0; number < count; number += 1) {
    const words = Array.from(
      { length: FEED_WORDS },
      (_, index) => WORDS[(index * (index + number)) % WORDS.length],
    );
    const text = words.map((word, index) => `${word} ${(index * 7919 + number) % 1000}`).join(" ");
    yield {
      kind: "feed",
      path: `/${number}/rss.xml`,
      mediaType: "application/rss+xml",
      parts: [text],
      links: [],
    };
  }
}

const WORDS = "harbour council river bridge ferry market school winter budget strike museum tide grain".split(
  " ",
);
