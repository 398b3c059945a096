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
  const usable = (instantMs: number | null) =>
    instantMs !== null && instantMs <= now.getTime() ? instantMs : null;
  const read = dateReader(timeZone);
  return [...groups].map(([key, group], index) => {
    const candidate = group[0];
    const digest = key.slice(candidate.file.length + 1);
    const { publishedMs, updatedMs, corrections } = saidTimes(candidate, timeZone, read);
    return {
      candidates: group,
      candidate,
      file: candidate.file,
      digest,
      index,
      publishedMs: candidate.mayWait ? publishedMs : usable(publishedMs),
      updatedMs: usable(updatedMs),
      corrections,
    };
  });
}

/** What a candidate says of its times, by the zone they were read in. */
type SaidTimes = Pick<Sighting, "publishedMs" | "updatedMs" | "corrections"> & { readonly timeZone: string };

const times = new WeakMap<Candidate, SaidTimes>();

/** Read once of each candidate. */
function saidTimes(candidate: Candidate, timeZone: string, read: DateReader): SaidTimes {
  const known = times.get(candidate);
  if (known?.timeZone === timeZone) return known;
  const said = {
    timeZone,
    publishedMs: read(candidate.published),
    updatedMs: read(candidate.updated),
    corrections: correctionsOf(candidate, timeZone),
  };
  times.set(candidate, said);
  return said;
}

type DateReader = (text: string | undefined) => number | null;

/** A page gives one date to all its items, so each is read once. */
function dateReader(timeZone: string): DateReader {
  const known = new Map<string, number | null>();
  return (text) => {
    if (text === undefined) return null;
    const before = known.get(text);
    if (before !== undefined) return before;
    const instantMs = toInstant(text, timeZone)?.getTime() ?? null;
    known.set(text, instantMs);
    return instantMs;
  };
}
