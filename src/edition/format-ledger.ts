import { compareText } from "./compare-text.ts";
import type { Ledger, LedgerChannel, LedgerCorrection, LedgerDocument, LedgerItem } from "./ledger.ts";

/**
 * Writes a ledger as JSON with one record a line, sorted, so that `git diff` shows what happened to an item and two
 * branches that publish different items merge. Ends in a newline.
 */
export function formatLedger(ledger: Ledger): string {
  const items = ledger.items.toSorted((a, b) => compareText(a.id, b.id));
  const channels = ledger.channels.toSorted((a, b) => compareText(a.name, b.name));
  const documents = ledger.documents.toSorted((a, b) => compareText(a.path, b.path));
  return `{
"version": ${ledger.version},
"namespace": ${JSON.stringify(ledger.namespace)},
"founded": ${JSON.stringify(ledger.founded)},
"items": ${formatRecords(items, orderItem)},
"channels": ${formatRecords(channels, orderChannel)},
"documents": ${formatRecords(documents, orderDocument)}
}
`;
}

function formatRecords<Kind extends object>(
  records: readonly Kind[],
  inOrder: (record: Kind) => Kind,
): string {
  if (records.length === 0) return "[]";
  return `[\n${records.map((record) => formatRecord(record, inOrder)).join(",\n")}\n]`;
}

/** Of two ledgers, one made from the other, most records are the very same. */
const lines = new WeakMap<object, string>();

function formatRecord<Kind extends object>(record: Kind, inOrder: (record: Kind) => Kind): string {
  const line = lines.get(record) ?? JSON.stringify(inOrder(record));
  lines.set(record, line);
  return line;
}

/** Keys in one order, whatever order they were set in; what is undefined is not written. */
function orderItem(item: LedgerItem): LedgerItem {
  const { id, kind, slug, aliases, files, title, address, text, paragraphs, sketch, place } = item;
  const { firstSeen, published, updated, changed, removed, returned, withdrawn, corrections } = item;
  const words = { id, kind, slug, aliases, files: sorted(files), title, address, text, paragraphs, sketch };
  const instants = { firstSeen, published, updated, changed, removed, returned };
  return {
    ...words,
    place,
    ...instants,
    withdrawn: withdrawn && { at: withdrawn.at, reason: withdrawn.reason },
    channels: sorted(item.channels),
    corrections: corrections?.map(orderCorrection),
  };
}

function orderCorrection({ id, date, text, updated, removed, channels }: LedgerCorrection): LedgerCorrection {
  return { id, date, text, updated, removed, channels: sorted(channels) };
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)));
}

function orderChannel({
  name,
  path,
  aliases,
  label,
  opened,
  changed,
  archives,
}: LedgerChannel): LedgerChannel {
  return { name, path, aliases, label, opened, changed, archives };
}

function orderDocument({ path, validators }: LedgerDocument): LedgerDocument {
  return {
    path,
    validators: validators.map(({ etag, lastModified, parts, left }) => ({
      etag,
      lastModified,
      parts,
      left,
    })),
  };
}
