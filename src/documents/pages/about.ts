import type { Channel, Item } from "../../edition/edition.ts";
import type { Month } from "./months.ts";

/** What a page is about: what its metadata says is made of it. */
export type About =
  | { readonly kind: "front" }
  | { readonly kind: "channel"; readonly channel: Channel }
  /** `authorPages`: absolute URLs of what is here by each author of the item, in their order: `guide.pageOf`. */
  | { readonly kind: "item"; readonly item: ItemWithPage; readonly authorPages: readonly (string | null)[] }
  | { readonly kind: "months" }
  /** One page of a month's items. */
  | { readonly kind: "month"; readonly month: Month; readonly items: readonly Item[] }
  | { readonly kind: "feeds" }
  | { readonly kind: "builder" }
  | { readonly kind: "missing" }
  | { readonly kind: "gone" };

/** A correction has none: it stands on the page of what it corrects. */
export type ItemWithPage = Exclude<Item, { readonly kind: "correction" }>;

/** A page on the way from the front page to another. */
export type Crumb = {
  /** Plain text. */
  readonly label: string;
  /** Absolute. */
  readonly url: string;
  /** BCP 47. */
  readonly language: string;
};
