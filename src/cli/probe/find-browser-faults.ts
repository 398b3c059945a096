import type { Answer, Exchange } from "./exchange.ts";
import { opaque } from "./find-condition-faults.ts";
import type { Finding } from "./finding.ts";
import { type ProbeResult, servedBy } from "./probe-result.ts";

/**
 * What is the matter with the page that a browser gets where readers get the feed. That it gets one is right, and that it gets the
 * feed is, too; that anybody else gets the page is not.
 */
export function findBrowserFaults({
  visits,
  extrasAs,
  browser,
  afterBrowser,
}: ProbeResult): readonly Finding[] {
  const feed = servedBy(extrasAs?.first ?? null)?.answer;
  const page = pageIn(browser);
  // Where readers get it, too, that is what is wrong.
  const isForReaders = visits.some(({ first }) => pageIn(first) !== null);
  if (feed === undefined || page === null || isForReaders) return [];
  return [
    ...describeMixUp(afterBrowser),
    ...describeVary(feed, page),
    ...describeKeeping(page),
    ...describeTags(feed, page),
  ];
}

/** The answer, if it is an HTML page. */
export function pageIn(exchange: Exchange | null): Answer | null {
  if (exchange === null || exchange.outcome.is === "failure" || exchange.outcome.status !== 200) return null;
  return exchange.reading?.content.is === "page" ? exchange.outcome : null;
}

function finding(
  severity: Finding["severity"],
  label: string,
  what: string,
  advice: string,
): readonly Finding[] {
  return [{ severity, label, what, whom: ["readers behind a cache"], advice }];
}

function describeMixUp(afterBrowser: Exchange | null): readonly Finding[] {
  if (pageIn(afterBrowser) === null) return [];
  return finding(
    "broken",
    "HTML",
    "Once a browser has asked for the feed's address, a reader gets the browser's page",
    "see which cache keeps it, and send the page with Cache-Control: private, no-cache",
  );
}

/** One by which a cache can tell a browser from a reader. */
const TELLING = /^(?:\*|sec-fetch-(?:dest|mode|user)|accept|user-agent)$/;

function describeVary(feed: Answer, page: Answer): readonly Finding[] {
  const isTold = [feed, page].every(({ headers }) =>
    (headers.get("vary") ?? "").split(",").some((name) => TELLING.test(name.trim().toLowerCase())),
  );
  if (isTold) return [];
  return finding(
    "wrong",
    "Vary",
    "A browser gets a page and a reader the feed, and Vary does not say what decides: a cache may hand the page to a reader",
    "send Vary: Accept-Encoding, Sec-Fetch-Dest with both, and decide by Sec-Fetch-Dest: document",
  );
}

function describeKeeping({ headers }: Answer): readonly Finding[] {
  if (/\b(?:private|no-store)\b/i.test(headers.get("cache-control") ?? "")) return [];
  return finding(
    "wrong",
    "shared page",
    "Shared caches may keep the page that a browser gets at the feed's address: one that ignores Vary hands it to readers",
    "send the page, and only the page, with Cache-Control: private, no-cache",
  );
}

function describeTags(feed: Answer, page: Answer): readonly Finding[] {
  const [ofFeed, ofPage] = [feed, page].map(({ headers }) => headers.get("etag"));
  if (ofFeed === undefined || ofPage === undefined || opaque(ofFeed) !== opaque(ofPage)) return [];
  return finding(
    "broken",
    "one ETag",
    "The page that a browser gets has the feed's ETag: who has the one is told that the other is unchanged",
    "make each ETag of what is sent with it",
  );
}
