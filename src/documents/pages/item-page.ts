import type { Edition, Item } from "../../edition/edition.ts";
import type { Site } from "../../edition/site.ts";
import type { Document } from "../document.ts";
import { textDocument } from "../text-document.ts";
import { articlePage } from "./article-page.ts";
import type { Guide } from "./guide.ts";
import { headlinePage } from "./headline-page.ts";
import { type Frame, factsOf, type Layout, type Page } from "./layout.ts";
import { noticePage } from "./notice-page.ts";

/** What item pages are made with. */
export type Surroundings = { readonly edition: Edition; readonly guide: Guide; readonly layout: Layout };

/** A correction has none: it stands on the page of what it corrects. */
export type ItemWithPage = Exclude<Item, { readonly kind: "correction" }>;

/** An item's own page: the very same document as the last time if it says the same. */
export function itemPage(item: ItemWithPage, surroundings: Surroundings): Document {
  const { edition, guide, layout } = surroundings;
  const made = {
    site: edition.site,
    frame: layout.frameOf({ language: item.language, channels: guide.channelsOf(item) }),
    authorPages: item.authors.map(guide.pageOf),
  };
  const before = known.get(item);
  if (before !== undefined && isSame(before.made, made)) {
    before.text.surroundings = surroundings;
    return before.document;
  }
  const page = makePage(item, surroundings);
  const text = new PageText(item, surroundings, layout.partsOf(page));
  const document = textDocument(factsOf(page, made.frame), text);
  known.set(item, { made, text, document });
  return document;
}

/** What a page is made of beside its item. */
type MadeOf = {
  readonly site: Site;
  readonly frame: Frame;
  readonly authorPages: readonly (string | null)[];
};

type Known = { readonly made: MadeOf; readonly text: PageText; readonly document: Document };

const known = new WeakMap<Item, Known>();

function isSame(one: MadeOf, other: MadeOf): boolean {
  if (one.site !== other.site || one.frame !== other.frame) return false;
  return one.authorPages.every((url, i) => url === other.authorPages[i]);
}

function makePage(item: ItemWithPage, { edition, guide }: Surroundings): Page {
  switch (item.kind) {
    case "article":
      return articlePage(item, edition, guide);
    case "headline":
      return headlinePage(item, edition, guide);
    case "notice":
      return noticePage(item, edition, guide);
  }
}

/** Kept as long as somebody holds it, and made again when it is asked for. */
class PageText {
  readonly #item: ItemWithPage;
  /** The last in which it said the same: older ones would keep their whole edition from being forgotten. */
  surroundings: Surroundings;
  #parts: WeakRef<readonly string[]>;

  constructor(item: ItemWithPage, surroundings: Surroundings, parts: readonly string[]) {
    this.#item = item;
    this.surroundings = surroundings;
    this.#parts = new WeakRef(parts);
  }

  get parts(): readonly string[] {
    const kept = this.#parts.deref();
    if (kept !== undefined) return kept;
    const parts = this.surroundings.layout.partsOf(makePage(this.#item, this.surroundings));
    this.#parts = new WeakRef(parts);
    return parts;
  }
}
