import type { Answer } from "../../../src/cli/soak/answer.ts";
import { judgeAnswer } from "../../../src/cli/soak/judge-answer.ts";
import type { Publication, Target } from "../../../src/cli/soak/publication.ts";
import type { Coding } from "../../../src/delivery/representation.ts";
import { hasFrame, judgeCard, judgeOembed, withOpening } from "./judge-embeds.ts";
import { type Asked, pathsAsked, queryAsked } from "./read-request.ts";

/**
 * What must not be answered to a request, whatever its headers are. A judge of its own: it shares no code with what it judges, and lets
 * pass what several readings of a request allow.
 *
 * @returns for a person; null if nothing is wrong
 */
export async function judgeHostile(
  asked: Asked,
  answer: Answer,
  publication: Publication,
): Promise<string | null> {
  if (!isOurs(answer)) return judgeRuntime(asked, answer);
  const strange = [...answer.headers.keys()].find((name) => !HEADERS.has(name));
  if (strange !== undefined) return `a header that nothing of ours sends: ${strange}`;
  if (asked.method === "OPTIONS") return judgeAnswer({ is: "options" }, "OPTIONS", answer);
  if (asked.method !== "GET" && asked.method !== "HEAD") return judgeRefused(answer);
  const complaints: string[] = [];
  for (const path of pathsAsked(asked)) {
    const complaint = await judgePath(path, asked, answer, publication);
    if (complaint === null) return null;
    complaints.push(complaint);
  }
  return complaints.join("; ");
}

/** Whether the Worker made it: all its answers may be read by scripts of other sites. */
export function isOurs({ headers }: Answer): boolean {
  return headers.has("access-control-allow-origin");
}

/** What the runtime itself answers to bytes that it makes no request of: the Worker never hears of them. */
function judgeRuntime({ method }: Asked, { status }: Answer): string | null {
  if ([400, 414, 431].includes(status)) return null;
  if (status === 501 && !METHODS.has(method)) return null;
  return `a status ${status} that is neither ours nor the runtime's for bad bytes`;
}

/** What the runtime knows and hands on. CONNECT is missing: it is answered by a handler that only proxies have. */
export const METHODS: ReadonlySet<string> = new Set(
  "GET HEAD POST PUT DELETE PATCH PURGE OPTIONS TRACE COPY LOCK MKCOL MOVE PROPFIND PROPPATCH SEARCH UNLOCK ACL REPORT MKACTIVITY CHECKOUT MERGE MSEARCH NOTIFY SUBSCRIBE UNSUBSCRIBE QUERY BAN".split(
    " ",
  ),
);

/** In lower case. */
const HEADERS: ReadonlySet<string> = new Set(
  [
    "accept-ranges access-control-allow-headers access-control-allow-methods access-control-allow-origin",
    "access-control-expose-headers access-control-max-age allow cache-control cdn-cache-control connection",
    "content-encoding content-length content-range content-security-policy content-type",
    "cross-origin-embedder-policy cross-origin-resource-policy date delta-base etag im",
    "last-modified link location referrer-policy retry-after transfer-encoding vary x-content-type-options",
  ].flatMap((line) => line.split(" ")),
);

function judgeRefused({ status, body }: Answer): string | null {
  const said = body.toString();
  if (status === 404 && said === "Not found\n") return null;
  if (status === 405 && said.startsWith("Not allowed, only ")) return null;
  return `expected a refusal, got status ${status} with ${body.length} bytes`;
}

async function judgePath(
  path: string,
  asked: Asked,
  answer: Answer,
  publication: Publication,
): Promise<string | null> {
  if (path === "/oembed") return judgeOembed(asked, answer, publication);
  const policy = judgePolicy(path, answer);
  if (policy !== null) return policy;
  const target = await targetFor(path, asked, publication);
  if (answer.status === 301) return judgeMove(asked, answer, target, publication);
  if (target === undefined && path.startsWith("/embed/")) return judgeCard(path, asked, answer, publication);
  if (target === undefined || answer.status === 404) return judgeMissing(path, asked, answer, publication);
  const { method, headers } = asked;
  const codings = (["gzip", "br"] as const).filter((coding) => mayAccept(coding, headers));
  switch (answer.status) {
    case 304:
      if (!mayBeUnchanged(target, headers)) return "a 304 that no condition asks for";
      return judgeAnswer({ is: "not-modified", target }, method, answer);
    case 412:
      return headers.has("if-match") || headers.has("if-unmodified-since")
        ? null
        : "a 412 that no condition asks for";
    case 206:
      return judgePart(target, asked, answer);
    case 416:
      return target.isMedia && method === "GET" && headers.has("range")
        ? null
        : "a 416 that no range asks for";
    case 226:
      return judgeDelta(target, codings, asked, answer);
    default:
      return judgeAnswer({ is: "whole", target, codings }, method, answer);
  }
}

/** A person who opens a feed is shown a page, and with `?raw` the feed. */
async function targetFor(path: string, asked: Asked, publication: Publication): Promise<Target | undefined> {
  const target = await publication.target(path);
  const isOpened = asked.headers.get("sec-fetch-dest") === "document";
  if (target === undefined) return undefined;
  if (!isOpened || asksForRaw(asked)) return withOpening(target, asked);
  return (await publication.targetInBrowser(target)) ?? withOpening(target, asked);
}

