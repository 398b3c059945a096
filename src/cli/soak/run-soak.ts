import { Agent } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Workerd } from "../start-workerd.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { nextPoll } from "./next-poll.ts";
import type { Random } from "./pick.ts";
import type { Poll } from "./poll.ts";
import type { Site } from "./read-site.ts";
import { sendPoll } from "./send-poll.ts";
import { Tally } from "./tally.ts";
import { type Look, watchProcess } from "./watch-process.ts";

export type SoakSettings = {
  readonly requests: number;
  /** That they are spread over, evenly. */
  readonly seconds: number;
  /** Decides who asks what. */
  readonly random: Random;
  readonly signal: AbortSignal;
  /** Called after each. */
  readonly onAnswer: () => void;
};

export type Soak = {
  readonly tally: Tally;
  /** What it took. */
  readonly seconds: number;
  /** At the server's process: before the first request, a second apart, and when every connection was closed again. */
  readonly looks: readonly Look[];
};

const AT_ONCE = 32;
/** Many readers, and every bot that is started for one poll, open a connection for it. */
const SHORT_CONNECTIONS = 0.3;
/** More would say the same. */
const WRONG_MAX = 100;

/**
 * Plays an audience to a server, checks each of its answers, and watches its process meanwhile. Ends when everything has been asked or
 * the time is over, with the signal, or when the server has ended or is too often wrong.
 */
export async function runSoak(server: Workerd, site: Site, settings: SoakSettings): Promise<Soak> {
  const { requests, seconds, random, signal, onAnswer } = settings;
  const connections = { kept: new Agent({ keepAlive: true }), short: new Agent() };
  const tally = new Tally();
  const ask = async (poll: Poll): Promise<void> => {
    const agent = random() < SHORT_CONNECTIONS ? connections.short : connections.kept;
    const complaint = await askAndJudge(server.port, poll, agent, tally);
    // Whoever ends the run cuts answers off.
    if (complaint !== null && !signal.aborted) tally.addWrong(poll, complaint);
    onAnswer();
  };
  const watch = await watchProcess(server.pid, () => tally.asked);

  const started = performance.now();
  const isOver = () =>
    signal.aborted ||
    !server.isRunning() ||
    tally.wrong >= WRONG_MAX ||
    performance.now() - started >= seconds * 1000;
  let turn = 0;
  const askInTurn = async (): Promise<void> => {
    while (turn < requests && !isOver()) {
      const due = started + (turn * seconds * 1000) / requests;
      turn += 1;
      await waitUntil(due, signal);
      if (!isOver()) await ask(nextPoll(site, random));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
  const took = (performance.now() - started) / 1000;
  for (const agent of Object.values(connections)) agent.destroy();
  return { tally, seconds: took, looks: await watch.end() };
}

/** What is wrong with the answer, or null. */
async function askAndJudge(port: number, poll: Poll, agent: Agent, tally: Tally): Promise<string | null> {
  const started = performance.now();
  try {
    const answer = await sendPoll(port, poll, agent);
    tally.addAnswer(poll, answer, performance.now() - started);
    return judgeAnswer(poll.expected, poll.method, answer);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function waitUntil(due: number, signal: AbortSignal): Promise<void> {
  const left = due - performance.now();
  // An abort ends the wait; what comes of it, the caller asks.
  if (left >= 1) await wait(left, undefined, { signal }).catch(() => undefined);
}
