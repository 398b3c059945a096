import type { Answer, Exchange } from "./exchange.ts";
import { pageIn } from "./find-browser-faults.ts";
import { opaque } from "./find-condition-faults.ts";
import type { Finding } from "./finding.ts";
import { type ProbeResult, servedBy, type Visit } from "./probe-result.ts";

/** What HEAD, and a script on another site, get where readers get the feed. */
export function findExtraFaults({ extrasAs, head, embedder, visits }: ProbeResult): readonly Finding[] {
  const served = servedBy(extrasAs?.first ?? null);
  if (served === null) return [];
  return [
    ...(head?.outcome.is === "answer" ? describeHead(served.answer, head.outcome, visits) : []),
    ...describeEmbedding(embedder),
  ];
}

function describeHead(get: Answer, head: Answer, visits: readonly Visit[]): Finding[] {
  const finding = (what: string, advice: string): Finding[] => [
    { severity: "wrong", label: "HEAD", what, whom: ["those who ask with HEAD first"], advice },
  ];
  if (head.status !== get.status)
    return finding(
      `HEAD is answered with ${head.status}, GET with ${get.status}`,
      "answer HEAD as GET, without the body (RFC 9110, section 9.3.2)",
    );
  const differing = ["content-type", "etag", "last-modified"].filter(
    (name) => isSteady(name, visits) && textOf(name, head) !== textOf(name, get),
  );
  if (differing.length === 0) return [];
  return finding(
    `HEAD has another ${differing.join(" and ")} than GET`,
    "answer HEAD as GET, without the body (RFC 9110, section 9.3.2)",
  );
}

/** What differs between one GET and the next says nothing of HEAD. */
function isSteady(name: string, visits: readonly Visit[]): boolean {
  const answers = visits.flatMap(({ first, second }) =>
    [first, second].flatMap((exchange) => servedBy(exchange)?.answer ?? []),
  );
  return new Set(answers.map((answer) => textOf(name, answer))).size === 1;
}

function textOf(name: string, { headers }: Answer): string {
  return opaque(headers.get(name) ?? "").toLowerCase();
}

function describeEmbedding(embedder: Exchange | null): Finding[] {
  if (embedder === null || embedder.outcome.is === "failure") return [];
  const { status, headers } = embedder.outcome;
  if (pageIn(embedder) !== null) return [PAGE_FOR_SCRIPTS];
  if (status !== 200 || headers.has("access-control-allow-origin")) return [];
  return [
    {
      severity: "note",
      label: "no CORS",
      what: "Scripts on other sites can't read the feed",
      whom: ["those who embed the feed"],
      advice: "send Access-Control-Allow-Origin: * if they may",
    },
  ];
}

const PAGE_FOR_SCRIPTS: Finding = {
  severity: "broken",
  label: "HTML",
  what: "A script on another site gets an HTML page where readers get the feed",
  whom: ["those who embed the feed"],
  advice: "send the page only where the request says Sec-Fetch-Dest: document",
};
