import { subHours } from "date-fns/subHours";
import { declaredOf, kindOf } from "./channel-register.ts";
import { compareText } from "./compare-text.ts";
import type { Archive, Channel, ChannelKind, DeletedItem, Item } from "./edition.ts";
import { foldName } from "./fold-name.ts";
import { formatInstant, instantMs, later } from "./instant.ts";
import type { Ledger, LedgerChannel, Membership } from "./ledger.ts";
import { mintNamedId } from "./mint-id.ts";
import { ingestedAt } from "./newest-events.ts";
import { rhythmOf } from "./rhythm-of.ts";
import { sameAsBefore } from "./same-as-before.ts";
import type { Site } from "./site.ts";
import { goneSince, statusAt, turningPoints } from "./status-of.ts";

/** So long readers are told that an item was removed, counted back from the channel's last change. */
const DELETED_DAYS = 60;
const DELETED_MAX = 1000;

/**
 * Every channel that has ever had an item, also when it has none now.
 *
 * @param items newest first, the corrections among them
 */
export function makeChannels(
  site: Site,
  ledger: Ledger,
  items: readonly Item[],
  at: Date,
): readonly Channel[] {
  const until = formatInstant(at);
  const written = formatInstant(ingestedAt(ledger));
  const members = membersOf(ledger, items, until);
  const freshSecondsOf = rhythmOf(ledger, until);
  return [...ledger.channels]
    .filter(({ opened }) => opened <= until || opened <= written)
    .sort(byKind)
    .map((record) => {
      const channel = makeChannel(
        site,
        ledger,
        record,
        members.get(record.name) ?? new ChannelMembers(),
        until,
      );
      return sameAsBefore({ ...channel, freshSeconds: freshSecondsOf(record.name) }, site);
    });
}

/** What is and was in one channel, or in one of its archives. */
class Members {
  /** Newest first. */
  readonly items: Item[] = [];
  /** Newest instant at which readers heard something else of any of it; empty if they never did. */
  newest = "";
}

/** What is and was in one channel. */
class ChannelMembers extends Members {
  readonly open = new Set<string>();
  readonly deleted: { readonly id: string; readonly when: string }[] = [];
  /** By number; what is in none is under 0. */
  readonly #archives = new Map<number, Members>();

  archive(number: number): Members {
    const known = this.#archives.get(number) ?? new Members();
    this.#archives.set(number, known);
    return known;
  }
}

/** A channel that something is or was in, and the archive it stands or stood in; 0 for none. */
type Place = { readonly members: ChannelMembers; readonly archive: number };

function membersOf(
  ledger: Ledger,
  items: readonly Item[],
  until: string,
): ReadonlyMap<string, ChannelMembers> {
  const all = new Map<string, ChannelMembers>();
  const placesOf = new Map<string, readonly Place[]>();
  const note = (id: string, channels: Membership, points: readonly string[], gone: string | undefined) => {
    const newest = points.reduce((latest, point) => (point <= until && point > latest ? point : latest), "");
    const places = Object.entries(channels).map(([name, archive]): Place => {
      const members = all.get(name) ?? new ChannelMembers();
      all.set(name, members);
      for (const one of [members, members.archive(archive)]) one.newest = later(one.newest, newest);
      if (gone !== undefined && gone <= until) members.deleted.push({ id, when: gone });
      return { members, archive };
    });
    placesOf.set(id, places);
  };
  for (const record of ledger.items) {
    if (["waiting", "unheard"].includes(statusAt(record, until))) continue;
    note(record.id, record.channels, turningPoints(record), goneSince(record));
    const articleGone = record.withdrawn?.at ?? record.removed;
    for (const { id, channels, date, updated, removed = articleGone } of record.corrections ?? []) {
      note(id, channels, [date, updated, ...(removed === undefined ? [] : [removed])], removed);
    }
  }
  // Corrections stand among the others by their dates.
  for (const item of items.toSorted((a, b) => b.published.getTime() - a.published.getTime())) {
    const updated = formatInstant(item.updated);
    for (const { members, archive } of placesOf.get(item.id) ?? []) {
      for (const one of [members, members.archive(archive)]) {
        one.items.push(item);
        // At a moment before the last ingest, an item has the text of now, and its date.
        one.newest = later(one.newest, updated);
      }
      if (archive === 0 || item.kind === "notice") members.open.add(item.id);
    }
  }
  return all;
}

function makeChannel(
  site: Site,
  ledger: Ledger,
  record: LedgerChannel,
  members: ChannelMembers,
  until: string,
): Omit<Channel, "freshSeconds"> {
  const { name, path, label, opened, changed = opened } = record;
  const named = kindOf(name);
  const declared = named && declaredOf(named, site).find((one) => foldName(one.name) === foldName(label));
  const selection = named === "selection" ? site.selections.find((one) => one === declared) : undefined;
  const kind = named ?? plainKind(name);
  const updated = later(members.newest, changed <= until && changed > opened ? changed : opened);
  return {
    kind,
    name,
    path,
    id: mintNamedId(ledger.namespace, "channel", name),
    label,
    title: declared?.title ?? titleOf(site, kind, label),
    description: declared?.description ?? site.description,
    language: kind === "language" ? label : site.language,
    updated: new Date(instantMs(updated)),
    content: selection?.content ?? "full",
    limits: limitsOf(site, selection?.itemsMax ?? null),
    items: members.items,
    open: members.open,
    archives: archivesOf(record, members),
    deleted: deletedOf(members, updated),
  };
}

function titleOf({ title }: Site, kind: ChannelKind, label: string): string {
  if (kind === "all") return title;
  return `${title}: ${kind === "headlines" || kind === "articles" || kind === "corrections" ? kind : label}`;
}

function plainKind(name: string): ChannelKind {
  if (name === "headlines" || name === "articles" || name === "corrections") return name;
  return "all";
}

function limitsOf({ feed }: Site, itemsMax: number | null) {
  if (itemsMax === null) return feed;
  return { ...feed, itemsMax, itemsMin: Math.min(feed.itemsMin, itemsMax) };
}

function archivesOf({ archives, opened }: LedgerChannel, members: ChannelMembers): readonly Archive[] {
  return archives.map((_, i) => {
    const { items, newest } = members.archive(i + 1);
    return { number: i + 1, updated: new Date(instantMs(later(newest, opened))), items };
  });
}

function deletedOf({ deleted }: ChannelMembers, updated: string): readonly DeletedItem[] {
  const since = formatInstant(subHours(new Date(instantMs(updated)), 24 * DELETED_DAYS));
  return deleted
    .filter(({ when }) => when >= since)
    .sort((a, b) => compareText(b.when, a.when) || compareText(a.id, b.id))
    .slice(0, DELETED_MAX)
    .map(({ id, when }) => ({ id, when: new Date(instantMs(when)) }));
}

const KINDS_IN_ORDER: readonly ChannelKind[] = [
  "all",
  "headlines",
  "articles",
  "corrections",
  "selection",
  "section",
  "tag",
  "author",
  "language",
];

function byKind(a: LedgerChannel, b: LedgerChannel): number {
  const place = ({ name }: LedgerChannel) => KINDS_IN_ORDER.indexOf(kindOf(name) ?? plainKind(name));
  return place(a) - place(b) || compareText(a.name, b.name);
}
