import type { Edition } from "../../edition/edition.ts";
import type { Document } from "../document.ts";
import { DocumentMemory } from "../document-memory.ts";
import type { ItemWithPage } from "./about.ts";
import { articlePage } from "./article-page.ts";
import type { Guide } from "./guide.ts";
import { headlinePage } from "./headline-page.ts";
import type { Layout, Page } from "./layout.ts";
import type { Neighbour } from "./neighbour-links.ts";
import { noticePage } from "./notice-page.ts";

const memory = new DocumentMemory<ItemWithPage>();

/** An item's own page: the very same document as the last time if it says the same. */
export function itemPage(item: ItemWithPage, edition: Edition, guide: Guide, layout: Layout): Document {
  const frame = layout.frameOf({
    language: item.language,
    channels: guide.channelsOf(item),
    trail: guide.trailOf(item),
  });
  const { earlier, later } = guide.neighboursOf(item);
  const madeOf = [
    edition.site,
    frame,
    ...item.authors.map(guide.pageOf),
    ...saidOf(earlier),
    ...saidOf(later),
  ];
  return memory.documentOf(item, madeOf, () => layout.documentOf(makePage(item, edition, guide)));
}

/** Not the item itself: its text may change without a word of the page beside it. */
function saidOf(neighbour: Neighbour | null): readonly unknown[] {
  return [neighbour?.title, neighbour?.url, neighbour?.language];
}

function makePage(item: ItemWithPage, edition: Edition, guide: Guide): Page {
  switch (item.kind) {
    case "article":
      return articlePage(item, edition, guide);
    case "headline":
      return headlinePage(item, edition, guide);
    case "notice":
      return noticePage(item, edition, guide);
  }
}
