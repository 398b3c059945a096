import type { Answer, Exchange } from "./exchange.ts";
import type { Content, Reading } from "./read-content.ts";
import type { Reader } from "./readers.ts";

/** How a reader fared. */
export type Visit = {
  readonly reader: Reader;
  readonly first: Exchange;
  /** Asked again with what the first answer gave; null where the first brought no feed. */
  readonly second: Exchange | null;
};

/** All that was asked, and what came. */
export type ProbeResult = {
  readonly url: string;
  /** Where the address that was typed led to a page. */
  readonly page: string | null;
  readonly visits: readonly Visit[];
  /** Asked as the first reader that got the feed, which `extrasAs` names. Null where nobody did. */
  readonly extrasAs: Visit | null;
  /** With If-None-Match alone. */
  readonly byTagAlone: Exchange | null;
  readonly head: Exchange | null;
  /** As a script on another site. */
  readonly embedder: Exchange | null;
  /** As somebody who opens the feed's address in a browser. */
  readonly browser: Exchange | null;
  /** As `extrasAs` once more, where the browser got a page. */
  readonly afterBrowser: Exchange | null;
  /** Whether we gave up on readers that are missing here, because nothing came in time. */
  readonly isCutShort: boolean;
};

/** An answer that brought a feed. */
export type Served = {
  readonly answer: Answer;
  readonly reading: Reading;
  readonly feed: Extract<Content, { is: "feed" }>;
};

/** Null if it brought none. */
export function servedBy(exchange: Exchange | null): Served | null {
  const outcome = exchange?.outcome;
  const reading = exchange?.reading ?? null;
  if (outcome === undefined || outcome.is === "failure" || reading === null) return null;
  if (outcome.status < 200 || outcome.status > 299 || outcome.end !== "whole") return null;
  return reading.content.is === "feed" ? { answer: outcome, reading, feed: reading.content } : null;
}
