import { z } from "zod";
import type { Mistake } from "../yaml/mistake.ts";
import { mistakesOf } from "../yaml/mistakes-of.ts";
import { EditionError } from "./edition-error.ts";
import type { Ledger } from "./ledger.ts";
import { ID_MARK_CHARS, MARK_CHARS } from "./mark-piece.ts";
import { mergeChannels, mergeDocuments, mergeItems, reopenConflicts } from "./merge-records.ts";

const VERSION = 1;
const MISTAKES_MAX = 10;

const instant = z
  .string({ error: "an instant such as 2026-01-16T09:30:00Z" })
  .refine((text) => isInstant(text), { error: "an instant such as 2026-01-16T09:30:00Z" });
const text = z.string({ error: "a text" });
const filled = text.min(1, { error: "a text that is not empty" });
const texts = z.array(text, { error: "a list of texts" });
const record = { error: "a record" };

const id = text.regex(/^urn:uuid:[0-9a-f-]{36}$/, { error: "an id such as urn:uuid:…" });
const count = z.int({ error: "a whole number" }).min(0, { error: "a whole number, at least 0" });
const membership = z.record(z.string(), count, { error: "the item's channels, each with a number" });

const correction = z.strictObject(
  {
    id,
    date: instant,
    text: filled,
    updated: instant,
    removed: instant.optional(),
    channels: membership,
  },
  record,
);

const item = z.strictObject(
  {
    id,
    kind: z.enum(["article", "headline"], { error: '"article" or "headline"' }),
    slug: filled,
    aliases: texts,
    files: z.record(z.string(), text, { error: "the item's files, each with a digest" }),
    title: filled,
    address: filled.optional(),
    text: filled,
    paragraphs: texts,
    sketch: text.optional(),
    place: count,
    firstSeen: instant,
    published: instant.optional(),
    updated: instant,
    changed: instant.optional(),
    removed: instant.optional(),
    returned: instant.optional(),
    withdrawn: z.strictObject({ at: instant, reason: filled }, record).optional(),
    channels: membership.default({}),
    corrections: z
      .array(correction, {
        error: "a list of corrections",
      })
      .optional(),
  },
  record,
);

const marks = (chars: number, expected: string) =>
  text
    .regex(/^[\w-]*$/, { error: expected })
    .refine((joined) => joined.length % chars === 0, { error: expected });

const validator = z.strictObject(
  {
    etag: filled,
    lastModified: instant,
    parts: marks(MARK_CHARS, `marks of ${MARK_CHARS} letters each`).optional(),
    left: marks(ID_MARK_CHARS, `marks of ${ID_MARK_CHARS} letters each`).optional(),
  },
  record,
);

const document = z.strictObject(
  {
    path: text.startsWith("/", { error: "a path such as /rss.xml" }),
    validators: z
      .array(validator, { error: "a list" })
      .refine(
        (list) => list.every((one, i) => i === 0 || one.lastModified < (list[i - 1]?.lastModified ?? "")),
        {
          error: "instants that fall from one to the next",
        },
      ),
  },
  record,
);

const path = text.regex(/^(?:\/|$)/, { error: "a path such as /tags/economy" });
const channel = z.strictObject(
  {
    name: filled,
    path,
    aliases: z.array(path, { error: "a list of paths" }),
    label: filled,
    opened: instant,
    changed: instant.optional(),
    archives: z.array(instant, { error: "a list of instants" }),
  },
  record,
);

const ledger = z.strictObject(
  {
    version: z.literal(VERSION),
    namespace: z.guid({ error: "a UUID" }),
    founded: instant,
    items: z.array(item, { error: "a list of items" }),
    channels: z.array(channel, { error: "a list of channels" }).default([]),
    documents: z.array(document, { error: "a list of documents" }),
  },
  { error: "a ledger" },
);

/**
 * Reads a ledger that {@link formatLedger} wrote, or that Git merged: records may stand in any order, and what two
 * branches wrote of one item or document is made one.
 *
 * @throws {EditionError} `ledger-unusable` if it is no JSON, of another version or not of the right shape
 */
export function parseLedger(json: string): Ledger {
  const value = parseJson(json);
  checkVersion(value);
  const read = ledger.safeParse(value);
  if (!read.success) throw unusable(mistakesOf(read.error, value, () => []).slice(0, MISTAKES_MAX));
  const { items, channels, documents } = read.data;
  return {
    ...read.data,
    items: reopenConflicts(mergeItems(items), channels),
    channels: mergeChannels(channels),
    documents: mergeDocuments(documents),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw unusable([{ where: "", found: `no JSON (${found})`, expected: "what ingest wrote" }]);
  }
}

function checkVersion(value: unknown): void {
  const version =
    typeof value === "object" && value !== null && "version" in value ? value.version : undefined;
  if (version === VERSION) return;
  const expected = `${VERSION}, the only version this program knows`;
  throw unusable([{ where: "version", found: JSON.stringify(version), expected }]);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !Number.isNaN(Date.parse(text));
}

function unusable(mistakes: readonly Mistake[]): EditionError {
  return new EditionError({ reason: "ledger-unusable", mistakes });
}
