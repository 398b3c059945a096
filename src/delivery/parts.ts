import { hash } from "node:crypto";
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

/** The parts of an edition, by digest, for those that come after it. */
export class KeptParts {
  #parts = new Map<string, Part>();
  /** That were in use when last somebody looked. */
  #used = 0;

  get size(): number {
    return this.#parts.size;
  }

  get(digest: string): Part | undefined {
    return this.#parts.get(digest);
  }

  add(digest: string, part: Part): void {
    this.#parts.set(digest, part);
  }

  /** Forgets those that an edition has no use for, as soon as they may be more than a few. @param documents all that it has */
  keepOnly(documents: Iterable<{ readonly parts?: readonly Part[] }>): void {
    if (this.#parts.size <= this.#used * UNUSED_MAX) return;
    const used = new Map<string, Part>();
    for (const { parts = [] } of documents) {
      for (const part of parts) if (part.digest !== undefined) used.set(part.digest, part);
    }
    this.#parts = used;
    this.#used = used.size;
  }
}

/** To look which parts are in use takes longer than to pack an edition in which one item has changed. */
const UNUSED_MAX = 1.25;

/**
 * The parts of documents as they come, each deflated once. Remembered no longer than they may come again: the parts of feeds while that
 * format is written, the parts of pages for some time.
 */
export class Parts {
  readonly #kept: KeptParts | null;
  /** By media type and text. */
  readonly #ofFeeds = new Map<string, Map<string, Part>>();
  #recent = new Map<string, Part>();
  #older = new Map<string, Part>();
  #recentChars = 0;

  /** @param kept of earlier editions, and for later ones; null if there will be none */
  constructor(kept: KeptParts | null) {
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
    if (this.#kept === null) return deflate(text);
    const digest = hash("sha256", text, "base64");
    const part = this.#kept.get(digest) ?? { ...deflate(text), digest };
    this.#kept.add(digest, part);
    return part;
  }
}

const encoder = new TextEncoder();

function deflate(text: string): Part {
  const bytes = encoder.encode(text);
  const { length } = bytes;
  return { bytes: deflatedPart(bytes), identityBytes: length, crc: crc32(bytes), crcShift: crcShift(length) };
}
