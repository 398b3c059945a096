// npm run withdraw -- ITEM --reason "…"    takes back what must not stand in readers' copies
import { formatInstant } from "../../edition/instant.ts";
import type { Ledger, LedgerItem } from "../../edition/ledger.ts";
import { returnedCorrection } from "../../edition/settle-record.ts";
import { visibleFrom } from "../../edition/status-of.ts";
import { cleanLine } from "../../newswire/clean-text.ts";
import { ingestData } from "../ingest-data.ts";
import { DATA, typedPath } from "../paths.ts";
import { readData } from "../read-data.ts";
import { requireLedger } from "../require-ledger.ts";
import { CommandError, readArguments, runCommand } from "../run-command.ts";

const USAGE =
  'npm run withdraw -- ITEM --reason "…" [--data FOLDER]    ITEM: its id, slug, address or file; --undo takes it back';

await runCommand(async () => {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: {
        data: { type: "string", default: DATA },
        reason: { type: "string" },
        undo: { type: "boolean", default: false },
        remove: { type: "boolean", default: false },
      },
    },
    USAGE,
  );
  const [wanted, ...more] = positionals;
  if (wanted === undefined || more.length > 0) throw new CommandError(`Name one item\nUsage: ${USAGE}`);
  const reason = cleanLine(values.reason ?? "");
  if (reason === "" && !values.undo)
    throw new CommandError(`Readers are told why: give a reason\nUsage: ${USAGE}`);
  const folder = typedPath(values.data);
  const data = await readData(folder);
  const committed = requireLedger(data.ledger, folder);
  const item = findItem(committed, wanted);
  const now = new Date();
  const ledger = withItem(committed, values.undo ? restored(item, now) : withdrawn(item, reason, now));
  console.log(values.undo ? `Back: "${item.title}"` : `Withdrawn: "${item.title}", ${reason}`);
  await ingestData(folder, { ...data, ledger }, committed, values.remove);
  console.log(
    values.undo
      ? "Publish it with: npm run deploy"
      : "Readers hear of it with the next: npm run deploy\nFor seven days the reason stands in its place, then its page answers 410 with the reason; deploy once more after that",
  );
});

/** @throws {CommandError} if it names none or several */
function findItem({ items }: Ledger, wanted: string): LedgerItem {
  const path = URL.parse(wanted)?.pathname ?? wanted;
  const last = decodePath(path).split("/").at(-1) ?? "";
  const matches = (item: LedgerItem) =>
    item.id === wanted ||
    item.id === `urn:uuid:${wanted}` ||
    [item.slug, ...item.aliases].includes(last) ||
    Object.keys(item.files).some((file) => file === wanted || `data/${file}` === wanted);
  const [found, ...others] = items.filter(matches);
  if (found !== undefined && others.length === 0) return found;
  if (found === undefined) {
    throw new CommandError(
      `Cannot find ${JSON.stringify(wanted)} in the ledger; expected an item's id, slug, address or file`,
    );
  }
  const lines = [found, ...others].slice(0, 10).map(({ id, slug, title }) => `  ${slug}  ${id}  ${title}`);
  throw new CommandError(
    `${JSON.stringify(wanted)} names ${others.length + 1} items; name one:\n${lines.join("\n")}`,
  );
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function withdrawn(item: LedgerItem, reason: string, now: Date): LedgerItem {
  return { ...item, withdrawn: { at: formatInstant(now), reason } };
}

/** What readers were told is withdrawn comes back as something new to them, so it is filed anew. */
function restored(item: LedgerItem, now: Date): LedgerItem {
  const { withdrawn: before, ...kept } = item;
  if (before === undefined) throw new CommandError(`"${item.title}" was not withdrawn`);
  const instant = formatInstant(now);
  if (visibleFrom(item) > instant) return kept;
  const corrections = item.corrections?.map((one) => returnedCorrection(one, instant));
  return {
    ...kept,
    ...{ updated: instant, changed: instant, returned: instant },
    ...(corrections && { corrections }),
    // Of a text that is deleted meanwhile readers are told that, where it was.
    ...(item.removed === undefined && { channels: {} }),
  };
}

function withItem(ledger: Ledger, changed: LedgerItem): Ledger {
  return { ...ledger, items: ledger.items.map((item) => (item.id === changed.id ? changed : item)) };
}
