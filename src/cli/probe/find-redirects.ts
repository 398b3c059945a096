import type { Answer, Hop } from "./exchange.ts";
import type { Finding, Severity } from "./finding.ts";
import { shorten } from "./printable.ts";
import type { ProbeResult, Visit } from "./probe-result.ts";

/** As many as Feedbin follows. */
const HOPS_MAX = 4;

/** What the way to the feed costs. */
export function findRedirects({ visits }: ProbeResult): readonly Finding[] {
  const usual = visits.map(({ first }) => endOf(first.outcome)).find((end) => end !== null) ?? null;
  return visits.flatMap((visit) => findOnTheWay(visit, usual));
}

function endOf(outcome: Visit["first"]["outcome"]): string | null {
  return outcome.is === "answer" ? outcome.url : null;
}

function findOnTheWay({ reader, first: { outcome } }: Visit, usual: string | null): Finding[] {
  if (outcome.is === "failure") return [];
  const finding = (severity: Severity, label: string, what: string, advice: string): Finding[] => [
    { severity, label, what, whom: [reader.name], advice },
  ];
  const { hops, url } = outcome;
  return [
    ...(usual !== null && url !== usual && withoutChance(url) !== withoutChance(usual)
      ? finding(
          "broken",
          "sent elsewhere",
          `Is sent to ${shorten(url)}, others to ${shorten(usual)}`,
          "send all user agents to the same address",
        )
      : []),
    ...(hops.length > HOPS_MAX
      ? finding(
          "broken",
          "redirects",
          `There are ${hops.length} redirects before the feed, and Feedbin follows ${HOPS_MAX}`,
          "redirect once, straight to the address where the feed is",
        )
      : []),
    ...(hops.some(isDowngrade)
      ? finding(
          "wrong",
          "redirects",
          "A redirect leads from https to http, where anybody on the way can change the feed",
          "redirect to https",
        )
      : []),
    ...describeKind(outcome, finding),
  ];
}

type Make = (severity: Severity, label: string, what: string, advice: string) => Finding[];

function describeKind({ hops }: Answer, finding: Make): Finding[] {
  const moved = hops.find(({ status }) => status !== 301 && status !== 308);
  if (moved !== undefined && isSameAddress(moved))
    return finding(
      "wrong",
      "redirects",
      `A redirect that is meant to last is sent as temporary (${moved.status})`,
      "send 301 or 308: then readers that keep addresses go to the right one at once",
    );
  if (moved !== undefined)
    return finding(
      "note",
      "redirects",
      `A redirect is temporary (${moved.status}), so no reader will remember where it leads`,
      "send 301 or 308 if it is to last",
    );
  if (hops.length > 0)
    return finding(
      "note",
      "redirects",
      `Each poll takes ${hops.length + 1} requests, since the address redirects`,
      "publish the address that the feed is at; keep the redirect for those who have the old one",
    );
  return [];
}

function isDowngrade({ from, to }: Hop): boolean {
  return from.startsWith("https:") && to.startsWith("http:");
}

/** Another scheme, www or a slash at the end: nobody means that for the time being. */
function isSameAddress({ from, to }: Hop): boolean {
  return withoutTrifles(from) === withoutTrifles(to);
}

function withoutTrifles(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}

/** Some servers count their redirects, or sign them: that is no other place. */
function withoutChance(url: string): string {
  return url.replace(/\?.*$/, "");
}
