import { detectGuard, type Guard } from "./detect-guard.ts";
import type { Answer, Failure } from "./exchange.ts";
import type { Finding } from "./finding.ts";
import { type ProbeResult, servedBy, type Visit } from "./probe-result.ts";

/** Who does not get an answer, or another one than a feed reader can use: the first thing to mend. */
export function findRefusals(result: ProbeResult): readonly Finding[] {
  const others = whoElseIsServed(result);
  return result.visits.flatMap(({ reader, first }) => {
    const { outcome, reading } = first;
    const finding = (label: string, what: string, advice: string): Finding[] => [
      { severity: "broken", label, what: `${what}${others.tail}`, whom: [reader.name], advice },
    ];
    if (outcome.is === "failure") return finding(...describeFailedVisit(outcome));
    const guard = detectGuard(outcome, reading);
    if (guard !== null)
      return finding(
        guard.does === "blocks" ? "blocked" : "challenged",
        ...describeGuard(guard, outcome, others),
      );
    if (outcome.status >= 400)
      return finding(`refused (${outcome.status})`, ...describeStatus(outcome, others));
    return [];
  });
}

type Others = {
  readonly tail: string;
  /** Set where the readers that are refused are all run as a service. */
  readonly caution: string;
};

/** What is refused to one and given to another is decided by the name. */
function whoElseIsServed({ visits, embedder }: ProbeResult): Others {
  const served = visits.filter(({ first }) => servedBy(first) !== null);
  const refused = visits.filter(({ first }) => servedBy(first) === null);
  const caution = refused.every(({ reader }) => reader.isHosted)
    ? "; it may only have noticed that we are not really they, so look into its log for what it does with the real ones"
    : "";
  if (served.length > 0) return { tail: `; others get the feed (${namesOf(served)})`, caution };
  return { tail: servedBy(embedder) === null ? "" : "; a browser gets the feed", caution: "" };
}

function namesOf(visits: readonly Visit[]): string {
  return visits.map(({ reader }) => reader.name).join(", ");
}

function describeGuard({ name, does }: Guard, { status }: Answer, { caution }: Others): [string, string] {
  const what =
    does === "challenges"
      ? `${name} asks for a human instead of sending the feed (status ${status})`
      : `${name} refuses to send the feed (status ${status})`;
  const where = name === "Cloudflare" ? ', as docs/deploying.md says under "Letting feeds through"' : "";
  return [what, `let every request for the feed's address through${where}: readers are machines${caution}`];
}

function describeStatus({ status, headers }: Answer, { caution }: Others): [string, string] {
  const server = headers.get("server");
  const by = server === undefined ? "" : `, Server: ${server.slice(0, 40)}`;
  const what = `The answer is ${status} instead of the feed${by}`;
  if (status === 429)
    return [
      what,
      "do not count requests for a feed: a 304 is cheaper than a refusal, and readers that are refused stay away for hours",
    ];
  if (status === 404 || status === 410)
    return [what, "check the address; if the feed has moved, redirect the old address with 301"];
  if (status >= 500)
    return [what, "look into the server's log; better the last feed that was good than an error"];
  const isBehindCloudflare = headers.has("cf-ray") || /^cloudflare/i.test(server ?? "");
  const where = isBehindCloudflare
    ? '; if Cloudflare\'s Security > Events lists it, see docs/deploying.md under "Letting feeds through"'
    : "";
  return [
    what,
    `let every request for the feed's address through, whatever its user agent and headers${where}${caution}`,
  ];
}

function describeFailedVisit({ reason, detail }: Failure): [string, string, string] {
  switch (reason) {
    case "reset":
      return [
        "cut off",
        `No answer: ${detail}`,
        "see what stands before the server (a firewall?) and what it makes of the user agent",
      ];
    case "too-slow":
      return [
        "too slow",
        `No answer: ${detail}`,
        "make the feed when something changes, not when it is asked for; see whether the server holds readers back on purpose",
      ];
    case "garbage":
      return [
        "not HTTP",
        `No answer that can be read: ${detail}`,
        "see what listens at that address and port",
      ];
    case "bad-redirect":
      return [
        "bad redirect",
        `No answer: ${detail}`,
        "redirect once, straight to the address where the feed is",
      ];
    case "no-trust":
      return [
        "no TLS",
        `No answer: ${detail}`,
        "renew or mend the certificate: most readers give up without it",
      ];
    case "no-name":
    case "no-connection":
      return ["unreachable", `No answer: ${detail}`, "see to DNS and to the server"];
  }
}
