import type { Coding } from "./representation.ts";

/** Best first, which decides between equals. */
const CODINGS = ["br", "gzip", "identity"] as const satisfies readonly Coding[];

/** Readers send the same few lists again and again. Whoever makes up others gets no more of our memory than this. */
const KNOWN_MAX = 200;
const KNOWN_CHARS_MAX = 100;
const known = new Map<string, readonly Coding[]>();

/**
 * Orders our codings for a request (RFC 9110 §12.5.3), best first. Identity always comes, last if it is not wanted: an answer
 * that cannot be read costs a reader less than none at all.
 *
 * @param acceptEncoding the header
 * @param clientAcceptEncoding what the client itself sent, where something between us has rewritten the header
 */
export function negotiateCoding(
  acceptEncoding: string,
  clientAcceptEncoding: string | null,
): readonly Coding[] {
  // A header holds no line break.
  const key = clientAcceptEncoding === null ? acceptEncoding : `${acceptEncoding}\n${clientAcceptEncoding}`;
  const before = known.get(key);
  if (before) return before;
  const ordered = order(acceptEncoding, clientAcceptEncoding);
  if (known.size >= KNOWN_MAX) known.clear();
  if (key.length <= KNOWN_CHARS_MAX) known.set(key, ordered);
  return ordered;
}

function order(acceptEncoding: string, clientAcceptEncoding: string | null): readonly Coding[] {
  const here = qualities(acceptEncoding);
  const there = clientAcceptEncoding === null ? here : qualities(clientAcceptEncoding);
  const wanted = (coding: Coding) => Math.min(here(coding), there(coding));
  const ordered = CODINGS.filter((coding) => wanted(coding) > 0).sort((a, b) => wanted(b) - wanted(a));
  return ordered.includes("identity") ? ordered : [...ordered, "identity"];
}

/** Unmentioned, identity is acceptable but less wanted than anything that is mentioned. */
const UNMENTIONED_IDENTITY = 0.0001;

function qualities(field: string): (coding: Coding) => number {
  const mentioned = new Map(field.split(",").map(readMember));
  return (coding) =>
    mentioned.get(coding) ?? mentioned.get("*") ?? (coding === "identity" ? UNMENTIONED_IDENTITY : 0);
}

/** `gzip;q=0.5`. A weight that is none counts as 0: plain text is always safe. */
function readMember(member: string): [coding: string, quality: number] {
  const [name = "", ...parameters] = member.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
  const coding = name === "x-gzip" ? "gzip" : name;
  if (weight === undefined) return [coding, 1];
  return [coding, /^(?:0(?:\.\d*)?|1(?:\.0*)?)$/.test(weight) ? Number(weight) : 0];
}
