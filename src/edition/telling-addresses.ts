import { lazily } from "./lazily.ts";
import type { Pairing } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";

/** An address that one page gives to two texts (a front page, a live blog) says nothing about either. */
export function tellingAddresses(
  pairing: Pairing,
  sightings: readonly Sighting[],
): (address: string) => boolean {
  const vague = lazily(() => vagueAddresses(pairing, sightings));
  return (address) => !vague().has(address);
}

function vagueAddresses(pairing: Pairing, sightings: readonly Sighting[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const vague = new Set<string>();
  const note = (address: string, file: string) => {
    const key = `${file}\n${address}`;
    if (seen.has(key)) vague.add(address);
    seen.add(key);
  };
  for (const { candidate } of sightings) {
    if (candidate.kind === "headline" && candidate.address !== undefined)
      note(candidate.address, candidate.file);
  }
  seen.clear();
  for (const { record } of pairing.owners) {
    if (record?.address === undefined || record.removed !== undefined) continue;
    for (const file of Object.keys(record.files)) note(record.address, file);
  }
  return vague;
}
