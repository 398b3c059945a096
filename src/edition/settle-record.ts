import type { Candidate } from "./candidate.ts";
import type { Change } from "./change.ts";
import { compareText } from "./compare-text.ts";
import { digestParagraphs } from "./digest-text.ts";
import { formatInstant, later } from "./instant.ts";
import type { LedgerCorrection, LedgerItem } from "./ledger.ts";
import { isSlugFor, type SlugMinter } from "./make-slug.ts";
import type { ItemMinter } from "./mint-item.ts";
import { noteCorrections } from "./note-corrections.ts";
import type { MatchedBy, Owner } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";
import { sketchWords } from "./sketch-words.ts";
import { visibleFrom } from "./status-of.ts";
import { wantedSlug } from "./wanted-slug.ts";

type Seen = { readonly sighting: Sighting; readonly by: MatchedBy };
type Settled = {
  readonly record: LedgerItem;
  /** Empty if the item is not published now; else the one that readers are shown comes first. */
  readonly candidates: readonly Candidate[];
  readonly changes: readonly Change[];
};

/** What settling needs to know beyond the item itself. */
export type Settling = {
  /** Whole seconds. */
  readonly now: Date;
  /** Files that can't be used as they are now. */
  readonly held: ReadonlySet<string>;
  readonly mint: ItemMinter;
  readonly mintSlug: SlugMinter;
  /** Makes an id from a name. */
  readonly mintCorrection: (name: string) => string;
};

/** The record as it is after this run, the same one if nothing happened to the item. */
export function settleRecord(owner: Owner, settling: Settling): Settled {
  const seen = [...owner.seen.values()].sort((a, b) => a.sighting.index - b.sighting.index);
  const [first] = seen;
  if (owner.record === null) return settleNew(seen, settling.mint);
  if (first === undefined) return settleUnseen(owner.record, settling);
  const shown = chooseShown(owner.record, seen) ?? first;
  const candidates = candidatesInOrder(shown, seen);
  const moved = withSlug(owner.record, shown.sighting, settling);
  const planned = withPlan(moved, shown.sighting, settling.now);
  if (planned === owner.record && isAsBefore(owner.record, seen, shown))
    return { record: owner.record, candidates, changes: [] };
  const changes = [...changesOf(owner.record, seen, shown), ...planChanges(owner.record, planned, shown)];
  if (changes.length === 0) return { record: owner.record, candidates, changes };
  return { record: update(planned, seen, shown, settling), candidates, changes };
}

/** An address that the publisher asks for; the one before it goes on leading there. */
function withSlug(record: LedgerItem, { candidate }: Sighting, { mintSlug }: Settling): LedgerItem {
  const wanted = wantedSlug(candidate);
  if (wanted === undefined || isSlugFor(record.slug, wanted)) return record;
  const own = record.aliases.find((alias) => isSlugFor(alias, wanted));
  const slug = own ?? mintSlug(wanted, record.kind, record.id);
  const aliases = record.aliases.filter((alias) => alias !== slug);
  return { ...record, slug, aliases: [...aliases, record.slug] };
}

/** As long as nobody has heard of it, its date may be changed. */
function withPlan(record: LedgerItem, { publishedMs }: Sighting, now: Date): LedgerItem {
  const instant = formatInstant(now);
  if (record.published === undefined || record.published <= instant) return record;
  const published = publishedMs === null ? instant : formatInstant(new Date(publishedMs));
  return published === record.published ? record : { ...record, published, updated: published };
}

function planChanges(before: LedgerItem, after: LedgerItem, { sighting }: Seen): readonly Change[] {
  const about = { id: before.id, title: sighting.candidate.title };
  const changes: Change[] = [];
  if (before.slug !== after.slug) {
    changes.push({ kind: "readdressed", ...about, slug: after.slug, oldSlug: before.slug });
  }
  if (after.published !== undefined && before.published !== after.published) {
    changes.push({ kind: "rescheduled", ...about, published: after.published });
  }
  return changes;
}

function settleNew(seen: readonly Seen[], mint: ItemMinter): Settled {
  const [first] = seen;
  if (first === undefined) throw new RangeError("a new item was seen nowhere");
  const record = mint(first.sighting, filesOf(seen));
  const { id, title, slug } = record;
  const changes: readonly Change[] = [{ kind: "new", id, title, slug, files: Object.keys(record.files) }];
  return { record, candidates: candidatesInOrder(first, seen), changes };
}

function settleUnseen(record: LedgerItem, { now, held }: Settling): Settled {
  const files = Object.keys(record.files);
  if (record.removed !== undefined || files.some((file) => held.has(file)))
    return { record, candidates: [], changes: [] };
  const { id, title } = record;
  const instant = formatInstant(now);
  const removed = visibleFrom(record) > instant ? instant : later(instant, record.updated);
  return { record: { ...record, removed }, candidates: [], changes: [{ kind: "removed", id, title, files }] };
}

/**
 * Which of an item's texts readers are shown, where its files differ: the one that changed last. So one that changed
 * now, else the one that is shown already. Null if neither is there: then the first.
 */
function chooseShown(record: LedgerItem, seen: readonly Seen[]): Seen | null {
  const changed = seen.filter(({ sighting: { file, digest } }) => {
    const before = record.files[file];
    return before !== undefined && before !== digest;
  });
  const shown = seen.find(({ sighting }) => sighting.digest === record.text);
  return changed[0] ?? shown ?? null;
}