function asksForRaw(asked: Asked): boolean {
  return queryAsked(asked)
    .split("&")
    .some((field) => field === "raw" || field.startsWith("raw="));
}

/** A page may be shown in a frame if it is made for that, and no other may. */
function judgePolicy(path: string, { status, headers }: Answer): string | null {
  const policy = headers.get("content-security-policy");
  if (policy === undefined || !headers.get("content-type")?.startsWith("text/html")) return null;
  const ancestors = path.startsWith("/embed/") ? "frame-ancestors *" : "frame-ancestors 'none'";
  return policy.endsWith(ancestors) ? null : `a status ${status} without ${ancestors}`;
}

/** Frames have options, which stay on the way; of another address only `?raw` does. */
async function judgeMove(
  asked: Asked,
  { headers }: Answer,
  target: Target | undefined,
  publication: Publication,
): Promise<string | null> {
  if (target !== undefined) return `${target.path} is there, and yet the answer leads elsewhere`;
  const location = headers.get("location") ?? "";
  const [, address = "", query] = /^([^?]*)(.*)$/.exec(location) ?? [];
  const path = decodeURI(address);
  const isFrame = /^\/embed(?:\/|$)/.test(path);
  if (!(isFrame ? await hasFrame(path, publication) : publication.has(path)))
    return `a Location that leads nowhere: ${location}`;
  const kept = isFrame ? new URL(`https://x/?${queryAsked(asked)}`).search : asksForRaw(asked) ? "?raw" : "";
  return query === kept ? null : `a Location with ${query} instead of ${kept}`;
}

async function judgeMissing(
  path: string,
  { method, headers }: Asked,
  answer: Answer,
  publication: Publication,
): Promise<string | null> {
  if (publication.has(path)) return `${path} is there, and yet it is said to be missing`;
  const target = await publication.requireTarget("/404");
  const codings = (["gzip", "br"] as const).filter((coding) => mayAccept(coding, headers));
  return judgeAnswer({ is: "whole", target, codings }, method, answer);
}

/** RFC 9110 §13.2.2: the date counts only where there are no tags. */
function mayBeUnchanged({ etag, lastModified }: Target, headers: Asked["headers"]): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== undefined) return tags.includes("*") || tags.includes(etag.replace(/^W\/|"/g, ""));
  const since = headers.get("if-modified-since");
  if (since === undefined || lastModified === null) return false;
  // Of the three forms of a date one names no zone, and one only two digits of the year.
  const readings = [since, `${since} GMT`, since.replace(/-(\d\d) /, "-20$1 ")];
  return readings.some((text) => Date.parse(text) >= Date.parse(lastModified));
}

function judgePart(target: Target, { method, headers }: Asked, answer: Answer): string | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/i.exec(headers.get("range") ?? "") ?? [];
  if (method !== "GET" || !target.isMedia || first + last === "") return "a 206 that no range asks for";
  const ifRange = headers.get("if-range");
  if (ifRange !== undefined && ifRange !== target.etag) return "a 206 though If-Range does not hold";
  const end = target.bytes.length - 1;
  const range =
    first === ""
      ? { first: Math.max(0, end + 1 - Number(last)), last: end }
      : { first: Number(first), last: last === "" ? end : Math.min(end, Number(last)) };
  return judgeAnswer({ is: "part", target, ...range }, method, answer);
}

function judgeDelta(
  target: Target,
  codings: readonly Coding[],
  { method, headers }: Asked,
  answer: Answer,
): string | null {
  const base = answer.headers.get("delta-base") ?? "";
  const isKnown = (headers.get("if-none-match") ?? "").includes(base.replace(/^W\/|"/g, ""));
  if (!/feed/i.test(headers.get("a-im") ?? "") || !isKnown) return "a 226 that nobody asks for";
  return judgeAnswer({ is: "delta", target, base, codings }, method, answer);
}

/** Strictly where the header is what RFC 9110 §12.5.3 allows; where it is not, whatever it may be about. */
function mayAccept(coding: Coding, headers: Asked["headers"]): boolean {
  const field = headers.get("accept-encoding");
  if (field === undefined) return false;
  const members = field.split(",").map((member) => MEMBER.exec(member)?.groups);
  if (members.some((member) => member === undefined))
    return field.includes("*") || MENTIONED[coding].test(field);
  const weightsOf = (pattern: RegExp) =>
    members.filter((member) => pattern.test(member?.name ?? "")).map((member) => Number(member?.weight ?? 1));
  const own = weightsOf(NAMED[coding]);
  return (own.length > 0 ? own : weightsOf(/^\*$/)).some((weight) => weight > 0);
}

const MEMBER =
  /^[\t ]*(?<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+)[\t ]*(?:;[\t ]*q=(?<weight>0(?:\.\d{0,3})?|1(?:\.0{0,3})?)[\t ]*)?$/i;
const NAMED = { gzip: /^(?:x-)?gzip$/i, br: /^br$/i, identity: /^identity$/i };
const MENTIONED = { gzip: /gzip/i, br: /br/i, identity: /identity/i };
