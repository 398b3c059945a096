import { compareText } from "./compare-text.ts";
import type { Edition, GoneItem, Item, Move } from "./edition.ts";
import { Files } from "./files.ts";
import { instantMs } from "./instant.ts";
import type { Ledger, LedgerItem } from "./ledger.ts";
import { makeChannels } from "./make-channels.ts";
import { ItemMaker } from "./make-item.ts";
import type { Media } from "./media.ts";
import type { Match } from "./reconcile.ts";
import type { Site } from "./site.ts";
import { statusOf } from "./status-of.ts";

/**
 * What is published at one moment: the items of the matches, newest first, in the channels that have them.
 *
 * @param ledger with the items filed
 * @param at what waits for a later time is nowhere in the edition
 * @param media files that may be published, by their path below `data/`; only what is led to is
 */
export function makeEdition(
  site: Site,
  ledger: Ledger,
  matches: readonly Match[],
  at: Date,
  media: ReadonlyMap<string, Media> = new Map(),
): Edition {
  const published = matches.filter(({ record }) => statusOf(record, at) === "published");
  const pages = new Map(
    published.flatMap(({ record, candidates }) =>
      candidates
        .filter(({ kind }) => kind === "article")
        .map(({ file }) => [file, urlOf(site, record)] as const),
    ),
  );
  const maker = new ItemMaker(site, ledger, new Files(site, media, pages));
  const notices = ledger.items.filter((record) => statusOf(record, at) === "notice");
  const made = [
    ...published.map((match) => ({ record: match.record, item: maker.make(match) })),
    ...notices.map((record) => ({ record, item: maker.notice(record) })),
  ].sort(byNewest);
  const corrections = published.flatMap((match) => maker.corrections(match)).sort(byDateAndId);
  const items = made.map(({ item }) => item);
  return {
    site,
    at,
    icon: maker.sitePicture(site.icon),
    logo: maker.sitePicture(site.logo),
    items,
    channels: makeChannels(site, ledger, [...items, ...corrections], at),
    gone: goneItems(ledger, at),
    moves: movesOf(ledger, at),
    media: maker.usedMedia,
  };
}

type Made = { readonly record: LedgerItem; readonly item: Item };

function byNewest(a: Made, b: Made): number {
  return b.item.published.getTime() - a.item.published.getTime() || b.record.place - a.record.place;
}

function byDateAndId(a: Item, b: Item): number {
  return b.published.getTime() - a.published.getTime() || compareText(a.id, b.id);
}

function urlOf(site: Site, { kind, slug }: LedgerItem): string {
  return `${site.url}/${kind}s/${encodeURIComponent(slug)}`;
}

function goneItems(ledger: Ledger, at: Date): readonly GoneItem[] {
  return ledger.items
    .filter((record) => statusOf(record, at) === "gone")
    .map(({ kind, slug, withdrawn }) => ({ path: `/${kind}s/${slug}`, reason: withdrawn?.reason ?? null }))
    .sort((a, b) => compareText(a.path, b.path));
}

function movesOf(ledger: Ledger, at: Date): readonly Move[] {
  const known = (record: LedgerItem) => ["published", "notice", "gone"].includes(statusOf(record, at));
  const items = ledger.items
    .filter(known)
    .flatMap(({ kind, slug, aliases }) =>
      aliases.map((alias) => ({ from: `/${kind}s/${alias}`, to: `/${kind}s/${slug}` })),
    );
  const channels = ledger.channels
    .filter(({ opened }) => instantMs(opened) <= at.getTime())
    .flatMap(({ path, aliases }) => aliases.map((from) => ({ from, to: path })));
  return [...channels, ...items].sort((a, b) => compareText(a.from, b.from));
}
