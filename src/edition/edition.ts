import type { Author } from "../articles/author.ts";
import type { ItemSource } from "../newswire/filing.ts";
import type { Media, Picture } from "./media.ts";
import type { FeedLimits, Site } from "./site.ts";

/** Everything published at one moment. Immutable; knows nothing of the clock, of HTTP or of the machine it was made on. */
export type Edition = {
  readonly site: Site;
  /** The moment it shows. */
  readonly at: Date;
  /** The site's own pictures. */
  readonly icon: Picture | null;
  readonly logo: Picture | null;
  /** What stands at the head of every page, null for the title in letters. */
  readonly masthead: Picture | null;
  /** Newest first: by `published`, then by the order of first publication. With the notices of what was withdrawn, without corrections. */
  readonly items: readonly Item[];
  /** The selections that can be subscribed to. `all` comes first. */
  readonly channels: readonly Channel[];
  /** What was published once and is no more: its page says so. */
  readonly gone: readonly GoneItem[];
  /** Addresses that changed. */
  readonly moves: readonly Move[];
  /** Files that documents lead to, each once. */
  readonly media: readonly Media[];
};

/** Everything below `from` stands below `to` now. Decoded paths without a final slash. */
export type Move = { readonly from: string; readonly to: string };

export type GoneItem = {
  /** Decoded path of its page: `/articles/storm-closes-the-strait`. */
  readonly path: string;
  /** Why it was withdrawn, plain text; null if it was just removed. */
  readonly reason: string | null;
};

export type ChannelKind =
  | "all"
  | "headlines"
  | "articles"
  | "corrections"
  | "section"
  | "tag"
  | "author"
  | "language"
  | "selection";

/** A selection of the edition. */
export type Channel = {
  readonly kind: ChannelKind;
  /** `all`, `headlines`, `tags/economy`: never changes. */
  readonly name: string;
  /** What its URLs start with, decoded: empty for `all`, else `/headlines`, `/tags/economy`. */
  readonly path: string;
  /** Atom's feed id: `urn:uuid:`, made from the namespace and the name. */
  readonly id: string;
  /** What people call it: `Economy`. */
  readonly label: string;
  /** Plain text, what a reader's list shows: `The Lumen Wire: Economy`. */
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language: string;
  /** Newest change of anything that is or was in it; never goes back. */
  readonly updated: Date;
  /** How long its subscription documents may be kept, by how often it changes. */
  readonly freshSeconds: number;
  /** Whether its documents carry whole texts or summaries. */
  readonly content: "full" | "summary";
  /** The site's, or a selection's own. */
  readonly limits: FeedLimits;
  /** Newest first, everything it selects; documents decide how many fit. */
  readonly items: readonly Item[];
  /** Ids of the items that the subscription document must have: no archive has them yet, or their text is to be replaced. */
  readonly open: ReadonlySet<string>;
  /** Oldest first, numbered from 1: closed, so that no item is ever added. */
  readonly archives: readonly Archive[];
  /** What left it a short time ago because it was removed, newest first. */
  readonly deleted: readonly DeletedItem[];
};

export type Archive = {
  /** From 1. */
  readonly number: number;
  /** Newest change of anything that is or was in it. */
  readonly updated: Date;
  /** Newest first; fewer than it once had, if some were removed. */
  readonly items: readonly Item[];
};

/** RFC 6721. */
export type DeletedItem = { readonly id: string; readonly when: Date };

/** One thing in a feed. */
export type Item = ArticleItem | HeadlineItem | NoticeItem | CorrectionItem;

export type ArticleItem = ItemFacts & {
  readonly kind: "article";
  /** True when the title was made from the first sentence. */
  readonly titleDerived: boolean;
  /** Of a newswire page. */
  readonly dateline: string | null;
  /** Plain text; of a Markdown article only its beginning, for a summary. */
  readonly paragraphs: readonly string[];
  /** The body as sanitised HTML with absolute URLs; null on a newswire page, whose paragraphs are all there is. */
  readonly html: string | null;
  /** The publisher's own; plain text. */
  readonly summary: string | null;
  readonly image: Picture | null;
  /** Pictures in the body that are files of ours, each once. */
  readonly pictures: readonly Picture[];
  /** The first is the one for formats that take only one. */
  readonly enclosures: readonly Enclosure[];
  /** What a link post is about; readers open it instead of the item's own page. */
  readonly link: string | null;
  /** Where the text was first published, if it was elsewhere. */
  readonly canonical: string | null;
  /** Absolute address; null if only the site's applies. */
  readonly licence: string | null;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
};

export type HeadlineItem = ItemFacts & {
  readonly kind: "headline";
  /** Where the story is, if the page said so. */
  readonly address: string | null;
};

/** Stands in the place of a withdrawn item, under its id, so that readers replace their copy. */
export type NoticeItem = ItemFacts & {
  readonly kind: "notice";
  /** Why the item was withdrawn, plain text. */
  readonly reason: string;
};

/** A correction as an item of its own. Its `url` leads to the corrected item's page, with a fragment. */
export type CorrectionItem = ItemFacts & {
  readonly kind: "correction";
  /** Plain text. */
  readonly note: string;
  /** Title of what was corrected. */
  readonly corrected: string;
};

type ItemFacts = {
  /** `urn:uuid:...`, the same in every format. */
  readonly id: string;
  /** Decoded path of its own page: `/articles/storm-closes-the-strait`. */
  readonly path: string;
  readonly slug: string;
  /** Plain text, never empty. */
  readonly title: string;
  /** Absolute URL of its own page. */
  readonly url: string;
  readonly authors: readonly Author[];
  readonly published: Date;
  /** Whether it was there before `published`, and was held back until then. */
  readonly embargoed: boolean;
  /** Never before `published`. */
  readonly updated: Date;
  /** When its text was last changed, by the clock of the publication, which `updated` may contradict; `published` if it never was. */
  readonly changed: Date;
  /** BCP 47. */
  readonly language: string;
  /** Section first, then tags. */
  readonly categories: readonly Category[];
  readonly source: ItemSource | null;
};

/** A section or tag of an item, which is a channel, too. */
export type Category = {
  readonly kind: "section" | "tag";
  /** Last part of the channel's path: `economy`. */
  readonly term: string;
  /** Absolute URL of the channel. */
  readonly scheme: string;
  /** What people call it. */
  readonly label: string;
};

export type Correction = {
  /** `urn:uuid:...` of the item that says it in the channel `corrections`. */
  readonly id: string;
  readonly date: Date;
  /** Plain text. */
  readonly note: string;
};

export type Enclosure = {
  /** Absolute. */
  readonly url: string;
  readonly type: string;
  /** Bytes. */
  readonly length: number;
  readonly title: string | null;
  /** Seconds. */
  readonly duration: number | null;
};
