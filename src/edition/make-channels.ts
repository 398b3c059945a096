import { subHours } from "date-fns";
import { declaredOf, kindOf } from "./channel-register.ts";
import { compareText } from "./compare-text.ts";
import type { Archive, Channel, ChannelKind, DeletedItem, Item } from "./edition.ts";
import { foldName } from "./fold-name.ts";
import { formatInstant, instantMs } from "./instant.ts";
import type { Ledger, LedgerChannel, Membership } from "./ledger.ts";
import { mintNamedId } from "./mint-id.ts";
import { ingestedAt } from "./newest-event.ts";
import type { Site } from "./site.ts";
import { goneSince, statusOf, turningPoints } from "./status-of.ts";

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
  const members = membersOf(ledger, items, at);
  return [...ledger.channels]
    .filter(({ opened }) => opened <= until || opened <= written)
    .sort(byKind)
    .map((record) => makeChannel(site, ledger, record, members.get(record.name) ?? EMPTY, until));
}

/** What is and was in one channel, in no order but that of the items. */
type Members = {
  readonly items: { readonly item: Item; readonly archive: number }[];
  readonly known: Member[];
};

/** What the ledger knows of something that is or was in a channel. */
type Member = {
  readonly id: string;
  /** The archive it stands in, or stood in; 0 for none. */
  readonly archive: number;
  /** Instants at which readers hear something else of it. */
  readonly points: readonly string[];
  /** Since when it is not there any more. */
  readonly gone: string | undefined;
};

const EMPTY: Members = { items: [], known: [] };

function membersOf(ledger: Ledger, items: readonly Item[], at: Date): ReadonlyMap<string, Members> {
  const members = new Map<string, Members>();
  const of = (name: string): Members => {
    const known = members.get(name) ?? { items: [], known: [] };
    members.set(name, known);
    return known;
  };
  const membership = new Map<string, Membership>();
  const note = (id: string, channels: Membership, points: readonly string[], gone: string | undefined) => {
    membership.set(id, channels);
    for (const [name, archive] of Object.entries(channels))
      of(name).known.push({ id, archive, points, gone });
  };
  for (const record of ledger.items) {
    if (["waiting", "unheard"].includes(statusOf(record, at))) continue;
    note(record.id, record.channels, turningPoints(record), goneSince(record));
    const articleGone = record.withdrawn?.at ?? record.removed;
    for (const { id, channels, date, updated, removed = articleGone } of record.corrections ?? []) {
      note(id, channels, [date, updated, ...(removed === undefined ? [] : [removed])], removed);
    }
  }
  for (const item of items) {
    for (const [name, archive] of Object.entries(membership.get(item.id) ?? {}))
      of(name).items.push({ item, archive });
  }
  return members;
}

function makeChannel(
  site: Site,
  ledger: Ledger,
  record: LedgerChannel,
  { items, known }: Members,
  until: string,
): Channel {
  const { name, path, label, opened, changed = opened } = record;
  const named = kindOf(name);
  const declared = named && declaredOf(named, site).find((one) => foldName(one.name) === foldName(label));
  const selection = named === "selection" ? site.selections.find((one) => one === declared) : undefined;
  const kind = named ?? plainKind(name);
  const updated = newest(known, until, changed <= until && changed > opened ? changed : opened);
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
    items: inOrder(items).map(({ item }) => item),
    open: new Set(
      items.filter(({ item, archive }) => archive === 0 || item.kind === "notice").map(({ item }) => item.id),
    ),
    archives: archivesOf(record, { items, known }, until),
    deleted: deletedOf(known, until, updated),
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

function archivesOf(
  { archives, opened }: LedgerChannel,
  { items, known }: Members,
  until: string,
): readonly Archive[] {
  const itemsByNumber = Map.groupBy(items, ({ archive }) => archive);
  const knownByNumber = Map.groupBy(known, ({ archive }) => archive);
  return archives.map((_, i) => ({
    number: i + 1,
    updated: new Date(instantMs(newest(knownByNumber.get(i + 1) ?? [], until, opened))),
    items: inOrder(itemsByNumber.get(i + 1) ?? []).map(({ item }) => item),
  }));
}

/** Corrections stand among the others by their dates. */
function inOrder(items: Members["items"]): Members["items"] {
  return items.toSorted((a, b) => b.item.published.getTime() - a.item.published.getTime());
}

function newest(known: readonly Member[], until: string, floor: string): string {
  let latest = floor;
  for (const { points } of known) {
    for (const point of points) if (point <= until && point > latest) latest = point;
  }
  return latest;
}

function deletedOf(known: readonly Member[], until: string, updated: string): readonly DeletedItem[] {
  const since = formatInstant(subHours(new Date(instantMs(updated)), 24 * DELETED_DAYS));
  return known
    .flatMap(({ id, gone }) =>
      gone === undefined || gone > until || gone < since ? [] : [{ id, when: gone }],
    )
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
