import { ask, type Limits, type Question } from "./ask.ts";
import type { Exchange, Failure } from "./exchange.ts";
import { pageIn } from "./find-browser-faults.ts";
import { type ProbeResult, servedBy, type Visit } from "./probe-result.ts";
import { ContentReader } from "./read-content.ts";
import { BROWSER_HEADERS, EMBEDDER_HEADERS, READERS, type Reader } from "./readers.ts";

/** As much as Feedbin reads. */
export const BODY_BYTES_MAX = 10 * 1024 * 1024;

/** Nobody gets further than we did. */
export type Unreachable = { readonly is: "unreachable"; readonly failure: Failure };

/** A server that lets two readers wait lets all of them wait. */
const SLOW_READERS_MAX = 2;

/**
 * Asks for a feed as the readers do, one request after the other, each with a connection of its own.
 * Where the address is that of a page, its first feed is asked for instead.
 */
export async function probeFeed(url: URL, limits: Limits): Promise<ProbeResult | Unreachable> {
  const probe = new Probe(url, limits);
  const [reader] = READERS;
  if (reader === undefined) throw new RangeError("There are no readers");
  const first = await probe.ask(reader.headers);
  if (first.outcome.is === "failure" && isForEverybody(first.outcome))
    return { is: "unreachable", failure: first.outcome };
  const feed = feedOfPage(first);
  if (feed === null) return probe.run(first, null);
  const other = new Probe(feed, limits);
  return other.run(await other.ask(reader.headers), url.href);
}

function isForEverybody({ reason, hops }: Failure): boolean {
  return hops.length === 0 && ["no-name", "no-connection", "no-trust"].includes(reason);
}

/** Not its own address: then it is a feed's address that answers with a page. */
function feedOfPage({ outcome, reading }: Exchange): URL | null {
  if (outcome.is === "failure" || outcome.status !== 200 || reading?.content.is !== "page") return null;
  const [feed] = reading.content.feeds.filter((href) => href !== outcome.url);
  return feed === undefined ? null : new URL(feed);
}

class Probe {
  readonly #url: URL;
  readonly #limits: Limits;
  readonly #contents: ContentReader;

  constructor(url: URL, limits: Limits) {
    this.#url = url;
    this.#limits = limits;
    this.#contents = new ContentReader(limits.bodyBytesMax);
  }

  async ask(headers: Exchange["sent"], method: Question["method"] = "GET"): Promise<Exchange> {
    const outcome = await ask({ method, url: this.#url, headers }, this.#limits);
    const isReadable = outcome.is === "answer" && method === "GET" && outcome.end !== "too-long";
    return { sent: headers, outcome, reading: isReadable ? this.#contents.read(outcome) : null };
  }

  /** @param asked the first reader's first request, which has been made */
  async run(asked: Exchange, page: string | null): Promise<ProbeResult> {
    const visits: Visit[] = [];
    let slowCount = 0;
    for (const reader of READERS) {
      const visit = await this.#visit(reader, visits.length === 0 ? asked : await this.ask(reader.headers));
      visits.push(visit);
      slowCount += [visit.first, visit.second].filter(
        (exchange) => exchange !== null && isSlow(exchange),
      ).length;
      if (slowCount >= SLOW_READERS_MAX) break;
    }
    const isCutShort = visits.length < READERS.length;
    const extrasAs = visits.find(({ first }) => servedBy(first) !== null) ?? null;
    const extras = isCutShort ? NO_EXTRAS : await this.#askExtras(extrasAs);
    return { url: this.#url.href, page, visits, extrasAs, ...extras, isCutShort };
  }

  async #visit(reader: Reader, first: Exchange): Promise<Visit> {
    const served = servedBy(first);
    if (served === null) return { reader, first, second: null };
    const { headers } = served.answer;
    const conditions = reader.comeBack({
      etag: headers.get("etag") ?? null,
      lastModified: headers.get("last-modified") ?? null,
      expires: headers.get("expires") ?? null,
    });
    return { reader, first, second: await this.ask({ ...reader.headers, ...conditions }) };
  }

  async #askExtras(extrasAs: Visit | null) {
    const embedder = await this.ask(EMBEDDER_HEADERS);
    const served = servedBy(extrasAs?.first ?? null);
    if (extrasAs === null || served === null) return { ...NO_EXTRAS, embedder };
    const { headers } = extrasAs.reader;
    const etag = served.answer.headers.get("etag");
    const byTagAlone =
      etag === undefined ? null : await this.ask({ ...withoutDate(headers), "If-None-Match": etag });
    const head = await this.ask(withoutDate(headers), "HEAD");
    const browser = await this.ask(BROWSER_HEADERS);
    const afterBrowser = pageIn(browser) === null ? null : await this.ask(withoutDate(headers));
    return { byTagAlone, head, embedder, browser, afterBrowser };
  }
}

const NO_EXTRAS = { byTagAlone: null, head: null, embedder: null, browser: null, afterBrowser: null };

function isSlow({ outcome }: Exchange): boolean {
  return outcome.is === "failure" && outcome.reason === "too-slow";
}

function withoutDate(headers: Exchange["sent"]): Exchange["sent"] {
  const { "If-Modified-Since": _date, ...others } = headers;
  return others;
}
