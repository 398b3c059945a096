import type { Item } from "../edition/edition.ts";
import type { Validators } from "../edition/ledger.ts";
import { ID_MARK_CHARS, MARK_CHARS, markId, markPiece, splitMarks } from "../edition/mark-piece.ts";
import type { Pieces } from "../edition/record-documents.ts";
import type { Delta } from "./delta.ts";
import type { Document, Shown } from "./document.ts";
import { itemPiece } from "./item-piece.ts";
import { utf8Bytes } from "./utf8-bytes.ts";

/**
 * A delta tells again what so many editions before its base brought: a cache that asks with its own, newer ETag and hands the
 * answer to a reader who is that far behind it costs the reader nothing.
 */
export const OVERLAP_EDITIONS = 10;
/** Deltas are made for so many editions: who comes later gets the whole document. */
const BASES_MAX = 20;
/** Of the document's bytes, how many a delta may have: one that saves less is worth less than an answer that caches may keep. */
const SHARE_MAX = 0.5;
/** Compressed by itself, a piece is about as large as one with so many bytes more among others. `npm run bench -- deltas` */
const ALONE_BYTES = 400;
/** Each edition brings an item, as a rule: with fewer, or smaller ones, no delta would be small enough. */
const ITEMS_MIN = 2 * (OVERLAP_EDITIONS + 1);
const BYTES_MIN = 15_000;

/** Which formats can say that something was removed; the others that are here have deltas as long as nothing was. */
const TELLS_REMOVALS: Readonly<Record<string, boolean>> = {
  "application/atom+xml": true,
  "application/rss+xml": false,
};

/** What the ledger has to know of a document; null if it will never have deltas. */
export function piecesOf(document: Document): Pieces | null {
  const shows = shownInDeltas(document);
  if (shows === null) return null;
  let held: ReadonlySet<string> | undefined;
  return {
    marks: marksOf(document, shows),
    holds: (idMark) => {
      held ??= new Set(shows.page.channel.items.map(idMarkOf));
      return held.has(idMark);
    },
  };
}

/**
 * What is new in a subscription document since its earlier states, each time as a document of its own: the present head, and the
 * pieces that its base may not have had. Only where that is much less than the document, and all that was removed can be told.
 * `docs/decisions/0011-deltas.md` says why.
 *
 * @param validators the document's, from the ledger, the newest of them its own
 * @returns the newest base first
 */
export function selectDeltas(document: Document, validators: readonly Validators[]): readonly Delta[] {
  const shows = shownInDeltas(document);
  const [current] = validators;
  if (shows === null || current?.parts === undefined) return [];
  const pieces = piecesByAge(document, shows, validators);
  const isTold = removalsTold(document, shows);
  const [head, tail] = [deltaHead(document, shows), document.parts.at(-1) ?? ""];
  const bytesMax = SHARE_MAX * documentBytes(document);

  const deltas = new Map<string, Delta>();
  for (const [i, { etag: base }] of validators.slice(1, 1 + BASES_MAX).entries()) {
    const toldEditions = 1 + i + OVERLAP_EDITIONS;
    const brought = pieces.filter(({ age }) => age < toldEditions);
    const bytes = brought.reduce((sum, piece) => sum + piece.bytes + ALONE_BYTES, utf8Bytes(head + tail));
    // What a newer base has to have, an older one has to have, too.
    if (bytes > bytesMax || !validators.slice(0, toldEditions).every(isTold)) break;
    if (base === current.etag || deltas.has(base)) continue;
    deltas.set(base, { base, parts: [head, ...brought.map(({ text }) => text), tail] });
  }
  return [...deltas.values()];
}

function shownInDeltas(document: Document): Shown | null {
  const { shows, mediaType } = document;
  if (shows === undefined || TELLS_REMOVALS[mediaType] === undefined) return null;
  return shows.items.length >= ITEMS_MIN && documentBytes(document) >= BYTES_MIN ? shows : null;
}

function documentBytes({ parts }: Document): number {
  return parts.reduce((sum, part) => sum + utf8Bytes(part), 0);
}

function marksOf({ parts }: Document, { items }: Shown): readonly string[] {
  return items.map((item, index) => markPiece(idMarkOf(item), parts[index + 1] ?? ""));
}

type AgedPiece = {
  readonly text: string;
  readonly bytes: number;
  /** How many editions ago it came; 0 with the present one, or nobody knows. */
  readonly age: number;
};

function piecesByAge(
  document: Document,
  shows: Shown,
  validators: readonly Validators[],
): readonly AgedPiece[] {
  const ages = new Map<string, number>();
  for (const [age, { parts = "" }] of validators.entries()) {
    for (const mark of splitMarks(parts, MARK_CHARS)) ages.set(mark, age);
  }
  return marksOf(document, shows).map((mark, index) => {
    const text = document.parts[index + 1] ?? "";
    return { text, bytes: utf8Bytes(text), age: ages.get(mark) ?? 0 };
  });
}

/** Like the document's, but never with `fh:complete`, which would have readers drop all that is not in the delta. */
function deltaHead({ parts }: Document, { page, format, items }: Shown): string {
  const [head = ""] = parts;
  if (page.part === "newest") return head;
  const { channel, edition } = page;
  const prefixes = items.flatMap((item) => itemPiece(item, channel.content, format, edition.site).prefixes);
  return format.head({ ...page, part: "newest" }, prefixes);
}

/** Whether readers of a delta hear of what left with an edition: the head says so, or it is back. */
function removalsTold({ mediaType }: Document, { page }: Shown): (edition: Validators) => boolean {
  let told: ReadonlySet<string> | undefined;
  return ({ left }) => {
    if (left === undefined) return true;
    const deleted = TELLS_REMOVALS[mediaType] === true ? page.deleted : [];
    told ??= new Set([...deleted.map(({ id }) => markId(id)), ...page.channel.items.map(idMarkOf)]);
    return splitMarks(left, ID_MARK_CHARS).every((idMark) => told?.has(idMark));
  };
}

const idMarks = new WeakMap<Item, string>();

/** Made once of each item. */
function idMarkOf(item: Item): string {
  const known = idMarks.get(item) ?? markId(item.id);
  idMarks.set(item, known);
  return known;
}
