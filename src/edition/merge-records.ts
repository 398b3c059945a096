import { compareText } from "./compare-text.ts";
import type { LedgerChannel, LedgerDocument, LedgerItem, Membership, Validators } from "./ledger.ts";
import { VALIDATORS_MAX, withoutParts } from "./record-documents.ts";

/**
 * Makes one record of those that two branches wrote for one item: it stands in the files of both, was first seen when
 * the first saw it, and says what the last to change it said. Of two items with one slug, the later one gets a number.
 *
 * @returns sorted by id
 */
export function mergeItems(items: readonly LedgerItem[]): readonly LedgerItem[] {
  const merged = [...Map.groupBy(items, ({ id }) => id).values()].flatMap((same) => mergeSame(same));
  const taken = new Set<string>();
  const byAge = merged.toSorted((a, b) => compareText(a.firstSeen, b.firstSeen) || compareText(a.id, b.id));
  return byAge.map((item) => withOwnSlug(item, taken)).sort((a, b) => compareText(a.id, b.id));
}

/** Makes one record of those that two branches wrote for one channel; sorted by name. */
export function mergeChannels(channels: readonly LedgerChannel[]): readonly LedgerChannel[] {
  return [...Map.groupBy(channels, ({ name }) => name).values()]
    .flatMap((same) => mergeSameChannel(same))
    .sort((a, b) => compareText(a.name, b.name));
}

function mergeSameChannel(same: readonly LedgerChannel[]): readonly LedgerChannel[] {
  const [first, second] = same;
  if (!first || !second) return same;
  const newest = same.toSorted((a, b) => compareText(b.changed ?? "", a.changed ?? ""))[0] ?? first;
  const paths = new Set(same.flatMap(({ path, aliases }) => [path, ...aliases]));
  paths.delete(newest.path);
  const opened = same.map((one) => one.opened).sort(compareText)[0] ?? first.opened;
  const archives = same.map((one) => one.archives).reduce((a, b) => (b.length > a.length ? b : a));
  return [{ ...newest, aliases: [...paths].sort(compareText), opened, archives }];
}

/**
 * Two branches that closed archives of one channel gave one number to different items. One of the two may be what readers have read:
 * so these archives keep only their place, and what stood in them is open again, where every reader finds it.
 */
export function reopenConflicts(
  items: readonly LedgerItem[],
  channels: readonly LedgerChannel[],
): readonly LedgerItem[] {
  const agreed = new Map(
    [...Map.groupBy(channels, ({ name }) => name)].map(([name, same]) => [name, agreedArchives(same)]),
  );
  const reopened = (membership: Membership): Membership => {
    const entries = Object.entries(membership);
    if (entries.every(([name, number]) => number <= (agreed.get(name) ?? 0))) return membership;
    return Object.fromEntries(
      entries.map(([name, number]) => [name, number <= (agreed.get(name) ?? 0) ? number : 0]),
    );
  };
  return items.map((item) => {
    const corrections = item.corrections?.map((one) => ({ ...one, channels: reopened(one.channels) }));
    return { ...item, channels: reopened(item.channels), ...(corrections && { corrections }) };
  });
}

/** How many archives all records of a channel have in common. */
function agreedArchives(same: readonly LedgerChannel[]): number {
  const [first, ...others] = same.toSorted((a, b) => b.archives.length - a.archives.length);
  const archives = first?.archives ?? [];
  const end = archives.findIndex((closed, i) =>
    others.some((other) => (other.archives[i] ?? closed) !== closed),
  );
  return end === -1 ? archives.length : end;
}

/** Makes one history of those that two branches kept of one document; sorted by path. */
export function mergeDocuments(documents: readonly LedgerDocument[]): readonly LedgerDocument[] {
  return [...Map.groupBy(documents, ({ path }) => path).values()]
    .flatMap((same) => mergeSameDocument(same))
    .sort((a, b) => compareText(a.path, b.path));
}

/** What each ETag brought is forgotten: who has read the one branch's documents knows nothing of the other's. */
function mergeSameDocument(same: readonly LedgerDocument[]): readonly LedgerDocument[] {
  const [first, second] = same;
  if (!first || !second) return same;
  const validators = mergeValidators(same.flatMap((one) => one.validators)).map(withoutParts);
  return [{ path: first.path, validators }];
}

function mergeSame(same: readonly LedgerItem[]): readonly LedgerItem[] {
  const [first, second] = same;
  if (!first || !second) return same;
  const [oldest = first] = same.toSorted((a, b) => compareText(a.firstSeen, b.firstSeen));
  const newest = same.toSorted((a, b) => compareText(b.updated, a.updated))[0] ?? first;
  const { removed: _, withdrawn: __, ...living } = newest;
  const gone = same.flatMap(({ removed }) => removed ?? []).sort(compareText);
  const withdrawn = lastWithdrawal(same);
  const names = new Set(same.flatMap(({ slug, aliases }) => [slug, ...aliases]));
  names.delete(oldest.slug);
  return [
    {
      ...living,
      slug: oldest.slug,
      aliases: [...names].sort(compareText),
      files: Object.assign({}, ...same.map(({ files }) => files), newest.files),
      place: oldest.place,
      firstSeen: oldest.firstSeen,
      ...(oldest.published !== undefined && { published: oldest.published }),
      channels: mergeMemberships(same.map(({ channels }) => channels)),
      ...(withdrawn !== undefined && { withdrawn }),
      // It is gone only where no branch has it any more.
      ...(gone.length === same.length && { removed: gone.at(-1) }),
    },
  ];
}

/** Withdrawn in one branch it is withdrawn, unless that was taken back in the other afterwards. */
function lastWithdrawal(same: readonly LedgerItem[]): LedgerItem["withdrawn"] {
  const withdrawn = same.flatMap((one) => one.withdrawn ?? []).sort((a, b) => compareText(b.at, a.at))[0];
  const isBack = same.some(
    (one) => one.withdrawn === undefined && (one.returned ?? "") > (withdrawn?.at ?? ""),
  );
  return isBack ? undefined : withdrawn;
}

/** What one branch has archived is archived. */
function mergeMemberships(all: readonly Membership[]): Membership {
  const merged = new Map<string, number>();
  for (const [name, number] of all.flatMap((one) => Object.entries(one)))
    merged.set(name, Math.max(merged.get(name) ?? 0, number));
  return Object.fromEntries(merged);
}

function withOwnSlug(item: LedgerItem, taken: Set<string>): LedgerItem {
  let slug = item.slug;
  for (let number = 2; taken.has(slug); number++) slug = `${item.slug}-${number}`;
  taken.add(slug);
  const aliases = item.aliases.filter((alias) => !taken.has(alias));
  for (const alias of aliases) taken.add(alias);
  const isSame = slug === item.slug && aliases.length === item.aliases.length;
  return isSame ? item : { ...item, slug, aliases };
}

/** Newest first; of two with one instant or one ETag the first found stays. */
function mergeValidators(all: readonly Validators[]): readonly Validators[] {
  const sorted = all.toSorted((a, b) => compareText(b.lastModified, a.lastModified));
  const instants = new Set<string>();
  return sorted
    .filter(({ lastModified }) => !instants.has(lastModified) && instants.add(lastModified))
    .slice(0, VALIDATORS_MAX);
}
