/**
 * What has been published: the memory that text files do not have. Only `npm run ingest` writes it, and it only grows.
 * Instants are RFC 3339 in UTC with whole seconds: `2026-01-16T09:30:00Z`.
 */
export type Ledger = {
  readonly version: 1;
  /** Random UUID, minted once by `npm run init`; every id is made from it (RFC 9562 §5.5). */
  readonly namespace: string;
  /** When the namespace was minted; the `updated` of a channel that never had an item. */
  readonly founded: string;
  /** Sorted by id, code unit by code unit. */
  readonly items: readonly LedgerItem[];
  /** Every channel that ever had an item, sorted by name. Ledgers of version 0.1 have none. */
  readonly channels: readonly LedgerChannel[];
  /** Sorted by path. */
  readonly documents: readonly LedgerDocument[];
};

export type ItemKind = "article" | "headline";

export type LedgerItem = {
  /** `urn:uuid:` and a version 5 UUID. Never changes. */
  readonly id: string;
  readonly kind: ItemKind;
  /** Unique in the publication, never reused. */
  readonly slug: string;
  /** Slugs it had before. */
  readonly aliases: readonly string[];
  /** Where it stands now (where it last stood, if removed): path below `data/` -> digest of its text there. */
  readonly files: Readonly<Record<string, string>>;
  /** Title as last published. */
  readonly title: string;
  readonly address?: string;
  /** Digest of everything a reader is shown of it; `updated` moves when it changes, and only then. */
  readonly text: string;
  /** Digests of the paragraphs, for finding an edited article again; empty for headlines. */
  readonly paragraphs: readonly string[];
  /** A sample of an article's words, for finding it again when every paragraph was edited; absent for headlines. */
  readonly sketch?: string;
  /** Decides between items published in the same second: the higher is shown above. Never changes, no two are equal. */
  readonly place: number;
  readonly firstSeen: string;
  /** Explicit date of publication, when the source gave one as it was first seen. Never changes. */
  readonly published?: string;
  readonly updated: string;
  /** When `ingest` saw its last change, by the clock; absent where it never changed. `updated` may say an earlier instant. */
  readonly changed?: string;
  /** When it was missed in `data/`; absent while it is there. */
  readonly removed?: string;
  /** When it last came back after it had been removed. */
  readonly returned?: string;
  /** Taken back on purpose: for seven days the reason stands in its place, then it is gone like a removed one. */
  readonly withdrawn?: { readonly at: string; readonly reason: string };
  readonly channels: Membership;
  /** Oldest first. Absent where nothing was ever corrected. */
  readonly corrections?: readonly LedgerCorrection[];
};

/**
 * The channels something is in (was last in, if it is removed), by name -> the number of the archive document it stands in,
 * 0 as long as only the subscription document has it.
 */
export type Membership = Readonly<Record<string, number>>;

/** A correction of an article, which the channel `corrections` carries as an item of its own. */
export type LedgerCorrection = {
  /** `urn:uuid:`, made from the article's id and the correction's date. */
  readonly id: string;
  /** As the article says it, but never later than it was first seen. */
  readonly date: string;
  /** Digest of the note. */
  readonly text: string;
  /** When the note last changed. */
  readonly updated: string;
  /** When it was missed in the article. */
  readonly removed?: string;
  readonly channels: Membership;
};

export type LedgerChannel = {
  /** `all`, `headlines`, `tags/economy`: what it was called first. Its id is made from it. Never changes. */
  readonly name: string;
  /** What its URLs start with now: empty, `/headlines`, `/tags/economy`. */
  readonly path: string;
  /** Paths it had before. */
  readonly aliases: readonly string[];
  /** What people call it, as last published: `Economy`. */
  readonly label: string;
  /** When its first item was published; nobody hears of it before. */
  readonly opened: string;
  /** When something last joined it or left it other than by being published or removed. */
  readonly changed?: string;
  /** When each of its archive documents was closed, the first one first: so two branches that closed one each are told apart. */
  readonly archives: readonly string[];
};

export type LedgerDocument = {
  /** `/rss.xml` */
  readonly path: string;
  /** Newest first, at most 50; `lastModified` strictly falls from one to the next. */
  readonly validators: readonly Validators[];
};

export type Validators = {
  readonly etag: string;
  readonly lastModified: string;
  /**
   * Marks (see `markPiece`), one after the other, of the document's present pieces that have been in it, as they are now, since
   * this ETag; under the oldest also those from before it. Each stands under one ETag. Empty if all that came then has gone
   * or changed; absent where nobody kept count, as in documents too small for deltas.
   */
  readonly parts?: string;
  /** Marks of the ids of what left the channel with this ETag, other than into an archive. Absent if nothing did. */
  readonly left?: string;
};
