import { mkdtempSync, rmSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Answer } from "../../src/cli/soak/answer.ts";
import { judgeAnswer } from "../../src/cli/soak/judge-answer.ts";
import { nextPoll } from "../../src/cli/soak/next-poll.ts";
import { Publication, type Target } from "../../src/cli/soak/publication.ts";
import { readSite } from "../../src/cli/soak/read-site.ts";
import { sendPoll } from "../../src/cli/soak/send-poll.ts";
import { startWorkerd, type Workerd } from "../../src/cli/start-workerd.ts";
import { SeededRandom } from "../edition/seeded-random.ts";
import { buildVaried } from "./hostile/build-varied.ts";
import { exchangeBytes } from "./hostile/exchange-bytes.ts";
import { isOurs, judgeHostile } from "./hostile/judge-hostile.ts";
import { readAnswers } from "./hostile/read-answers.ts";
import { type Asked, readRequest } from "./hostile/read-request.ts";
import { malformedBytes } from "./hostile/write-malformed.ts";
import { hostileRequest, writeRequest } from "./hostile/write-requests.ts";

/** Another seed, another folder with a build: HOSTILE_SEED=7 HOSTILE_BUILT=dist */
const SEED = Number(process.env.HOSTILE_SEED ?? 20261023);
const folder = mkdtempSync(join(tmpdir(), "teleprinter-hostile-"));
const built = process.env.HOSTILE_BUILT ?? join(folder, "built");

/** Each over a connection of its own. */
const AT_ONCE = 25;
/** The runtime refuses a long path or header in the middle, and goes away. */
const REFUSED_BYTES = 60_000;
const SHOWN_CHARS = 500;
/** All over the build; these among them. */
const TARGETS_MAX = 150;
const CERTAIN = /^\/[^/]*$|^\/media\/[12]|^\/(?:embed|articles)\//;
const BYTES_MAX = 500_000;

let workerd: Workerd;
let publication: Publication;
let targets: readonly Target[];
/** Every status that came. */
const seen = new Set<number>();

beforeAll(async () => {
  if (process.env.HOSTILE_BUILT === undefined) await buildVaried(built);
  publication = await Publication.read(built);
  workerd = await startWorkerd(built);
  const step = Math.ceil(publication.paths.length / TARGETS_MAX);
  const some = publication.paths.filter((path, place) => place % step === 0 || CERTAIN.test(path));
  const all = await Promise.all(some.map((path) => publication.requireTarget(path)));
  targets = all.filter(({ bytes }) => bytes.length <= BYTES_MAX);
});

afterAll(async () => {
  await workerd.stop();
  rmSync(folder, { recursive: true });
});

afterEach(async () => {
  expect(workerd.isRunning()).toBe(true);
  expect(await complaintsAbout({ requests: [PLAIN], areRequests: true })).toEqual([]);
});

const PLAIN = writeRequest({ method: "GET", target: "/rss.xml", headers: [["Host", "x"]] });

/** What goes over one connection. */
type Sent = {
  readonly requests: readonly Buffer[];
  /** Whether they are what the runtime answers in any case. */
  readonly areRequests: boolean;
};

/** Everything that is wrong with what comes back. */
async function complaintsAbout({ requests, areRequests }: Sent): Promise<readonly string[]> {
  const asked = requests.map(readRequest);
  const methods = asked.map(({ method }) => method);
  try {
    const exchange = await exchangeBytes(workerd.port, Buffer.concat(requests));
    const answers = readAnswers(exchange, methods);
    for (const answer of answers) seen.add(answer.status);
    const mayEnd = exchange.wasReset && requests.some(({ length }) => length >= REFUSED_BYTES);
    if (areRequests && !mayEnd && isCutShort(answers, requests))
      return [`${answers.length} answers to ${requests.length} requests`];
    const complaints = await Promise.all(answers.map((answer, place) => judgeAt(asked[place], answer)));
    return complaints.filter((complaint) => complaint !== null);
  } catch (error) {
    return [String(error)];
  }
}

/** Whoever gets an answer of the runtime's for bad bytes gets no other after it; everybody else gets all. */
function isCutShort(answers: readonly Answer[], requests: readonly Buffer[]): boolean {
  const last = answers.at(-1);
  return answers.length < requests.length && (last === undefined || isOurs(last));
}

/** Bytes behind the last request may be one as well, which nobody meant to send: it must do no harm. */
async function judgeAt(asked: Asked | undefined, answer: Answer): Promise<string | null> {
  if (asked) return judgeHostile(asked, answer, publication);
  return answer.status >= 500 && answer.status !== 501 ? `a status ${answer.status}` : null;
}

/** Sends what is given, so many at once, and lists what went wrong: a request, and why. */
async function findWrong(connections: readonly Sent[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const waiting = connections.values();
  const work = async () => {
    for (const sent of waiting) {
      const complaints = await complaintsAbout(sent);
      if (complaints.length === 0) continue;
      const shown = JSON.stringify(Buffer.concat(sent.requests).toString("latin1")).slice(0, SHOWN_CHARS);
      wrong.push(`${complaints.join("; ")}: ${shown}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
}

/** All that the Worker answers with. */
const STATUSES = [200, 204, 206, 226, 301, 304, 400, 404, 405, 410, 412, 416, 501];

test("Whatever a request asks for and says, its answer is no failure and is what was asked for", async () => {
  const all = fc.sample(hostileRequest(targets), { seed: SEED, numRuns: 6_000 });
  const sent = all.map((request) => ({ requests: [writeRequest(request)], areRequests: true }));
  expect(await findWrong(sent)).toEqual([]);
  // Otherwise this would have proved nothing.
  if (process.env.HOSTILE_BUILT === undefined) expect([...seen]).toEqual(expect.arrayContaining(STATUSES));
});

test("Of requests that come at once over one connection each gets its own answer", async () => {
  const several = fc.array(hostileRequest(targets), { minLength: 2, maxLength: 4 });
  const all = fc.sample(several, { seed: SEED, numRuns: 350 });
  const sent = all.map((list) => ({ requests: list.map((one) => writeRequest(one)), areRequests: true }));
  expect(await findWrong(sent)).toEqual([]);
});

test("Bytes that no client should send are refused, or answered as what they may ask for", async () => {
  const all = fc.sample(malformedBytes(targets), { seed: SEED, numRuns: 3_000 });
  expect(await findWrong(all.map((bytes) => ({ requests: [bytes], areRequests: false })))).toEqual([]);
});

test("Readers and strangers that send what clients do send get exactly what is right", async () => {
  const [site, random, agent] = [
    await readSite(built),
    new SeededRandom(SEED),
    new Agent({ keepAlive: true }),
  ];
  for (let asked = 0; asked < 500; asked += 1) {
    const poll = nextPoll(site, () => random.next());
    const answer = await sendPoll(workerd.port, poll, agent);
    const complaint = judgeAnswer(poll.expected, poll.method, answer);
    expect({ ...poll, expected: complaint }).toEqual({ ...poll, expected: null });
  }
  agent.destroy();
});
