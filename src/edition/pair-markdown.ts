import { foldText } from "./fold-text.ts";
import { formatInstant } from "./instant.ts";
import { slugOf } from "./make-slug.ts";
import type { MatchedBy, Pairing, Placement } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";
import { wantedSlug } from "./wanted-slug.ts";

/** Whether it is a Markdown file's article: the only thing in its file. */
export function isMarkdown({ candidate }: Sighting): boolean {
  return candidate.kind === "article" && candidate.markdown !== null;
}

/**
 * Pairs Markdown articles by what their publisher keeps when all else is written anew: the file, the address asked for, the file's name
 * in another folder, the title with its date. Only where no second one has the same.
 */
export function pairMarkdown(pairing: Pairing): void {
  pairBy(pairing, "same-file", {
    ofPlacement: ({ file }) => file,
    ofSighting: ({ file }) => file,
  });
  pairBy(pairing, "same-name", {
    ofPlacement: ({ record }) => record.slug,
    ofSighting: ({ candidate }) => slugOf(wantedSlug(candidate) ?? ""),
  });
  pairBy(pairing, "same-name", {
    ofPlacement: ({ file }) => nameOf(file),
    ofSighting: ({ file }) => nameOf(file),
  });
  pairBy(pairing, "same-name", {
    ofPlacement: ({ record: { title, published } }) => (published ? `${published} ${foldText(title)}` : ""),
    ofSighting: ({ candidate, publishedMs }) =>
      publishedMs === null ? "" : `${formatInstant(new Date(publishedMs))} ${foldText(candidate.title)}`,
  });
}

/** What an article is known by; empty if it is not. */
type Keys = {
  readonly ofPlacement: (placement: Placement) => string;
  readonly ofSighting: (sighting: Sighting) => string;
};

function pairBy(pairing: Pairing, by: MatchedBy, { ofPlacement, ofSighting }: Keys): void {
  const lost = [...pairing.lost].filter(({ record, file }) => record.kind === "article" && isArticles(file));
  const found = [...pairing.unpaired].filter(isMarkdown);
  const placements = Map.groupBy(lost, ofPlacement);
  for (const [key, sightings] of Map.groupBy(found, ofSighting)) {
    const [placement, other] = placements.get(key) ?? [];
    const [sighting, another] = sightings;
    if (key === "" || !placement || !sighting || other || another) continue;
    pairing.pair(sighting, placement.owner, by, placement);
  }
}

function isArticles(file: string): boolean {
  return file.startsWith("articles/");
}

/** `index.md` is called by its folder. */
function nameOf(file: string): string {
  return (
    file
      .replace(/\/index\.[^/.]+$/i, "")
      .split("/")
      .at(-1) ?? ""
  );
}
