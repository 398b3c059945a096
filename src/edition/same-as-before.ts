import type { Archive, Channel } from "./edition.ts";
import type { Site } from "./site.ts";

/** The channels that were made last for a site, by name. */
const known = new WeakMap<Site, Map<string, Channel>>();

/** The very channel that was made before, or with its very archives, where they say the same of the very same items. */
export function sameAsBefore(channel: Channel, site: Site): Channel {
  const ofSite = known.get(site) ?? new Map<string, Channel>();
  const before = ofSite.get(channel.name);
  const archives = channel.archives.map((archive, i) => sameArchive(archive, before?.archives[i]));
  const same =
    before !== undefined && isSame({ ...channel, archives }, before) ? before : { ...channel, archives };
  ofSite.set(channel.name, same);
  known.set(site, ofSite);
  return same;
}

function sameArchive(archive: Archive, before: Archive | undefined): Archive {
  if (before === undefined || archive.number !== before.number) return archive;
  const isUpdated = archive.updated.getTime() !== before.updated.getTime();
  return !isUpdated && isSameList(archive.items, before.items) ? before : archive;
}

/** What is open follows from the items and the archives. */
function isSame(
  { items, archives, open: _, ...facts }: Channel,
  { items: itemsBefore, archives: archivesBefore, open: __, ...factsBefore }: Channel,
): boolean {
  return (
    isSameList(items, itemsBefore) &&
    isSameList(archives, archivesBefore) &&
    JSON.stringify(facts) === JSON.stringify(factsBefore)
  );
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, i) => value === other[i]);
}
