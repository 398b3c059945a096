import type { ItemKind } from "./ledger.ts";
import type { Author, Site } from "./site.ts";

/** Everything published at one moment. Immutable; knows nothing of the clock, of HTTP or of the machine it was made on. */
export type Edition = {
  readonly site: Site;
  /** Newest first: by `published`, then by the order of first publication. */
  readonly items: readonly Item[];
  /** The selections that can be subscribed to. `all` comes first. */
  readonly channels: readonly Channel[];
};

/** A selection of the edition. */
export type Channel = {
  /** `all`, `headlines` or `articles`. */
  readonly name: string;
  /** What its URLs start with: empty for `all`, else `/headlines` or `/articles`. */
  readonly path: string;
  /** Atom's feed id: `urn:uuid:`, made from the namespace and the name. */
  readonly id: string;
  /** Plain text, what a reader's list shows. */
  readonly title: string;
  readonly description: string;
  /** Newest change of anything that is or was in it; never goes back. */
  readonly updated: Date;
  /** Newest first, everything it selects; documents decide how many fit. */
  readonly items: readonly Item[];
};

/** One thing in a feed. */
export type Item = ArticleItem | HeadlineItem;

export type ArticleItem = ItemFacts & {
  readonly kind: "article";
  /** True when the title was made from the first sentence. */
  readonly titleDerived: boolean;
  readonly dateline: string | null;
  /** Plain text, at least one. */
  readonly paragraphs: readonly string[];
};

export type HeadlineItem = ItemFacts & {
  readonly kind: "headline";
  /** Where the story is, if the page said so. */
  readonly address: string | null;
};

type ItemFacts = {
  readonly kind: ItemKind;
  /** `urn:uuid:...`, the same in every format. */
  readonly id: string;
  readonly slug: string;
  /** Plain text, never empty. */
  readonly title: string;
  /** Absolute URL of its own page. */
  readonly url: string;
  readonly authors: readonly Author[];
  readonly published: Date;
  /** Never before `published`. */
  readonly updated: Date;
};
