import type { Answer, Exchange } from "./exchange.ts";
import { type Fault, type Finding, fault } from "./finding.ts";
import { shorten } from "./printable.ts";
import { type ProbeResult, type Served, servedBy, type Visit } from "./probe-result.ts";

/** What became of asking again: nearly all polls ask for what has not changed. */
export function findConditionFaults(result: ProbeResult): readonly Finding[] {
  const perReader = result.visits.flatMap((visit) =>
    faultsOf(visit).map((fault) => ({ ...fault, whom: [visit.reader.name] })),
  );
  return [...perReader, ...describeTagAlone(result)];
}

function faultsOf({ first, second }: Visit): Fault[] {
  const served = servedBy(first);
  if (served === null || second === null) return [];
  return [...describeValidators(served.answer), ...describeSecond(served, first, second)];
}

/** RFC 9110 §8.8.3. */
const ENTITY_TAG = /^(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"$/;

function describeValidators({ headers }: Answer): Fault[] {
  const etag = headers.get("etag");
  const lastModified = headers.get("last-modified");
  if (etag === undefined && lastModified === undefined)
    return [
      fault(
        "wrong",
        "no validators",
        "There is neither ETag nor Last-Modified: each poll fetches the whole feed",
        "send an ETag made from the text, and the time of its last change as Last-Modified",
      ),
    ];
  const faults: Fault[] = [];
  if (etag === undefined)
    faults.push(
      fault(
        "wrong",
        "no ETag",
        "There is no ETag, only Last-Modified",
        "send an ETag made from the text: a date can't tell two changes in one second apart",
      ),
    );
  if (lastModified === undefined)
    faults.push(
      fault(
        "wrong",
        "no Last-Modified",
        "There is no Last-Modified, only ETag",
        "send the time of the last change: Thunderbird and others send nothing else back",
      ),
    );
  if (etag !== undefined && !ENTITY_TAG.test(etag))
    faults.push(
      fault(
        "wrong",
        "bad ETag",
        `ETag is not a tag in quotes: ${shorten(etag)}`,
        "put it in double quotes: proxies and libraries drop it otherwise",
      ),
    );
  if (lastModified !== undefined) faults.push(...describeDate(lastModified, headers.get("date")));
  return faults;
}

/** RFC 9110 §5.6.7, the form that is to be sent. */
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Clocks differ a little. */
const AHEAD_MS_MAX = 60_000;

function describeDate(lastModified: string, date: string | undefined): Fault[] {
  const time = Date.parse(lastModified);
  if (!HTTP_DATE.test(lastModified) || Number.isNaN(time))
    return [
      fault(
        "wrong",
        "bad date",
        `Last-Modified is no HTTP date: ${shorten(lastModified)}`,
        "write it like Sun, 06 Nov 1994 08:49:37 GMT",
      ),
    ];
  const now = date === undefined ? Date.now() : Date.parse(date);
  if (!(time > now + AHEAD_MS_MAX)) return [];
  return [
    fault(
      "wrong",
      "bad date",
      "Last-Modified lies in the future",
      "send the time of the last change, never later than Date: until then, changes go unseen",
    ),
  ];
}

function describeSecond(served: Served, first: Exchange, second: Exchange): Fault[] {
  const { outcome, sent } = second;
  if (outcome.is === "failure")
    return [
      fault(
        "broken",
        "fails when asked again",
        `Asked again with what it was given, the reader gets no answer: ${outcome.detail}`,
        "see what the server makes of If-None-Match and If-Modified-Since",
      ),
    ];
  if (outcome.status === 304) return describeNotModified(served.answer, outcome, sent);
  if (outcome.status === 226) return describeDelta(second);
  if (servedBy(second) === null) return [describeUnserved(outcome)];
  const isByDate = sent["If-Modified-Since"] !== first.sent["If-Modified-Since"];
  return describeWhole(served, second, isByDate);
}

function describeNotModified(
  before: Answer,
  { headers, extraBytes }: Answer,
  sent: Exchange["sent"],
): Fault[] {
  const given = before.headers.get("etag");
  const etag = headers.get("etag");
  const faults: Fault[] = [];
  if (extraBytes > 0)
    faults.push(
      fault(
        "broken",
        "304 with a body",
        "A body follows the 304: a reader that keeps the connection takes it for the next answer",
        "send nothing behind the headers of a 304",
      ),
    );
  if (given !== undefined && etag !== undefined && opaque(etag) !== opaque(given) && "If-None-Match" in sent)
    faults.push(
      fault(
        "wrong",
        "304 with another ETag",
        "The 304 has another ETag than the one it confirms, and readers keep it",
        "send the ETag of the feed with its 304",
      ),
    );
  if (given !== undefined && etag === undefined)
    faults.push(
      fault(
        "note",
        "304 without ETag",
        "The 304 does not repeat the ETag (RFC 9110, section 15.4.5)",
        "send ETag, Cache-Control and Vary with a 304 as well",
      ),
    );
  return faults;
}

function describeDelta(second: Exchange): Fault[] {
  if (second.outcome.is === "failure") return [];
  const { headers } = second.outcome;
  const isAsked = second.sent["A-IM"] !== undefined;
  const isFeed = second.reading?.content.is === "feed";
  if (isAsked && isFeed && /\bfeed\b/i.test(headers.get("im") ?? "")) return [];
  return [
    fault(
      "broken",
      "wrong delta",
      "The answer is 226, but not what RFC 3229 says: IM: feed, to those alone that sent A-IM: feed",
      "answer 200 with the whole feed, or follow the RFC",
    ),
  ];
}

function describeUnserved({ status }: Answer): Fault {
  const what = `Asked again with what it was given, the reader gets ${status} and no feed`;
  if (status === 429)
    return fault(
      "broken",
      "refused (429)",
      what,
      "do not count requests for a feed: the 304 is cheaper than the refusal",
    );
  return fault(
    "broken",
    "fails when asked again",
    what,
    "answer 304, or 200 with the feed, whatever the conditions are",
  );
}

function describeWhole(before: Served, second: Exchange, isByDate: boolean): Fault[] {
  const isByTag = "If-None-Match" in second.sent;
  // Who was given nothing, or keeps nothing, has been told why elsewhere.
  if (!isByTag && !isByDate) return [];
  if (before.reading.digest !== second.reading?.digest)
    return [
      fault(
        "wrong",
        "changes",
        "The feed was another a moment later: is it made anew for each request, with the time in it?",
        "make it when an item changes, and write no time of the request into it (RSS lastBuildDate, Atom updated); if something was just published, probe again",
      ),
    ];
  if (!isByTag)
    return [
      fault(
        "wrong",
        "no 304",
        "No 304 by date: the whole feed comes again although If-Modified-Since fits",
        "answer 304 if Last-Modified is not later than If-Modified-Since",
      ),
    ];
  return [describeIgnoredTag(before.answer, second)];
}

function describeIgnoredTag({ headers }: Answer, { outcome }: Exchange): Fault {
  const given = headers.get("etag") ?? "";
  const again = outcome.is === "answer" ? (outcome.headers.get("etag") ?? "") : "";
  const what = "No 304 by ETag: the whole feed comes again although If-None-Match fits";
  if (opaque(again) !== opaque(given))
    return fault(
      "wrong",
      "no 304",
      `${what}; it has another ETag each time`,
      "make the ETag from the text alone, the same on every server",
    );
  if (CODING_SUFFIX.test(given))
    return fault(
      "wrong",
      "no 304",
      `${what}; a proxy has added the encoding to the tag (${shorten(given)}) and does not take it off again`,
      "have the proxy leave the tag alone, or take its suffix off If-None-Match before comparing",
    );
  if (given.startsWith("W/"))
    return fault(
      "wrong",
      "no 304",
      `${what}; the tag is weak (perhaps made so by a proxy that compresses) and seems to be compared letter by letter`,
      "compare weakly: with or without W/, it is the same tag (RFC 9110, section 13.1.2)",
    );
  return fault(
    "wrong",
    "no 304",
    what,
    "compare If-None-Match with the ETag before anything else, and answer 304",
  );
}

/** What compressing proxies append: `"x-gzip"` (Apache), `"x--gzip"` (Jetty), `"x;br"`. */
const CODING_SUFFIX = /[-+:;_.]{1,2}(?:x-)?(?:gzip|gz|br|deflate|zstd)"$/i;

/** The part that proxies leave alone. */
export function opaque(etag: string): string {
  return etag.replace(/^W\//i, "").replace(CODING_SUFFIX, '"');
}

/** Whether the tag is enough: where both are sent, some servers decide by the date. */
function describeTagAlone({ extrasAs, byTagAlone, visits }: ProbeResult): readonly Finding[] {
  const before = servedBy(extrasAs?.first ?? null);
  const after = servedBy(byTagAlone);
  if (before === null || after === null || after.reading.digest !== before.reading.digest) return [];
  // Said of every reader already, if the tag was no use to them either.
  const isUsed = visits.some(
    ({ second }) =>
      second?.outcome.is === "answer" && second.outcome.status === 304 && "If-None-Match" in second.sent,
  );
  if (!isUsed) return [];
  return [
    {
      ...fault(
        "wrong",
        "no 304 by tag",
        "No 304 by ETag alone: it comes only if the date is sent, too",
        "If-None-Match is enough for a 304, and If-Modified-Since is to be ignored beside it (RFC 9110, section 13.2.2)",
      ),
      whom: ["readers that send only the ETag"],
    },
  ];
}
