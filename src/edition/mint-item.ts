import { digestParagraphs, shownText } from "./digest-text.ts";
import { formatInstant, instantMs } from "./instant.ts";
import type { Ledger, LedgerItem } from "./ledger.ts";
import type { SlugMinter } from "./make-slug.ts";
import { idMinter, mintNamedId } from "./mint-id.ts";
import { newestInstant } from "./newest-instant.ts";
import { noteCorrections } from "./note-corrections.ts";
import type { Sighting } from "./sighting.ts";
import { sketchWords } from "./sketch-words.ts";
import { wantedSlug } from "./wanted-slug.ts";

/** Makes the record of a new item from how it is first shown. */
export type ItemMinter = (sighting: Sighting, files: Readonly<Record<string, string>>) => LedgerItem;

/**
 * @param count how many items will be minted; they come in page order, so the first is the newest
 * @param now whole seconds
 */
export function itemMinter(ledger: Ledger, count: number, now: Date, mintSlug: SlugMinter): ItemMinter {
  const mintId = idMinter(
    ledger.namespace,
    ledger.items.map(({ id }) => id),
  );
  const previous = newestInstant(ledger.items, formatInstant(now));
  const earliestMs =
    previous === null ? Number.NEGATIVE_INFINITY : Math.min(instantMs(previous), now.getTime());
  let place = ledger.items.reduce((highest, item) => Math.max(highest, item.place), -1) + count;
  let firstSeenMs = now.getTime();
  const mintNamed = (name: string) => mintNamedId(ledger.namespace, "correction", name);
  return (sighting, files) => {
    const { candidate, digest } = sighting;
    const id = mintId(shownText(candidate));
    const address = candidate.kind === "headline" ? candidate.address : undefined;
    const record = {
      id,
      kind: candidate.kind,
      slug: mintSlug(wantedSlug(candidate) ?? candidate.title, candidate.kind, id),
      aliases: [],
      files,
      title: candidate.title,
      ...(address === undefined ? {} : { address }),
      text: digest,
      paragraphs: digestParagraphs(candidate),
      ...(candidate.kind === "article" ? { sketch: sketchWords(candidate.paragraphs) } : {}),
      place,
      ...dates(sighting, firstSeenMs, now),
      channels: {},
      ...(sighting.corrections.length > 0 && {
        corrections: noteCorrections(sighting.corrections, [], formatInstant(now), (key) =>
          mintNamed(`${id}\n${key}`),
        ),
      }),
    };
    place -= 1;
    firstSeenMs = Math.max(firstSeenMs - 1000, earliestMs);
    return record;
  };
}

function dates({ publishedMs, updatedMs, corrections }: Sighting, firstSeenMs: number, now: Date) {
  const explicitMs = publishedMs ?? updatedMs;
  const firstMs = explicitMs ?? firstSeenMs;
  const correctedMs = corrections.map(({ date }) => Math.min(instantMs(date), now.getTime()));
  return {
    firstSeen: formatInstant(new Date(firstSeenMs)),
    ...(explicitMs === null ? {} : { published: formatInstant(new Date(explicitMs)) }),
    updated: formatInstant(new Date(Math.max(firstMs, updatedMs ?? firstMs, ...correctedMs))),
  };
}
