import { authorsOf } from "./authors-of.ts";
import type { Channel, Edition, Item } from "./edition.ts";
import { instantMs } from "./instant.ts";
import type { ItemKind, Ledger, LedgerItem } from "./ledger.ts";
import { mintNamedId } from "./mint-id.ts";
import { newestInstant } from "./newest-instant.ts";
import type { Match } from "./reconcile.ts";
import type { Site } from "./site.ts";

/** What is published now: the items of the matches, newest first, in the channels that have them. */
export function makeEdition(site: Site, ledger: Ledger, matches: readonly Match[]): Edition {
  const items = [...matches].sort(byNewest).map((match) => makeItem(site, match));
  const { title, description } = site;
  const make = (name: string, path: string, title: string, kinds: readonly ItemKind[]): Channel => ({
    name,
    path,
    id: mintNamedId(ledger.namespace, "channel", name),
    title,
    description,
    updated: newestChange(ledger, kinds),
    items: items.filter(({ kind }) => kinds.includes(kind)),
  });
  const channels = [
    make("all", "", title, ["article", "headline"]),
    make("headlines", "/headlines", `${title}: headlines`, ["headline"]),
    make("articles", "/articles", `${title}: articles`, ["article"]),
  ];
  return { site, items, channels };
}

function makeItem(site: Site, { record, candidates: [candidate] }: Match): Item {
  const { id, slug } = record;
  const facts = {
    id,
    slug,
    title: candidate.title,
    url: `${site.url}/${record.kind}s/${encodeURIComponent(slug)}`,
    published: new Date(publishedMs(record)),
    updated: new Date(instantMs(record.updated)),
  };
  if (candidate.kind === "headline") {
    return { kind: "headline", ...facts, authors: [], address: candidate.address ?? null };
  }
  const { titleDerived, dateline, paragraphs, byline } = candidate;
  return { kind: "article", ...facts, authors: authorsOf(byline), titleDerived, dateline, paragraphs };
}

function publishedMs({ published, firstSeen }: LedgerItem): number {
  return instantMs(published ?? firstSeen);
}

function byNewest(a: Match, b: Match): number {
  return publishedMs(b.record) - publishedMs(a.record) || b.record.place - a.record.place;
}

/** When anything of these kinds last changed; when the publication was founded if nothing ever was there. */
function newestChange({ items, founded }: Ledger, kinds: readonly ItemKind[]): Date {
  return new Date(instantMs(newestInstant(items.filter(({ kind }) => kinds.includes(kind))) ?? founded));
}
