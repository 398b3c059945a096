import type { Answer } from "./exchange.ts";
import { type Fault, type Finding, fault } from "./finding.ts";
import { shorten } from "./printable.ts";
import { type ProbeResult, type Served, servedBy } from "./probe-result.ts";

/** What the headers do to caches, to readers and to those between. */
export function findCachingFaults({ visits }: ProbeResult, slowMs: number): readonly Finding[] {
  const seen = visits.flatMap(({ reader, first }) => {
    const served = servedBy(first);
    return served === null ? [] : [{ name: reader.name, served }];
  });
  const areEncoded = seen.some(({ served }) => served.reading.codings.length > 0);
  return seen.flatMap(({ name, served }) =>
    [
      ...describeFreshness(served.answer),
      ...describeVary(served, areEncoded),
      ...describeCookies(served.answer),
      ...describeAge(served.answer),
      ...describeSpeed(served.answer, slowMs),
    ].map((fault) => ({ ...fault, whom: [name] })),
  );
}

function describeFreshness({ headers }: Answer): Fault[] {
  const cacheControl = headers.get("cache-control")?.toLowerCase();
  const expires = headers.get("expires")?.trim();
  const faults: Fault[] = [];
  if (cacheControl !== undefined && /\bno-store\b/.test(cacheControl))
    faults.push(
      fault(
        "wrong",
        "no-store",
        "Cache-Control: no-store keeps every cache from helping, and some readers from asking conditionally",
        "say how long the feed may be kept: Cache-Control: public, max-age=900",
      ),
    );
  if (expires === "0" || expires === "-1")
    faults.push(
      fault(
        "wrong",
        "Expires",
        `Expires: ${expires} makes Miniflux forget ETag and Last-Modified, and fetch the whole feed each time`,
        "leave Expires out; Cache-Control says it better",
      ),
    );
  if (cacheControl === undefined && expires === undefined)
    faults.push(
      fault(
        "note",
        "no freshness",
        "Nothing says how long the feed may be kept",
        "send Cache-Control: public, max-age=900: readers poll as often as that says",
      ),
    );
  return faults;
}

function describeVary({ answer: { headers } }: Served, areEncoded: boolean): Fault[] {
  const names = (headers.get("vary") ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  if (names.includes("*"))
    return [
      fault(
        "wrong",
        "Vary",
        "Vary: * keeps every cache from ever using what it has",
        "send Vary: Accept-Encoding",
      ),
    ];
  const costly = names.filter((name) => name === "user-agent" || name === "cookie");
  if (costly.length > 0)
    return [
      fault(
        "wrong",
        "Vary",
        `Vary: ${costly.join(", ")} makes caches keep a copy for each of thousands of values`,
        "send the same to everybody, and Vary: Accept-Encoding",
      ),
    ];
  if (!areEncoded || names.includes("accept-encoding")) return [];
  return [
    fault(
      "wrong",
      "Vary",
      "The feed is sent in several encodings without Vary: Accept-Encoding: a cache may hand gzip to somebody who can't read it",
      "send Vary: Accept-Encoding with each of them",
    ),
  ];
}

function describeCookies({ cookies }: Answer): Fault[] {
  if (cookies.length === 0) return [];
  // Cloudflare's bot products set theirs on whatever passes, and still cache it.
  const isOfCloudflare = cookies.every((cookie) => /^(?:__cf_bm|_cfuvid|cf_clearance)=/.test(cookie));
  return [
    fault(
      isOfCloudflare ? "note" : "wrong",
      "cookies",
      `The feed comes with a cookie (${shorten(cookies[0]?.split("=")[0] ?? "")}): caches may refuse to keep it, and readers throw it away`,
      isOfCloudflare
        ? "a bot protection is at work; see that it lets readers pass"
        : "send no Set-Cookie with feeds",
    ),
  ];
}

function describeAge({ headers }: Answer): Fault[] {
  const cacheControl = headers.get("cache-control") ?? "";
  const seconds = (name: string) =>
    Number(
      new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*"?(\\d{1,10})`, "i").exec(cacheControl)?.[1] ?? Number.NaN,
    );
  const age = Number(headers.get("age") ?? Number.NaN);
  const shared = seconds("s-maxage");
  const fresh = Number.isNaN(shared) ? seconds("max-age") : shared;
  const late = seconds("stale-while-revalidate");
  if (!(age > fresh + (Number.isNaN(late) ? 0 : late))) return [];
  return [
    fault(
      "wrong",
      "stale",
      "A cache hands out a copy that is older than it may be (Age above max-age)",
      "see why it does not ask the server again",
    ),
  ];
}

function describeSpeed({ milliseconds }: Answer, slowMs: number): Fault[] {
  if (milliseconds <= slowMs) return [];
  return [
    fault(
      "wrong",
      "slow",
      `The answer takes more than ${slowMs / 1000} s, and some readers give up after 10 or 15`,
      "make the feed when something changes, not when it is asked for",
    ),
  ];
}
