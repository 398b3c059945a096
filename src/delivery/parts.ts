import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Document } from "../documents/document.ts";
import { deflatedPart } from "./compress.ts";
import type { Stored } from "./entry.ts";
import { crcShift } from "./join-crcs.ts";

/** A part of a text, deflated. */
export type Part = Stored & {
  /** Of the text. */
  readonly identityBytes: number;
  /** CRC-32 of the text. */
  readonly crc: number;
  /** See `joinCrcs`. */
  readonly crcShift: number;
  /** Of the text; only where parts are kept for a later edition. */
  readonly digest?: string;
};

/** Text of pages that is remembered in one go; what recurs within it (head and foot of every page) is deflated once. */
const RECENT_CHARS_MAX = 4_000_000;

/**
 * The parts of documents as they come, each deflated once. Remembered no longer than they may come again: the parts of feeds while that
 * format is written, the parts of pages for some time.
 */
export class Parts {
  readonly #before: ReadonlyMap<string, Part>;
  /** By digest; null if nobody will ask for them. */
  readonly #kept: Map<string, Part> | null;
  /** By media type and text. */
  readonly #ofFeeds = new Map<string, Map<string, Part>>();
  #recent = new Map<string, Part>();
  #older = new Map<string, Part>();
  #recentChars = 0;

  /** @param before of an earlier edition, by digest @param kept where all are put for a later one */
  constructor(before: ReadonlyMap<string, Part>, kept: Map<string, Part> | null) {
    this.#before = before;
    this.#kept = kept;
  }

  /** But for empty ones. */
  of({ kind, mediaType }: Document, parts: readonly string[]): readonly Part[] {
    const filled = parts.filter((part) => part !== "");
    if (kind !== "feed" && kind !== "archive") {
      this.#ofFeeds.clear();
      return filled.map((part) => this.#ofPage(part));
    }
    const known = this.#ofFormat(mediaType, kind === "archive");
    return filled.map((text) => {
      const part = known.get(text) ?? this.#make(text);
      known.set(text, part);
      return part;
    });
  }

  /** Puts parts of a document that has not changed with those that are kept. */
  keep(parts: readonly Part[]): void {
    for (const part of parts) if (part.digest !== undefined) this.#kept?.set(part.digest, part);
  }

  /** Subscription documents come in all formats side by side, archives in one format after the other. */
  #ofFormat(mediaType: string, isLast: boolean): Map<string, Part> {
    const known = this.#ofFeeds.get(mediaType) ?? new Map<string, Part>();
    if (isLast && this.#ofFeeds.size !== 1) this.#ofFeeds.clear();
    this.#ofFeeds.set(mediaType, known);
    return known;
  }

  #ofPage(text: string): Part {
    const part = this.#recent.get(text) ?? this.#older.get(text) ?? this.#make(text);
    if (!this.#recent.has(text)) this.#recentChars += text.length;
    this.#recent.set(text, part);
    if (this.#recentChars > RECENT_CHARS_MAX) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#recentChars = 0;
    }
    return part;
  }

  #make(text: string): Part {
    if (this.#kept === null) return deflate(encoder.encode(text));
    const bytes = encoder.encode(text);
    const digest = createHash("sha256").update(bytes).digest("base64");
    const part = this.#kept.get(digest) ?? this.#before.get(digest) ?? { ...deflate(bytes), digest };
    this.#kept.set(digest, part);
    return part;
  }
}

const encoder = new TextEncoder();

function deflate(text: Uint8Array): Part {
  const { length } = text;
  return { bytes: deflatedPart(text), identityBytes: length, crc: crc32(text), crcShift: crcShift(length) };
}
