import type { Candidate } from "./candidate.ts";
import type { Change } from "./change.ts";
import { compareText } from "./compare-text.ts";
import { digestParagraphs } from "./digest-text.ts";
import { formatInstant } from "./instant.ts";
import type { LedgerItem } from "./ledger.ts";
import type { ItemMinter } from "./mint-item.ts";
import type { MatchedBy, Owner } from "./pairing.ts";
import type { Sighting } from "./sighting.ts";
import { sketchWords } from "./sketch-words.ts";

type Seen = { readonly sighting: Sighting; readonly by: MatchedBy };
type Settled = {
  readonly record: LedgerItem;
  /** Empty if the item is not published now; else the one that readers are shown comes first. */
  readonly candidates: readonly Candidate[];
  readonly changes: readonly Change[];
};

/** The record as it is after this run, the same one if nothing happened to the item. */
export function settleRecord(owner: Owner, now: Date, mint: ItemMinter): Settled {
  const seen = [...owner.seen.values()].sort((a, b) => a.sighting.index - b.sighting.index);
  const [first] = seen;
  if (owner.record === null) return settleNew(seen, mint);
  if (first === undefined) return settleUnseen(owner.record, now);
  const shown = chooseShown(owner.record, seen) ?? first;
  const candidates = candidatesInOrder(shown, seen);
  const changes = changesOf(owner.record, seen, shown);
  if (changes.length === 0) return { record: owner.record, candidates, changes };
  return { record: update(owner.record, seen, shown, now), candidates, changes };
}

function settleNew(seen: readonly Seen[], mint: ItemMinter): Settled {
  const [first] = seen;
  if (first === undefined) throw new RangeError("a new item was seen nowhere");
  const record = mint(first.sighting, filesOf(seen));
  const { id, title, slug } = record;
  const changes: readonly Change[] = [{ kind: "new", id, title, slug, files: Object.keys(record.files) }];
  return { record, candidates: candidatesInOrder(first, seen), changes };
}

function settleUnseen(record: LedgerItem, now: Date): Settled {
  if (record.removed !== undefined) return { record, candidates: [], changes: [] };
  const { id, title } = record;
  return {
    record: { ...record, removed: later(formatInstant(now), record.updated) },
    candidates: [],
    changes: [{ kind: "removed", id, title, files: Object.keys(record.files) }],
  };
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

function update(record: LedgerItem, seen: readonly Seen[], shown: Seen, now: Date): LedgerItem {
  const { candidate, digest } = shown.sighting;
  const { address: _, removed, ...kept } = record;
  const address = candidate.kind === "headline" ? candidate.address : undefined;
  const textChanged = digest !== record.text;
  return {
    ...kept,
    files: filesOf(seen),
    title: candidate.title,
    ...(address === undefined ? {} : { address }),
    text: digest,
    paragraphs: digestParagraphs(candidate),
    ...(candidate.kind === "article" ? { sketch: sketchWords(candidate.paragraphs) } : {}),
    updated: textChanged ? later(formatInstant(now), record.updated) : record.updated,
    ...(removed === undefined ? {} : { returned: later(formatInstant(now), removed) }),
  };
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
