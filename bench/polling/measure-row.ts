import { cpuMicroseconds } from "./cpu-microseconds.ts";
import type { LoadGenerator } from "./load-generator.ts";
import { type Exchange, type Row, tryRow } from "./rows.ts";

export type Server = {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  readonly stop: () => Promise<void>;
};

/** What one server needed for a row. */
export type Measured = {
  readonly exchange: Exchange;
  /** CPU time per request, for each turn. */
  readonly microseconds: readonly number[];
};

const WARM_UP_MS = 300;
/** Short, so that whatever else the machine does disturbs all alike. */
const SLICE_MS = 50;
/** In a turn. */
const SLICES = 6;
/** The others are so far from 1 that they need no more. */
const OTHERS_SLICES = 2;

/**
 * Measures what a row costs, in slices that take turns.
 *
 * @param servers the floor, which greets whatever it is asked for; ours; others
 * @returns in the same order
 */
export async function measureRow(
  row: Row,
  servers: readonly Server[],
  load: LoadGenerator,
  turns: number,
): Promise<readonly Measured[]> {
  const exchanges: Exchange[] = [];
  for (const [place, { port }] of servers.entries()) {
    const exchange = await tryRow(place === 0 ? { ...row, method: "GET", path: "/" } : row, port);
    await load.send({ port, request: exchange.request, milliseconds: WARM_UP_MS });
    exchanges.push(exchange);
  }
  const measured = exchanges.map((exchange) => ({ exchange, microseconds: [] as number[] }));
  for (let turn = 0; turn < turns; turn += 1) {
    const costs = await takeTurn(servers, exchanges, load);
    for (const [place, cost] of costs.entries()) measured[place]?.microseconds.push(cost);
  }
  return measured;
}

/** Microseconds per request. */
async function takeTurn(
  servers: readonly Server[],
  exchanges: readonly Exchange[],
  load: LoadGenerator,
): Promise<readonly number[]> {
  const before = servers.map(({ pid }) => cpuMicroseconds(pid));
  const answers = servers.map(() => 0);
  for (let slice = 0; slice < SLICES; slice += 1) {
    for (const [place, { port }] of servers.entries()) {
      const request = exchanges[place]?.request;
      if (request === undefined || (place > 1 && slice >= OTHERS_SLICES)) continue;
      answers[place] = (answers[place] ?? 0) + (await load.send({ port, request, milliseconds: SLICE_MS }));
    }
  }
  return servers.map(
    ({ pid }, place) => (cpuMicroseconds(pid) - (before[place] ?? 0)) / (answers[place] ?? 0),
  );
}
