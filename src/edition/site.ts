import type { MediaLink } from "../articles/article.ts";
import type { Author } from "../articles/author.ts";
import type { Theme } from "./theme.ts";

/** Who publishes: `data/site.yaml`, checked. All strings are clean plain text. */
export type Site = {
  readonly title: string;
  readonly description: string;
  /** Origin everything is served from, without a path and without a final slash: `https://wire.example`. */
  readonly url: string;
  /** Absolute URL of the site for people; `url` + `/` if nothing else is said. */
  readonly home: string;
  /** BCP 47. */
  readonly language: string;
  /** IANA name; dates without a zone are in it. */
  readonly timeZone: string;
  /** Of the publication as a whole. */
  readonly authors: readonly Author[];
  /** Copyright line, null if not said. */
  readonly rights: string | null;
  /** Absolute address of the licence of everything that has no other; null if not said. */
  readonly licence: string | null;
  /** A square picture. */
  readonly icon: MediaLink | null;
  /** A wide picture. */
  readonly logo: MediaLink | null;
  readonly feed: FeedLimits;
  /** What is known of sections, tags, authors and languages beyond their names; others are found in the texts. */
  readonly sections: readonly DeclaredChannel[];
  readonly tags: readonly DeclaredChannel[];
  readonly contributors: readonly Contributor[];
  readonly languages: readonly DeclaredChannel[];
  readonly selections: readonly Selection[];
  /** Whether `all` carries corrections as items of their own, too. */
  readonly correctionsInAll: boolean;
  readonly theme: Theme;
};

/** How many items a feed document holds: the newest `itemsMax` that fit into `bytesMax`, never fewer than `itemsMin`. */
export type FeedLimits = { readonly itemsMax: number; readonly itemsMin: number; readonly bytesMax: number };

export type DeclaredChannel = {
  /** What people call it; for a language its BCP 47 tag. */
  readonly name: string;
  /** Title of its feeds; made from the site's and the name if not said. */
  readonly title: string | null;
  readonly description: string | null;
  /** Last part of its address; made from the name if not said. */
  readonly slug: string | null;
  /** Names it had before, or has in some texts. */
  readonly aliases: readonly string[];
};

export type Contributor = DeclaredChannel & { readonly author: Author };

/** A channel that the publisher put together. */
export type Selection = DeclaredChannel & {
  /** An item must match one of each list that is not empty. */
  readonly include: Criteria;
  /** An item must match none of any. */
  readonly exclude: Criteria;
  readonly content: "full" | "summary";
  readonly itemsMax: number | null;
};

/** Names as people call them. */
export type Criteria = {
  readonly sections: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly languages: readonly string[];
  readonly kinds: readonly ("article" | "headline")[];
};
