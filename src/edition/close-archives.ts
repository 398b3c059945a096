import { compareText } from "./compare-text.ts";
import type { Channel, Edition, Item } from "./edition.ts";
import { formatInstant } from "./instant.ts";
import { lazily } from "./lazily.ts";
import type { Ledger, LedgerChannel, LedgerItem, Membership } from "./ledger.ts";

/**
 * Moves what no longer fits into a channel's subscription document into archive documents (RFC 5005 §4), which are closed at once:
 * nothing is ever added to them. What stays open fills half a document, so that it is not done again with every item.
 *
 * @param edition made from `ledger`
 * @param before the ledger as it was before what is new was filed: what joined a channel since then is archived last
 * @param bytesOf bytes of an item in the largest of the formats
 * @returns the very ledger that was given if everything fits
 */
export function closeArchives(
  ledger: Ledger,
  edition: Edition,
  before: Ledger,
  bytesOf: (item: Item, content: Channel["content"]) => number,
): Ledger {
  const places = new Places(ledger, before);
  const archived = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const channel of edition.channels) {
    const pages = overflowOf(channel, places, (item) => bytesOf(item, channel.content));
    if (pages.length === 0) continue;
    counts.set(channel.name, pages.length);
    for (const [i, page] of pages.entries()) {
      for (const { id } of page) noteNumber(archived, id, channel.name, channel.archives.length + i + 1);
    }
  }
  if (counts.size === 0) return ledger;
  const number = (id: string, channels: Membership): Membership => {
    const numbers = archived.get(id);
    return numbers === undefined ? channels : { ...channels, ...Object.fromEntries(numbers) };
  };
  return {
    ...ledger,
    items: ledger.items.map((item) => withNumbers(item, number)),
    channels: ledger.channels.map((channel) => withClosed(channel, counts, formatInstant(edition.at))),
  };
}

/** What has to be archived now, a page after the other, the oldest first. */
function overflowOf(
  channel: Channel,
  places: Places,
  bytesOf: (item: Item) => number,
): readonly (readonly Item[])[] {
  const { limits } = channel;
  // Once there are archives, room is kept for what changes in them: it has to be told in the subscription document, too.
  const share = channel.archives.length > 0 ? OPEN_SHARE_MAX : 1;
  const { itemsMin } = limits;
  const [itemsMax, bytesMax] = [Math.max(1, Math.floor(limits.itemsMax * share)), limits.bytesMax * share];
  const measured = channel.items
    .filter((item) => places.isOpen(item, channel))
    .map((item) => ({ item, bytes: bytesOf(item) }));
  const total = (of: typeof measured) => of.reduce((sum, { bytes }) => sum + bytes, FRAME_BYTES);
  if (measured.length <= itemsMax && (total(measured) <= bytesMax || measured.length <= itemsMin)) return [];
  const waiting = measured.sort((a, b) => places.compare(a.item, b.item, channel.name));
  const keptMin = Math.floor(Math.min(itemsMin, itemsMax) / 2);
  let restBytes = total(waiting);
  const pages: Item[][] = [];
  let page: Item[] = [];
  let pageBytes = FRAME_BYTES;
  let rest = waiting.length;
  for (const { item, bytes } of waiting) {
    const isHalf = rest <= Math.floor(limits.itemsMax / 2) && restBytes <= limits.bytesMax / 2;
    if (isHalf || rest <= keptMin) break;
    if (page.length === limits.itemsMax || (page.length > 0 && pageBytes + bytes > limits.bytesMax)) {
      pages.push(page);
      page = [];
      pageBytes = FRAME_BYTES;
      if (rest <= limits.itemsMax * OPEN_SHARE_MAX && restBytes <= limits.bytesMax * OPEN_SHARE_MAX) break;
    }
    page.push(item);
    pageBytes += bytes;
    restBytes -= bytes;
    rest -= 1;
  }
  return page.length > 0 ? [...pages, page] : pages;
}

/** About what a document needs around its items. */
const FRAME_BYTES = 4000;
/** Of a subscription document, how much may be items that no archive has. */
const OPEN_SHARE_MAX = 0.75;

/** The order in which items joined a channel. As a rule nobody asks for it. */
class Places {
  readonly #places: () => ReadonlyMap<string, string>;
  readonly #before: () => ReadonlyMap<string, Membership>;
  readonly #now: () => ReadonlyMap<string, Membership>;

  constructor(ledger: Ledger, before: Ledger) {
    this.#places = lazily(() => placesOf(ledger));
    this.#before = lazily(() => membershipsOf(before));
    this.#now = lazily(() => membershipsOf(ledger));
  }

  /** Whether no archive has it. */
  isOpen({ id, kind }: Item, { name, open }: Channel): boolean {
    // A notice is shown again, though an archive has it.
    return open.has(id) && (kind !== "notice" || this.#now().get(id)?.[name] === 0);
  }

  compare(a: Item, b: Item, channel: string): number {
    const joined = ({ id }: Item) => (this.#before().get(id)?.[channel] === undefined ? 1 : 0);
    // What came together is archived by its dates: of a back catalogue the newest stay open.
    return (
      joined(a) - joined(b) ||
      a.published.getTime() - b.published.getTime() ||
      compareText(this.#places().get(a.id) ?? "", this.#places().get(b.id) ?? "")
    );
  }
}

function placesOf({ items }: Ledger): ReadonlyMap<string, string> {
  return new Map(
    items.flatMap(({ id, place, corrections = [] }) => [
      [id, String(place).padStart(12, "0")] as const,
      ...corrections.map((one) => [one.id, `${one.date} ${one.id}`] as const),
    ]),
  );
}

function membershipsOf({ items }: Ledger): ReadonlyMap<string, Membership> {
  return new Map(
    items.flatMap(({ id, channels, corrections = [] }) => [
      [id, channels] as const,
      ...corrections.map((one) => [one.id, one.channels] as const),
    ]),
  );
}

function noteNumber(
  archived: Map<string, Map<string, number>>,
  id: string,
  channel: string,
  number: number,
): void {
  const numbers = archived.get(id);
  if (numbers === undefined) archived.set(id, new Map([[channel, number]]));
  else numbers.set(channel, number);
}

/** The very same item if nothing of it is archived. */
function withNumbers(item: LedgerItem, number: (id: string, channels: Membership) => Membership): LedgerItem {
  const numbered = <T extends { readonly id: string; readonly channels: Membership }>(one: T): T => {
    const channels = number(one.id, one.channels);
    return channels === one.channels ? one : { ...one, channels };
  };
  const corrections = item.corrections?.map(numbered);
  if (corrections === undefined || corrections.every((one, i) => one === item.corrections?.[i]))
    return numbered(item);
  return { ...numbered(item), corrections };
}

function withClosed(channel: LedgerChannel, counts: ReadonlyMap<string, number>, now: string): LedgerChannel {
  const closed = Array.from({ length: counts.get(channel.name) ?? 0 }, () => now);
  return closed.length === 0 ? channel : { ...channel, archives: [...channel.archives, ...closed] };
}