/** What nearly all items are: found where they were, with the text that they had there. */
function isAsBefore(
  { removed, files, text }: LedgerItem,
  seen: readonly Seen[],
  { sighting }: Seen,
): boolean {
  return (
    removed === undefined &&
    sighting.digest === text &&
    seen.length === Object.keys(files).length &&
    seen.every((one) => files[one.sighting.file] === one.sighting.digest)
  );
}

function candidatesInOrder(shown: Seen, seen: readonly Seen[]): readonly Candidate[] {
  const others = seen.filter((one) => one !== shown);
  return [shown, ...others].flatMap(({ sighting }) => sighting.candidates);
}

function filesOf(seen: readonly Seen[]): Readonly<Record<string, string>> {
  const files = seen.map(({ sighting: { file, digest } }) => [file, digest] as const);
  return Object.fromEntries(files.sort(([a], [b]) => compareText(a, b)));
}

function changesOf(record: LedgerItem, seen: readonly Seen[], shown: Seen): readonly Change[] {
  const { id } = record;
  const { candidate, digest, file } = shown.sighting;
  const about = { id, title: candidate.title };
  const changes: Change[] = [];
  const files = seen.map(({ sighting }) => sighting.file);
  const oldAddress = record.address;
  const address = candidate.kind === "headline" ? candidate.address : undefined;
  if (record.removed !== undefined) changes.push({ kind: "returned", ...about, files });
  if (digest !== record.text) {
    if (oldAddress !== address) changes.push({ kind: "address-changed", ...about, oldAddress, address });
    if (oldAddress === address || record.title !== candidate.title) {
      changes.push({ kind: "edited", ...about, oldTitle: record.title, file, matchedBy: shown.by });
    }
  }
  if (record.removed === undefined) changes.push(...fileChanges(record, seen, shown, about));
  return changes;
}

function fileChanges(
  record: LedgerItem,
  seen: readonly Seen[],
  shown: Seen,
  about: { readonly id: string; readonly title: string },
): readonly Change[] {
  const files = seen.map(({ sighting }) => sighting.file);
  const came = files.filter((file) => record.files[file] === undefined);
  const now = new Set(files);
  const left = Object.keys(record.files).filter((file) => !now.has(file));
  const edited = seen
    .filter((one) => one !== shown || one.sighting.digest === record.text)
    .filter(({ sighting: { file, digest } }) => (record.files[file] ?? digest) !== digest)
    .map(({ sighting }) => sighting.file);
  const changes: Change[] = [];
  if (came.length > 0 && left.length > 0) changes.push({ kind: "moved", ...about, from: left, to: came });
  else if (came.length > 0) changes.push({ kind: "copied", ...about, files: came });
  else if (left.length > 0) changes.push({ kind: "copy-removed", ...about, files: left });
  if (edited.length > 0) changes.push({ kind: "copy-edited", ...about, files: edited });
  return changes;
}

function update(
  record: LedgerItem,
  seen: readonly Seen[],
  shown: Seen,
  { now, mintCorrection }: Settling,
): LedgerItem {
  const { candidate, digest } = shown.sighting;
  const { address: _, removed, corrections: known = [], ...kept } = record;
  const address = candidate.kind === "headline" ? candidate.address : undefined;
  const instant = formatInstant(now);
  const corrections = noteCorrections(shown.sighting.corrections, known, instant, (key) =>
    mintCorrection(`${record.id}\n${key}`),
  );
  const isChanged = (digest !== record.text && !isSilent(candidate)) || removed !== undefined;
  return {
    ...kept,
    files: filesOf(seen),
    title: candidate.title,
    ...(address === undefined ? {} : { address }),
    text: digest,
    paragraphs: digestParagraphs(candidate),
    ...(candidate.kind === "article" ? { sketch: sketchWords(candidate.paragraphs) } : {}),
    updated: updatedOf(record, shown.sighting, corrections, instant),
    ...(isChanged && { changed: instant }),
    ...(corrections.length > 0 && {
      corrections:
        removed === undefined ? corrections : corrections.map((one) => returnedCorrection(one, instant)),
    }),
    // What comes back is filed anew: readers were told that it went.
    ...(removed === undefined ? {} : { returned: later(instant, removed), channels: {} }),
  };
}

/** Readers were told that it went with its article: what comes back is newer, and filed anew. */
export function returnedCorrection(correction: LedgerCorrection, now: string): LedgerCorrection {
  return correction.removed === undefined ? { ...correction, updated: now, channels: {} } : correction;
}

/** When a text that is no longer the same changed: as it says itself, else now. Before its time has come nothing has. */
function updatedOf(
  record: LedgerItem,
  { candidate, digest, updatedMs }: Sighting,
  corrections: readonly LedgerCorrection[],
  now: string,
): string {
  if (visibleFrom(record) > now) return record.updated;
  // Readers were told that it was deleted, and when: only what is newer than that is back for them (RFC 6721 §3).
  if (record.removed !== undefined) return later(now, record.removed);
  if (digest === record.text) return record.updated;
  const known = new Set(record.corrections?.map(({ id }) => id));
  const added = corrections.filter(({ id }) => !known.has(id)).map(({ date }) => date);
  const said = [...added, ...(updatedMs === null ? [] : [formatInstant(new Date(updatedMs))])];
  const newest = said
    .filter((date) => date > record.updated)
    .sort(compareText)
    .at(-1);
  if (newest !== undefined) return newest;
  return isSilent(candidate) && added.length === 0 ? record.updated : later(now, record.updated);
}

function isSilent(candidate: Candidate): boolean {
  return candidate.kind === "article" && candidate.markdown?.article.silent === true;
}
