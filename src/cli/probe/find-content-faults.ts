import { gzipSync } from "node:zlib";
import { detectGuard } from "./detect-guard.ts";
import type { Answer, Exchange } from "./exchange.ts";
import { type Fault, type Finding, fault } from "./finding.ts";
import { shorten } from "./printable.ts";
import { type ProbeResult, type Served, servedBy } from "./probe-result.ts";
import type { Reading } from "./read-content.ts";
import type { FeedFormat } from "./read-feed.ts";

/** What is the matter with what was sent as the feed. */
export function findContentFaults({ visits }: ProbeResult): readonly Finding[] {
  return visits.flatMap(({ reader, first }) =>
    faultsOf(first).map((fault) => ({ ...fault, whom: [reader.name] })),
  );
}

function faultsOf({ outcome, reading, sent }: Exchange): Fault[] {
  if (outcome.is === "failure" || outcome.status >= 400 || detectGuard(outcome, reading) !== null) return [];
  if (outcome.status === 304)
    return [
      fault(
        "broken",
        "304 too early",
        "The answer is 304 to somebody who has nothing yet",
        "send 304 only to a request whose If-None-Match or If-Modified-Since fits",
      ),
    ];
  if (outcome.end !== "whole") return [describeCut(outcome)];
  if (reading === null)
    return [
      fault(
        "broken",
        "no feed",
        `The answer is ${outcome.status}, without a feed`,
        "answer 200 with the feed",
      ),
    ];
  return [
    ...describeContent(outcome, reading),
    ...describeCoding(reading, sent["Accept-Encoding"] ?? ""),
    ...(reading.charsetFault === null
      ? []
      : [
          fault(
            "wrong",
            "wrong charset",
            reading.charsetFault,
            "send UTF-8, and say so in Content-Type or nowhere",
          ),
        ]),
    ...(outcome.extraBytes > 0
      ? [
          fault(
            "broken",
            "wrong length",
            "Content-Length is less than what is sent: readers cut the feed off there",
            "let the server count, or count bytes and not characters",
          ),
        ]
      : []),
    ...describeServed({ outcome, reading, sent }),
  ];
}

function describeCut({ end, headers }: Answer): Fault {
  if (end === "too-long")
    return fault(
      "broken",
      "too long",
      "The feed does not come to an end before readers stop reading (Feedbin at 10 MiB)",
      "put older items into archive documents",
    );
  const what = headers.has("content-length")
    ? "fewer bytes than Content-Length says"
    : "its last piece is missing";
  return fault(
    "broken",
    "broken off",
    `The answer breaks off: ${what}`,
    "see what cuts the connection, and what counts the length before the body is changed",
  );
}

function describeContent({ status }: Answer, { content }: Reading): Fault[] {
  switch (content.is) {
    case "feed":
      return content.itemCount > 0
        ? []
        : [
            fault(
              "note",
              "no items",
              "The feed has no items",
              "is that so? Readers that forget what has vanished forget everything",
            ),
          ];
    case "page":
      return [
        fault(
          "broken",
          "HTML",
          `There is an HTML page where a feed should be (${JSON.stringify(content.title)})`,
          "send the feed to everybody who asks for its address; if this is the page for people, probe the feed's own address",
        ),
      ];
    case "malformed":
      return [
        fault(
          "broken",
          "malformed",
          `The feed is malformed: ${content.mistake}`,
          "mend what writes it: strict readers show nothing of a feed with one mistake",
        ),
      ];
    case "other":
      return [
        fault(
          "broken",
          "no feed",
          `What is sent is no feed, but ${content.what}`,
          "check the address, and what the server does for it",
        ),
      ];
    case "empty":
      return [
        fault(
          "broken",
          "empty",
          `The body is empty (status ${status})`,
          "answer 503, or send the last feed that was good: readers take an empty one for the truth",
        ),
      ];
    case "undecodable":
      return [
        fault(
          "broken",
          "wrong encoding",
          content.what,
          "compress once, and let Content-Encoding say just what was done",
        ),
      ];
  }
}

function describeCoding({ codings }: Reading, accepted: string): Fault[] {
  const asked = accepted.split(",").map((name) => name.trim());
  const unasked = codings.filter((coding) => !asked.includes(coding.replace(/^x-/, "")));
  if (unasked.length === 0) return [];
  return [
    fault(
      "broken",
      "wrong encoding",
      `The body comes as ${unasked.join(", ")}, which was not asked for`,
      "look at Accept-Encoding, and say Vary: Accept-Encoding, so that caches do too",
    ),
  ];
}

function describeServed(exchange: Exchange): Fault[] {
  const served = servedBy(exchange);
  if (served === null) return [];
  return [...describeType(served), ...describeSize(served)];
}

const TYPES: Readonly<Record<FeedFormat, readonly string[]>> = {
  RSS: ["application/rss+xml", "application/xml", "text/xml"],
  Atom: ["application/atom+xml", "application/xml", "text/xml"],
  RDF: ["application/rdf+xml", "application/rss+xml", "application/xml", "text/xml"],
  "JSON Feed": ["application/feed+json", "application/json"],
};

function describeType({ answer, feed: { format } }: Served): Fault[] {
  const header = answer.headers.get("content-type") ?? "";
  const type = header.replace(/;.*$/s, "").trim().toLowerCase();
  const [best = ""] = TYPES[format];
  if (!TYPES[format].includes(type)) {
    const what = type === "" ? "There is no Content-Type" : `Content-Type is ${shorten(type)}`;
    return [
      fault(
        "wrong",
        "wrong type",
        `${what}, and the feed is ${format}`,
        `send Content-Type: ${best}; charset=utf-8`,
      ),
    ];
  }
  if (!type.startsWith("text/") || /;\s*charset\s*=/i.test(header)) return [];
  return [
    fault(
      "note",
      "no charset",
      `Content-Type is ${type} without a charset, which old readers take for ASCII`,
      `send Content-Type: ${best}; charset=utf-8`,
    ),
  ];
}

/** Below that, compressing saves no packet. */
const WORTH_COMPRESSING_BYTES = 1400;

function describeSize({ answer: { body }, reading }: Served): Fault[] {
  if (reading.codings.length > 0 || body.length < WORTH_COMPRESSING_BYTES) return [];
  const percent = Math.round((100 * gzipSync(body).length) / body.length);
  if (percent > 80) return [];
  return [
    fault(
      "note",
      "not compressed",
      "The feed is sent as it is, though the reader can unpack it",
      `compress it: gzip would make it ${percent} % of its size`,
    ),
  ];
}
