import { compareText } from "./compare-text.ts";
import type { Edition, GoneItem, Item, Move } from "./edition.ts";
import { Files } from "./files.ts";
import { formatInstant } from "./instant.ts";
import type { Ledger, LedgerItem } from "./ledger.ts";
import { makeChannels } from "./make-channels.ts";
import { ItemMaker } from "./make-item.ts";
import type { Media } from "./media.ts";
import type { Match } from "./reconcile.ts";
import type { Site } from "./site.ts";
import { statusAt } from "./status-of.ts";

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
  const instant = formatInstant(at);
  const published = matches.filter(({ record }) => statusAt(record, instant) === "published");
  const pages = new Map(
    published.flatMap(({ record, candidates }) =>
      candidates
        .filter(({ kind }) => kind === "article")
        .map(({ file }) => [file, urlOf(site, record)] as const),
    ),
  );
  const maker = new ItemMaker(site, ledger, new Files(site, media, pages));
  const notices = ledger.items.filter((record) => statusAt(record, instant) === "notice");
  const made = published.map((match) => maker.make(match));
  const items = [...made, ...notices.map((record) => ({ record, item: maker.notice(record) }))]
    .map(({ record: { place }, item }) => ({ publishedMs: item.published.getTime(), place, item }))
    .sort((a, b) => b.publishedMs - a.publishedMs || b.place - a.place)
    .map(({ item }) => item);
  const corrections = made.flatMap((one) => one.corrections).sort(byDateAndId);
  return {
    site,
    at,
    icon: maker.sitePicture(site.icon),
    logo: maker.sitePicture(site.logo),
    masthead: maker.sitePicture(site.theme.logo ?? site.logo),
    items,
    channels: makeChannels(site, ledger, [...items, ...corrections], at),
    gone: goneItems(ledger, instant),
    moves: movesOf(ledger, instant),
    media: maker.usedMedia,
  };
}

function byDateAndId(a: Item, b: Item): number {
  return b.published.getTime() - a.published.getTime() || compareText(a.id, b.id);
}

function urlOf(site: Site, { kind, slug }: LedgerItem): string {
  return `${site.url}/${kind}s/${encodeURIComponent(slug)}`;
}

function goneItems(ledger: Ledger, instant: string): readonly GoneItem[] {
  return ledger.items
    .filter((record) => statusAt(record, instant) === "gone")
    .map(({ kind, slug, withdrawn }) => ({ path: `/${kind}s/${slug}`, reason: withdrawn?.reason ?? null }))
    .sort((a, b) => compareText(a.path, b.path));
}

function movesOf(ledger: Ledger, instant: string): readonly Move[] {
  const known = (record: LedgerItem) => ["published", "notice", "gone"].includes(statusAt(record, instant));
  const items = ledger.items
    .filter(known)
    .flatMap(({ kind, slug, aliases }) =>
      aliases.map((alias) => ({ from: `/${kind}s/${alias}`, to: `/${kind}s/${slug}` })),
    );
  const channels = ledger.channels
    .filter(({ opened }) => opened <= instant)
    .flatMap(({ path, aliases }) => aliases.map((from) => ({ from, to: path })));
  return [...channels, ...items].sort((a, b) => compareText(a.from, b.from));
}
