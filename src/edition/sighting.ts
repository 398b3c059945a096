import type { Candidate } from "./candidate.ts";
import { correctionsOf, type SaidCorrection } from "./corrections-of.ts";
import { digestText } from "./digest-text.ts";
import { toInstant } from "./to-instant.ts";

/** One text in one file; a text that a file holds twice is one sighting. */
export type Sighting = {
  /** At least one; the first is the one that counts. */
  readonly candidates: readonly [Candidate, ...Candidate[]];
  readonly candidate: Candidate;
  readonly file: string;
  readonly digest: string;
  /** Place among the sightings of all files. */
  readonly index: number;
  /** Explicit date of publication in milliseconds, null if there is none that can be read or if it lies in the future. */
  readonly publishedMs: number | null;
  readonly updatedMs: number | null;
  /** Oldest first. */
  readonly corrections: readonly SaidCorrection[];
};

/** Sightings in the candidates' order. */
export function sightingsOf(
  candidates: readonly Candidate[],
  now: Date,
  timeZone: string,
): readonly Sighting[] {
  const groups = new Map<string, [Candidate, ...Candidate[]]>();
  for (const candidate of candidates) {
    const key = `${candidate.file}\n${digestText(candidate)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  const readDate = dateReader(now.getTime(), timeZone);
  const readAnyDate = dateReader(Number.POSITIVE_INFINITY, timeZone);
  return [...groups].map(([key, group], index) => {
    const candidate = group[0];
    const digest = key.slice(candidate.file.length + 1);
    const facts = { candidates: group, candidate, file: candidate.file, digest, index };
    const { published, mayWait } = candidate;
    const publishedMs = mayWait ? readAnyDate(published) : readDate(published);
    const updatedMs = readDate(candidate.updated);
    return { ...facts, publishedMs, updatedMs, corrections: correctionsOf(candidate, timeZone) };
  });
}

/** A page gives one date to all its items, so each is read once. */
function dateReader(untilMs: number, timeZone: string): (text: string | undefined) => number | null {
  const read = new Map<string, number | null>();
  return (text) => {
    if (text === undefined) return null;
    const known = read.get(text);
    if (known !== undefined) return known;
    const instantMs = toInstant(text, timeZone)?.getTime() ?? null;
    const usableMs = instantMs !== null && instantMs <= untilMs ? instantMs : null;
    read.set(text, usableMs);
    return usableMs;
  };
}
